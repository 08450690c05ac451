import { brokenChain, mailChainEnd } from '../../domain/answer/evidence-head.ts';
import { deskHours } from '../../domain/calendar/desk-hours.ts';
import { inReadersHours } from '../../domain/due/readers-hours.ts';
import { chainFaults, checkChain, type Link } from '../../domain/evidence-chain.ts';
import type { Reading } from '../../domain/ports.ts';
import { hashText } from '../bundle/collect-bundle.ts';
import type { JobParts } from './job.ts';

/** Looked back for the end that was mailed last. */
const most = 500;

/** Mails the end of the chain of evidence where it is another than was mailed last; a chain that is broken is an alarm. */
export async function mailEvidenceHead({ store, clock, settings, newId, alert }: JobParts): Promise<void> {
  const now = clock.now();
  const chain = await store.read((at) => at.evidenceChain());
  const checked = checkChain(chain, hashText);
  if (checked.kind === 'broken') return await alert(brokenChain(checked.at + 1, chainFaults[checked.why]));
  await store.write(async (at) => {
    const [last, added] = [chain.at(-1), await addedTo(at, chain)];
    if (last === undefined || added === 0) return;
    const end = { head: last.hash, answers: chain.length, added, last: last.proof?.at ?? now };
    const mails = inReadersHours(
      mailChainEnd({ settings: settings(), now, newId }, end),
      deskHours(settings()),
      settings().people,
      null,
    );
    await at.apply([...mails, { act: 'tell-once', keys: [keyOf(last)] }], now, null);
  });
}

const keyOf = ({ hash }: Link): string => `evidence-head ${hash}`;

/** Links behind the one that was mailed last. */
async function addedTo(at: Reading, chain: readonly Link[]): Promise<number> {
  const lately = chain.slice(-most);
  const told = await at.toldOnce(lately.map(keyOf));
  return lately.length - 1 - lately.findLastIndex((link) => told.has(keyOf(link)));
}
