import type { Migration } from './migration.ts';

/** How an answer whose sender was not proved is taken back. */
export const migration0024: Migration = {
  number: 24,
  name: 'answers-undone',
  async up({ schema }) {
    await schema.alterTable('ask_answers').addColumn('undo', 'text').execute();
  },
};
