import type { Migration } from './migration.ts';

/** A ticket keeps the version of its process, and the states it came by. */
export const migration0010: Migration = {
  number: 10,
  name: 'workflows',
  async up({ schema }) {
    await schema
      .alterTable('tickets')
      .addColumn('trail', 'text', (column) => column.notNull().defaultTo('[]'))
      .execute();
    await schema.alterTable('tickets').addColumn('workflow_version', 'text').execute();
    await schema
      .createTable('workflow_versions')
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('version', 'text', (column) => column.notNull())
      .addColumn('workflow', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('workflow_versions_key', ['name', 'version'])
      .execute();
  },
};
