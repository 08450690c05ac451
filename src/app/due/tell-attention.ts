import { attentionMail, type Item, isStill } from '../../domain/attention/attention-mail.ts';
import type { Notice } from '../../domain/attention/notice.ts';
import { toldNow } from '../../domain/attention/told-now.ts';
import type { DeskHours } from '../../domain/calendar/desk-hours.ts';
import type { Effect } from '../../domain/effect.ts';
import type { Writing } from '../../domain/ports.ts';
import type { Person, Settings } from '../../domain/settings.ts';
import { clocksOf } from '../../domain/sla/clocks-of.ts';
import { withDirectory } from '../journey/5-directory.ts';
import { sceneOf } from '../journey/5-match.ts';
import { hoursOf } from './opened-hours.ts';
import type { Passing } from './pass-time.ts';

/**
 * Tells each of us what waits for them, in one mail, when its time has come. What was seen to meanwhile is not told any more;
 * of whoever is away the one who stands in for them hears, else the leads.
 */
export async function tellAttention({ store, settings: known, clock, newId }: Passing): Promise<void> {
  if ((await store.read((at) => at.notices())).length === 0) return;
  const now = clock.now();
  await store.write(async (at) => {
    const settings = await withDirectory(at, known());
    const hours = hoursOf(settings);
    const told = await at.lastTold();
    const waiting = await inPlaceOfAway(at, await at.notices(), settings, now);
    for (const [handle, notices] of Map.groupBy(waiting, (notice) => notice.handle)) {
      const person = settings.people.find((one) => one.handle === handle);
      const ready = toldNow(notices, told.get(handle) ?? null, hours.ofPerson(handle), now);
      if (person === undefined) await at.apply([{ act: 'drop-notices', ids: notices.map(({ id }) => id) }], now, null);
      else if (ready.length > 0) await at.apply(await tellOne(at, { settings, hours, now, newId, person }, ready), now, null);
    }
  });
}

type Telling = { settings: Settings; hours: DeskHours; now: number; newId: Passing['newId']; person: Person };

async function tellOne(
  at: Writing,
  { settings, hours, now, newId, person }: Telling,
  notices: readonly Notice[],
): Promise<Effect[]> {
  const items: Item[] = [];
  for (const notice of latestOf(notices)) items.push(...(await itemOf(at, notice, settings, hours, now)));
  const still = items.filter(isStill);
  const listing = { person, desk: settings.desk, customers: settings.customers, now };
  const mail = still.length === 0 ? [] : attentionMail({ settings, now, newId }, listing, still);
  const noted: Effect[] = mail.length === 0 ? [] : [{ act: 'note-told', handle: person.handle }];
  return [{ act: 'drop-notices', ids: notices.map(({ id }) => id) }, ...mail, ...noted];
}

/** Of one clock of a ticket the last word. */
const latestOf = (notices: readonly Notice[]): Notice[] => [
  ...new Map(notices.map((notice) => [`${notice.ticket} ${notice.clock}`, notice])).values(),
];

async function itemOf(at: Writing, notice: Notice, settings: Settings, hours: DeskHours, now: number): Promise<Item[]> {
  const scene = await sceneOf(at, notice.ticket, { kind: 'desk' }, settings);
  if (scene === null) return [];
  const { ticket } = scene;
  if (notice.clock === '') return [{ notice, ticket, clock: null }];
  const withJournal = { ...scene, journal: await at.journal(notice.ticket) };
  const clocks = clocksOf(withJournal, await at.phases(notice.ticket), settings, hours, now);
  const clock = clocks.find(({ name }) => name === notice.clock);
  return clock === undefined ? [] : [{ notice, ticket, clock }];
}

async function inPlaceOfAway(at: Writing, notices: readonly Notice[], { people }: Settings, now: number): Promise<Notice[]> {
  const colleagues = await at.colleagues();
  const away = (handle: string) =>
    colleagues.find((one) => one.handle === handle && one.awayUntil !== null && one.awayUntil > now);
  const leads = people.filter(({ roles, handle }) => roles.includes('lead') && !away(handle)).map(({ handle }) => handle);
  return notices.flatMap((notice) => {
    const absent = away(notice.handle);
    if (absent === undefined) return [notice];
    const instead = absent.awayTo !== null && !away(absent.awayTo) ? [absent.awayTo] : leads;
    return instead.length === 0 ? [notice] : instead.map((handle) => ({ ...notice, handle }));
  });
}
