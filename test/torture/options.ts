import { parseArgs } from 'node:util';

export type TortureOptions = {
  /** Runs of the desk that are killed. */
  rounds: number;
  /** Mails injected in all, doubles and all. */
  mails: number;
  /** No further round begins after this, in seconds; 0: only `rounds` counts. */
  seconds: number;
  seed: number;
  /** Names of sabotages, `all`, or none. */
  sabotage: string | null;
  /** Keeps the evidence of a good run too. */
  keep: boolean;
};

export const usage = 'npm run torture -- [--rounds N] [--mails N] [--seconds S] [--seed X] [--sabotage NAME|all] [--keep]';

/** Reads the command line. @throws {Error} in words for people */
export function readOptions(argv: readonly string[]): TortureOptions {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...argv],
    options: { rounds: text, mails: text, seconds: text, seed: text, sabotage: text, keep: { type: 'boolean' } },
  });
  const seconds = numberOf('seconds', values.seconds, 0);
  const rounds = numberOf('rounds', values.rounds, seconds > 0 ? 100_000 : 60);
  return {
    rounds,
    mails: numberOf('mails', values.mails, seconds > 0 ? seconds * 8 : 1_200),
    seconds,
    seed: numberOf('seed', values.seed, Date.now() % 1_000_000),
    sabotage: values.sabotage ?? null,
    keep: values.keep === true,
  };
}

function numberOf(name: string, given: string | undefined, otherwise: number): number {
  if (given === undefined) return otherwise;
  const number = Number(given);
  if (!Number.isInteger(number) || number < 0) throw new Error(`--${name} ${given}: expected a whole number. ${usage}`);
  return number;
}
