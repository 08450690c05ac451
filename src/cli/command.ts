import type { Adapters } from '../app/compose.ts';
import type { Clock } from '../domain/ports.ts';

/** What a command of the command line is given of the world. */
export type Terminal = {
  out(text: string): void;
  err(text: string): void;
  /** Whether a person reads `out`. */
  isTerminal: boolean;
  /** Whether a person reads `err`, where the log goes. */
  isErrTerminal?: boolean;
  /** Letters a line of `out` holds, where somebody counts them. */
  columns?: number | null;
  /** Whether `out` may hold colours: never in a pipe, nor where NO_COLOR says no. */
  colours?: boolean;
  stdin: AsyncIterable<Uint8Array>;
  env: Readonly<Record<string, string | undefined>>;
};

export type CommonOptions = { config: string; data: string; json: boolean; now?: string };

export type Invocation = {
  terminal: Terminal;
  adapters: Adapters;
  clock: Clock;
  common: CommonOptions;
  args: readonly string[];
  options: Readonly<Record<string, unknown>>;
  /** The help of one command, of all where none is named; null where there is no such command. */
  usage?(command: string | null): string | null;
};

/** One command of the command line: its usage, and what it does. */
export type CliCommand = {
  name: string;
  /** As commander writes it: `[files...]`. */
  args: string;
  summary: string;
  /** Flags and what they mean. */
  flags: readonly (readonly [flags: string, help: string])[];
  /** @returns the exit code: 0 done, 1 refused or failed, 75 keep the mail, 78 broken configuration */
  run(invocation: Invocation): Promise<number>;
};

export const exitCodes = { done: 0, failed: 1, usage: 2, empty: 65, tryAgain: 75, config: 78 } as const;
