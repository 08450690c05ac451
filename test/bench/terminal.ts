import type { Invocation } from '../../src/cli/command.ts';

/** A terminal that nobody looks at: lines go to a function, complaints to ours. */
export const terminalTo = (out: (line: string) => void): Invocation['terminal'] => ({
  out,
  err: (line) => console.error(line),
  isTerminal: false,
  isErrTerminal: false,
  columns: null,
  colours: false,
  stdin: (async function* () {})(),
  env: {},
});
