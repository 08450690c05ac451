// The desk, but reading the mail whose SHA-256 is $POISON ends the process, as a bug in a native parser would:
//   POISON=… node test/faults/poisoned-desk-process.ts start --config DIR --data DIR
import { parseArgs } from 'node:util';
import { adapters } from '../../src/app/compose.ts';
import { runTampered } from '../torture/run-tampered.ts';

const { values } = parseArgs({
  options: { config: { type: 'string', default: 'config' }, data: { type: 'string', default: 'data' } },
  allowPositionals: true,
});
const parse: typeof adapters.parse = async (raw, of) => {
  if (of.sha256 === process.env['POISON']) process.kill(process.pid, 'SIGKILL');
  return adapters.parse(raw, of);
};
await runTampered({ ...adapters, parse }, values);
