import { type Command, insiders } from './command.ts';

/** The commands by mail; works without a ticket. */
export const help: Command = {
  name: 'help',
  translations: { es: ['ayuda'], de: ['hilfe'], fr: ['aide'], pt: ['ajuda'] },
  args: '',
  roles: insiders,
  class: 'C1r',
  help: 'Mails you every command with its arguments.',
  inTitle: true,
  anywhere: true,
  fits: () => true,
  perform: () => ({ kind: 'done', change: 'comes in this mail', asks: 'help' }),
};
