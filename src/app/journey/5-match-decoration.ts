import { isDecoration, mayDecorate } from '../../domain/answer/decoration.ts';
import type { Sha256 } from '../../domain/ids.ts';
import type { Mail } from '../../domain/mail.ts';
import type { Reading } from '../../domain/ports.ts';

/** Pictures of a mail that come with every mail of its sender. They are kept like all; notifications leave them out. */
export async function decorationOf(at: Reading, { from, attachments }: Mail): Promise<ReadonlySet<Sha256>> {
  const found = new Set<Sha256>();
  if (from.address === '') return found;
  for (const { sha256 } of attachments.filter(mayDecorate))
    if (!found.has(sha256) && isDecoration(await at.timesSent(sha256, from.address))) found.add(sha256);
  return found;
}
