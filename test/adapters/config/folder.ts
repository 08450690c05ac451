import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { printComplaint } from '../../../src/adapters/config/complaint.ts';
import type { Environment } from '../../../src/adapters/config/fill.ts';
import { loadConfig } from '../../../src/adapters/config/load-config.ts';

/** The smallest configuration that is right. */
export const smallest = `desk: { name: Acme, address: support@acme.example }
outgoing: { maildir: data/outgoing }
`;

/** A folder of its own with these files in it, gone at the end of the scope. */
export async function folder(files: Record<string, string | Uint8Array>) {
  const dir = await mkdtemp(join(tmpdir(), 'config-'));
  const write = async (name: string, content: string | Uint8Array) => {
    await mkdir(dirname(join(dir, name)), { recursive: true });
    await writeFile(join(dir, name), content);
  };
  for (const [name, content] of Object.entries(files)) await write(name, content);
  return { dir, write, [Symbol.asyncDispose]: () => rm(dir, { recursive: true, force: true }) };
}

/** What is said about these files, the folder's own name left out. */
export async function verdictOn(files: Record<string, string | Uint8Array>, env: Environment = {}) {
  await using made = await folder(files);
  const loaded = await loadConfig(made.dir, env);
  const print = (complaint: Parameters<typeof printComplaint>[0]) => printComplaint(complaint).replaceAll(`${made.dir}/`, '');
  return {
    settings: loaded.kind === 'ok' ? loaded.settings : undefined,
    complaints: loaded.kind === 'broken' ? loaded.complaints.map(print) : [],
    warnings: loaded.warnings.map(print),
  };
}
