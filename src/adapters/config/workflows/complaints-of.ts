import type { Finding } from '../../../domain/workflow/check/finding.ts';
import { type Complaint, type Path, printPath } from '../complaint.ts';
import type { Tree } from '../read-yaml.ts';
import { isRecord, valueAt } from '../values.ts';

/** A finding at the place of the file where it stands. */
export function complaintOf(tree: Tree, { path, isAboutKey, message }: Finding): Complaint {
  const written = asWritten(tree.value, path);
  const isKey = isAboutKey === true || written.isAboutKey;
  const at = isKey ? tree.keyPositionOf(written.path) : tree.positionOf(written.path);
  return { file: tree.file, ...at, path: printPath(written.path), message };
}

/**
 * The way to it as the file spells it: `of: requester` for `of: [requester]`, `tell: { customer: offered }` for
 * `tell: [{ to: customer, text: offered }]`.
 */
function asWritten(top: unknown, path: Path): { path: Path; isAboutKey: boolean } {
  const written: (string | number)[] = [];
  let value = top;
  for (const step of path) {
    const key = isRecord(value) && typeof step === 'number' ? Object.keys(value)[step] : step;
    const below = key === undefined ? undefined : valueAt(value, [key]);
    if (key === undefined || below === undefined)
      return { path: written, isAboutKey: step === 'to' && typeof value === 'string' };
    written.push(key);
    value = below;
  }
  return { path: written, isAboutKey: false };
}
