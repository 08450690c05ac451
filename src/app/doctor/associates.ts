import type { EvidenceRow } from '../../domain/authenticate/evidence.ts';
import type { Arrival } from '../../domain/ticket.ts';
import type { House } from '../house.ts';
import { storedMail } from '../stored-mail.ts';
import { type Finding, look, well } from './finding.ts';

/** One mail of an associate, and how far it was proved when it was decided. */
export type Proved = { at: number; level: EvidenceRow['level']; by: string; messageId: string };
export type AssociateReport = { handle: string; mails: readonly Proved[] };

/** Mails looked back at, and of each associate. */
const most = 400;
const mostEach = 3;

/** At which level the last mails of each associate arrived. Who wrote a mail stands only in the mail itself. */
export async function examineAssociates(house: House): Promise<AssociateReport[]> {
  const { people } = house.settings();
  const found = new Map(people.map(({ handle }) => [handle, [] as Proved[]]));
  for (const arrival of await house.store.read((at) => at.latestArrivals(most))) {
    if ([...found.values()].every(({ length }) => length >= mostEach)) break;
    const from = (await storedMail(house, arrival))?.from.address ?? '';
    const person = people.find(({ addresses }) => addresses.includes(from));
    const mails = person === undefined ? undefined : found.get(person.handle);
    if (mails !== undefined && mails.length < mostEach) mails.push(...(await provedOf(house, arrival)));
  }
  return [...found].map(([handle, mails]) => ({ handle, mails }));
}

async function provedOf({ store }: House, { id, receivedAt, messageId }: Arrival): Promise<Proved[]> {
  const [row] = await store.read((at) => at.evidence(id)); // as it came; a confirmation adds another
  return row === undefined ? [] : [{ at: receivedAt, level: row.level, by: row.by, messageId: messageId ?? '' }];
}

/** What that means for each of them. */
export function associateFinding({ handle, mails: [last, ...before] }: AssociateReport): Finding {
  const check = `associate ${handle}`;
  if (last === undefined) return well(check, 'has not written of late');
  const proof = last.by === 'none' ? 'nothing came with the mail that proves its sender' : last.by;
  const others = before.length === 0 ? '' : `; before that ${before.map(({ level }) => level).join(', ')}`;
  const found = `last mail, ${minuteOf(last.at)}: ${last.level} (${proof})${others}`;
  if (last.level >= 'E2') return well(check, found);
  return look(
    check,
    found,
    `commands of ${handle} wait until confirmed; docs/handbook.md, “Who is believed”, says what proves a sender`,
  );
}

const minuteOf = (at: number): string => `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
