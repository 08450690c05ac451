import { createHash } from 'node:crypto';
import type { AskEffect, Asked, NewProof } from '../../../domain/ask/ask.ts';
import { beginning, canonical, type Link, linkFor, type Proof } from '../../../domain/evidence-chain.ts';
import { type ArrivalId, type Sha256, sha256 } from '../../../domain/ids.ts';
import type { ChainReads } from '../../../domain/reads.ts';
import { insertRow } from '../prepared.ts';
import { fromJson } from '../schema.ts';
import type { At } from '../search.ts';
import { addressRow } from './contacts.ts';
import { associateRow } from './people.ts';

/** What decisions about answers rested on, each row chained to the one before. */
export const chainReads = ({ tx }: At): ChainReads => ({
  async evidenceChain() {
    const rows = await tx.selectFrom('evidence_chain').selectAll().orderBy('id').execute();
    return rows.map(({ digest, previous, hash, proof }): Link => ({ digest, previous, hash, proof: fromJson<Proof>(proof) }));
  },
});

/** Adds a row behind the last one. */
export async function keepProof(
  at: At,
  { proof: found }: Extract<AskEffect, { act: 'keep-proof' }>,
  now: number,
  arrival: ArrivalId | null,
): Promise<void> {
  const last = await at.tx.selectFrom('evidence_chain').select('hash').orderBy('id', 'desc').limit(1).executeTakeFirst();
  const proof = await wholeProof(at, found, now, arrival);
  const { digest, previous, hash } = linkFor(proof, last?.hash ?? beginning, hashText);
  await insertRow(at, 'evidence_chain', { ticket: proof.ticket, arrival, proof: canonical(proof), digest, previous, hash });
}

async function wholeProof(at: At, found: NewProof, now: number, arrival: ArrivalId | null): Promise<Proof> {
  const { by, recordedBy } = found;
  return {
    ...found,
    at: now,
    by: await numberOf(at, by, now),
    recordedBy: recordedBy === null ? null : await numberOf(at, { kind: 'associate', handle: recordedBy }, now),
    ...(await mailOf(at, arrival)),
  };
}

async function numberOf(at: At, one: Asked, now: number): Promise<string> {
  if (one.kind === 'associate') return `associate ${await associateRow(at, one.handle, now)}`;
  return `contact ${(await addressRow(at, one.address, '', now)).contact}`;
}

/** The mail as it came, and what was found out about its sender: kept just before, in the same transaction. */
async function mailOf({ tx }: At, arrival: ArrivalId | null): Promise<Pick<Proof, 'raw' | 'report'>> {
  if (arrival === null) return { raw: null, report: null };
  const mail = await tx.selectFrom('arrivals').select('sha256').where('id', '=', arrival).executeTakeFirst();
  const kept = tx.selectFrom('evidence').select('row').where('arrival', '=', arrival);
  const report = await kept.orderBy('id', 'desc').limit(1).executeTakeFirst();
  return { raw: mail?.sha256 ?? null, report: report === undefined ? null : hashText(report.row) };
}

const hashText = (text: string): Sha256 => sha256(createHash('sha256').update(text).digest('hex'));
