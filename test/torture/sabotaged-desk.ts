// The desk with one deliberate mistake, for torture runs:
//   node test/torture/sabotaged-desk.ts NAME --config DIR --data DIR
import { parseArgs } from 'node:util';
import { adapters } from '../../src/app/compose.ts';
import { runTampered } from './run-tampered.ts';
import { sabotages } from './sabotages.ts';

const { values, positionals } = parseArgs({
  options: { config: { type: 'string', default: 'config' }, data: { type: 'string', default: 'data' } },
  allowPositionals: true,
});
const sabotage = sabotages[positionals[0] ?? ''];
if (sabotage === undefined) throw new Error(`Unknown sabotage. Known: ${Object.keys(sabotages).join(', ')}`);
await runTampered(sabotage.tampers(adapters), values);
