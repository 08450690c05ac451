import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

// Halves the start and spares 25 MB: types are stripped, and scripts compiled, once. Beside the code, not in the shared
// temporary folder that Node would take: whoever writes there would decide what we run. Where it cannot be written, all
// goes on without.
enableCompileCache(fileURLToPath(new URL('../.runtime/compile-cache', import.meta.url)));

const { runCli } = await import('./cli/run-cli.ts');
process.exitCode = await runCli(process.argv.slice(2), process);
