// The desk with one deliberate mistake, for torture runs:
//   node test/torture/sabotaged-desk.ts NAME --config DIR --data DIR
import { parseArgs } from 'node:util';
import { systemClock } from '../../src/app/clock.ts';
import { adapters } from '../../src/app/compose.ts';
import { start } from '../../src/cli/start.ts';
import { sabotages } from './sabotages.ts';

const { values, positionals } = parseArgs({
  options: { config: { type: 'string' }, data: { type: 'string' } },
  allowPositionals: true,
});
const sabotage = sabotages[positionals[0] ?? ''];
if (sabotage === undefined) throw new Error(`Unknown sabotage. Known: ${Object.keys(sabotages).join(', ')}`);
process.exitCode = await start.run({
  terminal: {
    out: (text) => void process.stdout.write(`${text}\n`),
    err: (text) => void process.stderr.write(`${text}\n`),
    isTerminal: false,
    stdin: process.stdin,
    env: process.env,
  },
  adapters: sabotage.tampers(adapters),
  clock: systemClock(),
  common: { config: values.config ?? 'config', data: values.data ?? 'data', json: false },
  args: [],
  options: {},
});
