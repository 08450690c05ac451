import type { EvidenceRow } from '../../../domain/authenticate/evidence.ts';
import type { Reading, Writing } from '../../../domain/ports.ts';
import { insertRow } from '../prepared.ts';
import { fromJson } from '../schema.ts';
import type { At } from '../search.ts';

/** What the decisions about one mail rested on, the oldest first. */
export function evidenceReads({ tx }: At): Pick<Reading, 'evidence'> {
  return {
    async evidence(arrival) {
      const rows = await tx.selectFrom('evidence').select(['at', 'row']).where('arrival', '=', arrival).orderBy('id').execute();
      return rows.map(({ at, row }) => ({ at, ...fromJson<EvidenceRow>(row) }));
    },
  };
}

/** Keeps what a decision rests on, in its transaction. */
export function evidenceWrites(at: At): Pick<Writing, 'keepEvidence'> {
  return {
    async keepEvidence(arrival, row, now) {
      await insertRow(at, 'evidence', { arrival, at: now, row: JSON.stringify(row) });
    },
  };
}
