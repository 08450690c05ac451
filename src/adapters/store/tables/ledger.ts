import type { Reading } from '../../../domain/ports.ts';
import type { Outcome } from '../../../domain/ticket.ts';
import type { At } from '../search.ts';

/** How far each folder was read, and the sums of what came of it. */
export function ledgerReads({ tx }: At): Pick<Reading, 'position' | 'ledger'> {
  return {
    async position(mailbox, folder) {
      const row = await tx
        .selectFrom('positions')
        .select(['uid_validity as uidValidity', 'next_uid as nextUid', 'since'])
        .where('mailbox', '=', mailbox)
        .where('folder', '=', folder)
        .executeTakeFirst();
      return row ?? null;
    },
    async ledger(from, to) {
      const rows = await tx
        .selectFrom('arrivals')
        .select(({ fn }) => ['outcome', fn.countAll<number>().as('count')])
        .where('received', '>=', from)
        .where('received', '<', to)
        .groupBy('outcome')
        .execute();
      const counts = { ...noneYet };
      for (const { outcome, count } of rows) counts[outcome ?? 'undecided'] = Number(count);
      return counts;
    },
  };
}

const noneYet: Readonly<Record<Outcome | 'undecided', number>> = {
  created: 0,
  appended: 0,
  commanded: 0,
  bounced: 0,
  ignored: 0,
  held: 0,
  duplicate: 0,
  undecided: 0,
};
