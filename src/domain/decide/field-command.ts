import type { Command } from './commands/command.ts';
import { commands } from './commands/index.ts';
import { findWhole } from './grammar/find-command.ts';
import type { Word } from './grammar/words.ts';
import { aliases, fieldCommands } from './values/names.ts';

/** `set severity high` is `severity high`, by that command's rules, roles and class; every other command is itself. */
export function fieldCommand(command: Command, words: readonly Word[]): { command: Command; words: readonly Word[] } {
  const [field, ...rest] = words;
  if (command.name !== 'set' || field === undefined) return { command, words };
  const name = field.text.toLowerCase();
  const meant = findWhole(commands, aliases[name] ?? name);
  const isField = meant !== undefined && fieldCommands.some((one) => one === meant.name);
  return isField ? { command: meant, words: rest } : { command, words };
}
