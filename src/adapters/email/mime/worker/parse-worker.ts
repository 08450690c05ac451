import { enableCompileCache } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';

// The thread in which mails are read. What is compiled is remembered where the house remembers its own.
const { compileCache }: { compileCache: string | null } = workerData;
if (compileCache !== null) enableCompileCache(compileCache);

const [{ serve }, { parseMail }] = await Promise.all([import('./serve.ts'), import('../parse-mail.ts')]);
if (parentPort !== null) serve(parentPort, parseMail);
