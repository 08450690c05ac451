import { type Command, type Deed, insiders } from './command.ts';

const sendHelp: Deed = { kind: 'done', change: 'comes in this mail', asks: 'help' };

/** The commands by mail; works without a ticket. */
export const help: Command = {
  name: 'help',
  translations: { es: ['ayuda'], de: ['hilfe'], fr: ['aide'], pt: ['ajuda'] },
  args: '',
  roles: insiders,
  class: 'C1r',
  help: 'Mails you every command with its arguments.',
  inTitle: true,
  fits: () => true,
  perform: () => sendHelp,
  anywhere: () => sendHelp,
};
