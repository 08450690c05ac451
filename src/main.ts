import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';

// Halves the start and spares 25 MB: types are stripped, and scripts compiled, once. Beside the code, not in the shared
// temporary folder that Node would take: whoever writes there would decide what we run. Where it cannot be written, all
// goes on without.
enableCompileCache(fileURLToPath(new URL('../.runtime/compile-cache', import.meta.url)));

// A large mail passes by in short-lived pieces; with a young generation of the usual size 50 MB more of them lie about
// before they are swept. Only in the Node that the desk brings along: others complain about words they do not know.
if (process.versions.node.startsWith('24.')) setFlagsFromString('--scavenger-max-new-space-capacity-mb=2');

const { runCli } = await import('./cli/run-cli.ts');
process.exitCode = await runCli(process.argv.slice(2), process);
