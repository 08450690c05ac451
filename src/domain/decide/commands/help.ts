import { either, say } from '../../saying.ts';
import { commandsOn } from '../flow/commands-on.ts';
import { findCommand } from '../grammar/find-command.ts';
import type { Word } from '../grammar/words.ts';
import { type Command, type Deed, type DeskScene, insiders } from './command.ts';

/** The commands by mail, or one of them explained; works without a ticket. */
export const help: Command = {
  name: 'help',
  translations: { es: ['ayuda'], de: ['hilfe'], fr: ['aide'], pt: ['ajuda'] },
  args: '[COMMAND]',
  roles: insiders,
  class: 'C1r',
  help: say('Mails you every command by what you want to do, with an example each; `help assign` explains one.'),
  inTitle: true,
  fits: () => true,
  perform: sendHelp,
  anywhere: sendHelp,
};

function sendHelp([word]: readonly Word[], { actor, workflow }: DeskScene): Deed {
  if (word === undefined) return { kind: 'done', change: say('comes in this mail'), asks: 'help' };
  const mine = commandsOn(workflow).filter(({ roles }) => roles.some((role) => actor.roles.includes(role)));
  const found = findCommand(mine, word.text.toLowerCase().replace(/^!|!$/g, ''));
  if (found.kind === 'found')
    return { kind: 'done', change: say('comes in this mail'), answer: { kind: 'explain', command: found.command } };
  return {
    kind: 'refused',
    problem:
      found.kind === 'unknown' ? say`there is no command “${word.text}”` : say`“${word.text}” may be ${either(found.near)}`,
    expected: say('the name of a command'),
    word,
    suggestions: found.near.map((name) => `help ${name}`),
  };
}
