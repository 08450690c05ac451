import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { schemaFiles } from '../src/adapters/config/schema-files.ts';

const folder = join(import.meta.dirname, '..', 'config', 'schema');
await mkdir(folder, { recursive: true });
await Promise.all(schemaFiles().map(({ name, text }) => writeFile(join(folder, name), text)));
