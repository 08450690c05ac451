import { deskHours } from '../../domain/calendar/desk-hours.ts';
import { type AwayDesk, giveBack, handOver, offerKey, offerOver, standInOf, waitingOnes } from '../../domain/decide/away.ts';
import { absencesNow } from '../../domain/directory/absences.ts';
import type { Writing } from '../../domain/ports.ts';
import type { Colleague } from '../../domain/ticket.ts';
import { withDirectory } from '../journey/5-directory.ts';
import type { JobParts } from './job.ts';

/** Sees to the tickets of those who are away, and of those who are back. */
export async function seeToAbsences({ store, clock, settings, newId }: JobParts): Promise<void> {
  const now = clock.now();
  await store.write(async (at) => {
    const all = await withDirectory(at, settings());
    const desk: AwayDesk = { settings: all, now, newId, hours: deskHours(all) };
    await beginAbsences(at, desk);
    const colleagues = await at.colleagues();
    const { away } = all.sla;
    if (away !== undefined)
      for (const who of colleagues.filter(({ awayUntil }) => (awayUntil ?? 0) > now)) {
        const given = (await at.handedOver()).filter(({ from }) => from === who.handle).map(({ ticket }) => ticket);
        const theirs = (await at.tickets({ mine: who.handle, open: true })).filter(({ number }) => !given.includes(number));
        const tickets = waitingOnes(theirs, away.handOver);
        await at.apply(await effectsFor(at, desk, who, colleagues, tickets), now, null);
      }
    await takeBack(at, desk, colleagues);
  });
}

/** What people.yaml says is as if they had written it when it begins. */
async function beginAbsences(at: Writing, { settings, now }: AwayDesk): Promise<void> {
  for (const { key, handle, until, to } of absencesNow(settings, now)) {
    if ((await at.toldOnce([key])).size > 0) continue;
    const set = { awayUntil: until, awayTo: to };
    await at.apply(
      [
        { act: 'prefer', handle, set },
        { act: 'tell-once', keys: [key] },
      ],
      now,
      null,
    );
  }
}

async function effectsFor(
  at: Writing,
  desk: AwayDesk,
  who: Colleague,
  colleagues: readonly Colleague[],
  tickets: Awaited<ReturnType<Writing['tickets']>>,
) {
  if (tickets.length === 0) return [];
  if (desk.settings.sla.away?.handOver !== 'offer') return handOver(desk, who, standInOf(who, colleagues, desk.now), tickets);
  const told = await at.toldOnce(tickets.map((ticket) => offerKey(who, ticket)));
  const news = tickets.filter((ticket) => !told.has(offerKey(who, ticket)));
  return news.length === 0 ? [] : offerOver(desk, who, news);
}

async function takeBack(at: Writing, desk: AwayDesk, colleagues: readonly Colleague[]): Promise<void> {
  const handed = await at.handedOver();
  for (const { handle, awayUntil } of colleagues) {
    const own = handed.filter(({ from }) => from === handle);
    if (own.length === 0 || (awayUntil ?? 0) > desk.now) continue;
    const found = await Promise.all(own.map(({ ticket }) => at.ticket(ticket)));
    const tickets = found.filter((ticket) => ticket !== null && ticket.deleted === null && ticket.mergedInto === undefined);
    await at.apply(
      giveBack(
        desk,
        handle,
        own,
        tickets.filter((ticket) => ticket !== null),
      ),
      desk.now,
      null,
    );
  }
}
