import { commands as byMail } from '../domain/decide/commands/index.ts';
import { inEnglish } from '../domain/saying.ts';
import { type CliCommand, exitCodes, type Invocation } from './command.ts';
import { paint } from './table.ts';

/** Help on the command line, and on the commands that associates write in mails. */
export const help: CliCommand = {
  name: 'help',
  args: '[topic]',
  summary: 'shows how to use a command; `help commands` lists the commands by mail',
  flags: [],
  async run({ terminal, usage, common, args: [topic = null] }) {
    if (topic === 'commands') {
      for (const text of common.json ? publicCommands() : [listed(terminal)]) terminal.out(text);
      return exitCodes.done;
    }
    const text = usage?.(topic) ?? null;
    if (text !== null) terminal.out(text);
    else terminal.err(`maildesk help: there is no command ${topic}; maildesk help lists them`);
    return text === null ? exitCodes.usage : exitCodes.done;
  },
};

const publicCommands = (): string[] =>
  byMail.map(({ name, args, class: needs, roles, help: does, translations }) =>
    JSON.stringify({ name, args, class: needs, roles, help: inEnglish(does), translations }),
  );

function listed(terminal: Invocation['terminal']): string {
  const { bold, dim } = paint(terminal);
  return [
    'Commands by mail. Write them in the subject after the ticket’s number, or on top of the mail:',
    '',
    '    Re: [HD-1042] Printer on fire [take; close]',
    '    !take',
    '',
    ...byMail.flatMap(({ name, args, help: does, translations }) => [
      bold(`${name} ${args}`.trim()),
      `    ${inEnglish(does)}`,
      dim(`    also: ${[...new Set(Object.values(translations).flat())].join(', ')}`),
    ]),
    '',
    'Any beginning that only one command has will do; `;` goes between two. The whole story: docs/commands.md',
  ].join('\n');
}
