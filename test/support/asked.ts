import { join } from 'node:path';
import { fixedClock, systemClock } from '../../src/app/clock.ts';
import { adapters } from '../../src/app/compose.ts';
import { commands } from '../../src/cli/index.ts';
import { root } from './source-files.ts';

export type Answer = { code: number; out: string; err: string };

/** Where a command finds its files: the shipped configuration unless told. */
export type Place = { data: string; config?: string; isTerminal?: boolean };

/** A command of the command line, in this process: what it says, and its exit code. */
export async function asked(
  name: string,
  args: readonly string[],
  options: Readonly<Record<string, unknown>>,
  { data, config = join(root, 'config'), isTerminal = false }: Place,
): Promise<Answer> {
  const command = commands.find((one) => one.name === name);
  if (command === undefined) throw new Error(`there is no command ${name}`);
  const out: string[] = [];
  const err: string[] = [];
  const terminal = {
    out: (text: string) => void out.push(`${text}\n`),
    err: (text: string) => void err.push(`${text}\n`),
    isTerminal,
    stdin: (async function* () {})(),
    env: {},
  };
  const { now } = options;
  const clock = typeof now === 'string' ? fixedClock(Date.parse(now)) : systemClock();
  const common = { config, data, json: options['json'] === true };
  const code = await command.run({ terminal, adapters, clock, common, args, options });
  return { code, out: out.join(''), err: err.join('') };
}
