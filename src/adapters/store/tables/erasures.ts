import type { Sha256 } from '../../../domain/ids.ts';
import type { Reading, Writing } from '../../../domain/ports.ts';
import type { Erasure } from '../../../domain/redaction.ts';
import { prepared } from '../prepared.ts';
import type { At } from '../search.ts';

/** Files that must go: noted in the transaction that wants it, so that no crash forgets one. */
export const erasureReads = (at: At): Pick<Reading, 'erasures'> => ({
  erasures: async () => (await due(at, {})).rows,
});

/** Not a file that a mail brought again since. */
const due = prepared((tx, _none: object) =>
  tx
    .selectFrom('erasures as e')
    .leftJoin('message_attachments as a', (join) => join.onRef('a.sha256', '=', 'e.sha256').on('e.kind', '=', 'attachment'))
    .select(['e.kind', 'e.sha256'])
    .where('a.sha256', 'is', null),
);

/** Forgets files that are erased for good. */
export const erasureWrites = ({ tx }: At): Pick<Writing, 'erased'> => ({
  async erased(files) {
    for (const { kind, sha256 } of files)
      await tx.deleteFrom('erasures').where('kind', '=', kind).where('sha256', '=', sha256).execute();
  },
});

/** Of a mail as it came only hash, date and reason are left. */
export async function eraseMails(at: At, mails: readonly Sha256[], now: number, why: string): Promise<void> {
  for (const sha256 of new Set(mails)) {
    await at.tx
      .updateTable('raw_mails')
      .set({ erased: now, erased_why: why })
      .where('sha256', '=', sha256)
      .where('erased', 'is', null)
      .execute();
    await note(at, { kind: 'mail', sha256 });
  }
}

/** A mail that was erased comes once more, as after a mailbox was rebuilt: its bytes must not stay this time either. */
export async function eraseAgain(at: At, sha256: Sha256): Promise<void> {
  const { rows } = await erasedBefore(at, { sha256 });
  if (rows.length > 0) await note(at, { kind: 'mail', sha256 });
}

const erasedBefore = prepared((tx, { sha256 }: { sha256: Sha256 }) =>
  tx.selectFrom('raw_mails').select('sha256').where('sha256', '=', sha256).where('erased', 'is not', null),
);

/** Files that nothing points to any more; the same picture may stand under other mails. */
export async function eraseAttachments(at: At, files: readonly Sha256[]): Promise<void> {
  for (const sha256 of new Set(files)) {
    const other = await at.tx.selectFrom('message_attachments').select('message').where('sha256', '=', sha256).executeTakeFirst();
    if (other === undefined) await note(at, { kind: 'attachment', sha256 });
  }
}

/** Copies of mails of ours that said something which must go. */
export async function eraseCopies(at: At, copies: readonly Sha256[]): Promise<void> {
  for (const sha256 of copies) await note(at, { kind: 'sent', sha256 });
}

async function note({ tx }: At, { kind, sha256 }: Erasure): Promise<void> {
  await tx
    .insertInto('erasures')
    .values({ kind, sha256 })
    .onConflict((conflict) => conflict.columns(['kind', 'sha256']).doNothing())
    .execute();
}
