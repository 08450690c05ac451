import { nearest } from '../../nearest.ts';
import type { Command } from '../commands/command.ts';

export type Finding =
  | { kind: 'found'; command: Command }
  | { kind: 'unknown'; near: readonly string[] }
  | { kind: 'ambiguous'; near: readonly string[] };

/** A command by its name in any language, or by any beginning that only one command has. */
export function findCommand(commands: readonly Command[], typed: string): Finding {
  const whole = commands.find((command) => namesOf(command).includes(typed));
  if (whole !== undefined) return { kind: 'found', command: whole };
  const begun = commands.filter((command) => namesOf(command).some((name) => name.startsWith(typed)));
  const [only] = begun;
  if (only !== undefined && begun.length === 1) return { kind: 'found', command: only };
  if (begun.length > 1) return { kind: 'ambiguous', near: begun.map(({ name }) => name).slice(0, 3) };
  const near = nearest(typed, commands.flatMap(namesOf), 3);
  return { kind: 'unknown', near: [...new Set(near.map((name) => canonical(commands, name)))] };
}

/** A command whose name was written out: the only spelling that may stand in place of a title. */
export const findWhole = (commands: readonly Command[], typed: string): Command | undefined =>
  commands.find((command) => namesOf(command).includes(typed));

/** All that a command is called, in every language. */
export const namesOf = ({ name, translations }: Command): string[] => [name, ...Object.values(translations).flat()];

const canonical = (commands: readonly Command[], name: string): string =>
  commands.find((command) => namesOf(command).includes(name))?.name ?? name;

/** How many words it cannot do without: what stands in brackets may be left out. */
export const wordsNeeded = ({ args }: Command): number =>
  args
    .replace(/\[[^\]]*\]/g, '')
    .split(' ')
    .filter((arg) => arg !== '').length;
