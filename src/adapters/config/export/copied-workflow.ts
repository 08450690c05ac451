import { readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { name as aName } from '../schema/words.ts';
import { fileOfWorkflow } from '../workflows/load-workflows.ts';

export type CopiedWorkflow =
  /** `file`: where it belongs in the configuration. */
  { kind: 'copied'; file: string; text: string } | { kind: 'unknown' } | { kind: 'misnamed'; text: string };

const schema = fileURLToPath(new URL('../../../../config/schema/workflow.schema.json', import.meta.url));

/** A process under a name of its own, as an admin begins with it: the same file but for its name, and its schema found from there. */
export async function copiedWorkflow(dir: string, name: string, as: string): Promise<CopiedWorkflow> {
  const named = aName.safeParse(as);
  if (!named.success) return { kind: 'misnamed', text: named.error.issues.map(({ message }) => message).join('; ') };
  const source = await fileOfWorkflow(dir, name);
  if (source === null) return { kind: 'unknown' };
  const file = join(dir, 'workflows', `${as}.yaml`);
  const text = (await readFile(source, 'utf8'))
    .replace(/^workflow:.*$/m, `workflow: ${as}`)
    .replace(/^(# yaml-language-server: \$schema=).*$/m, `$1${relative(dirname(file), schema)}`);
  return { kind: 'copied', file, text };
}
