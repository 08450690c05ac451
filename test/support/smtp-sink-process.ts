// A sink as a process of its own, for runs in which everything else is killed:
//   node test/support/smtp-sink-process.ts LEDGER [PORT]
// Prints `ready PORT`, keeps every mail it takes in LEDGER (on disk before the 250), stops on SIGTERM or when stdin closes.
import { startSink } from './smtp-sink.ts';

const [ledger, port = '0'] = process.argv.slice(2);
if (ledger === undefined) {
  console.error('Usage: smtp-sink-process.ts LEDGER [PORT]');
  process.exit(2);
}
const sink = await startSink({ ledger, port: Number(port), parse: false });
console.log(`ready ${sink.port}`);

const stop = async () => {
  await sink.stop();
  process.exit(0);
};
process.once('SIGTERM', stop);
process.stdin.once('end', stop).resume();
