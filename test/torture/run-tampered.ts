import { systemClock } from '../../src/app/clock.ts';
import type { Adapters } from '../../src/app/compose.ts';
import { start } from '../../src/cli/start.ts';

/** Runs the desk with other adapters, as `maildesk start` would with its own. */
export async function runTampered(adapters: Adapters, { config, data }: { config: string; data: string }): Promise<void> {
  process.exitCode = await start.run({
    terminal: {
      out: (text) => void process.stdout.write(`${text}\n`),
      err: (text) => void process.stderr.write(`${text}\n`),
      isTerminal: false,
      stdin: process.stdin,
      env: process.env,
    },
    adapters,
    clock: systemClock(),
    common: { config, data, json: false },
    args: [],
    options: {},
  });
}
