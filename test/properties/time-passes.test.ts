import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deskHours } from '../../src/domain/calendar/desk-hours.ts';
import { nextWorking } from '../../src/domain/calendar/working-time.ts';
import { ticketNo } from '../../src/domain/ids.ts';
import type { JournalRow, Ticket } from '../../src/domain/ticket.ts';
import { type TwoDesks, twoDesks } from './two-desks.ts';

const hour = 3_600_000;
const day = 24 * hour;
/** Sunday evening; four weeks in which clocks change on both sides of the ocean, with Easter behind them. */
const start = Date.parse('2026-03-01T20:00:00Z');
const end = start + 60 * day;

/** Who writes, and when, counted from the start. */
type Mail = { from: string; after: number };
const mail: fc.Arbitrary<Mail> = fc.record({
  from: fc.constantFrom('jane@globex.example', 'bill@initech.example', 'sam@elsewhere.example'),
  after: fc.integer({ min: 0, max: 20 * 24 * 60 }).map((minutes) => minutes * 60_000),
});
/** How long the desks run and are down, in turn. */
const spells = fc.array(fc.tuple(fc.integer({ min: 1, max: 6 * 24 }), fc.integer({ min: 1, max: 9 * 24 })), { maxLength: 8 });

/** Mails come whenever they are written; the desks look at the clock only while they run. */
async function live(desks: TwoDesks, mails: readonly Mail[], pattern: readonly (readonly [number, number])[]): Promise<void> {
  const bounds = pattern.flat().map((hours) => hours * hour);
  const edges = bounds.map((_, index) => start + bounds.slice(0, index + 1).reduce((sum, length) => sum + length, 0));
  const isUp = (at: number): boolean => edges.filter((edge) => edge <= at).length % 2 === 0;
  const moments = [...edges, ...mails.map(({ after }) => start + after)]
    .filter((at) => at < end - 10 * day)
    .toSorted((a, b) => a - b);
  for (const moment of [...new Set(moments), end]) {
    if (isUp(desks.clock.now())) await desks.runsUntil(moment);
    else desks.clock.passes(moment - desks.clock.now());
    for (const { from } of mails.filter(({ after }) => start + after === moment)) await desks.writes(from, `Mail of ${moment}`);
  }
  await desks.runsUntil(end + 30 * day);
}

type Story = { ticket: Ticket; journal: readonly JournalRow[]; keys: readonly string[] };

const storiesOf = ({ house }: TwoDesks): Promise<Story[]> =>
  house.store.read(async (at) => {
    const tickets = await at.tickets({});
    return Promise.all(
      tickets.map(async (ticket) => ({
        ticket,
        journal: await at.journal(ticket.number),
        keys: [...(await at.doneByTime(ticket.number)).keys()],
      })),
    );
  });

const count = ({ journal }: Story, event: string, ask?: string): number =>
  journal.filter((row) => row.event === event && (ask === undefined || row.data['ask'] === ask)).length;

/** Reminders of the questions of all tickets that left, or would, outside of their reader's hours. */
async function outOfHours({ house }: TwoDesks, stories: readonly Story[]): Promise<string[]> {
  const hours = deskHours(house.settings());
  const rows = await house.store.read((at) => at.outbox({}));
  return rows
    .filter(({ template }) => template === 'reminded')
    .filter(({ ticket, next }) => {
      const customer = stories.find((one) => one.ticket.number === ticket)?.ticket.customer ?? null;
      return next === null || nextWorking(hours.ofCustomer(customer), next) !== next;
    })
    .map(({ to, next }) => `${to.address} at ${new Date(next ?? 0).toISOString()}`);
}

test('nothing is missed, doubled or sent at night, however the desks were down', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(mail, { minLength: 1, maxLength: 4 }), spells, async (mails, pattern) => {
      await using desks = await twoDesks(start);
      await live(desks, mails, pattern);
      const stories = await storiesOf(desks);
      expect(stories).toHaveLength(mails.length);
      for (const story of stories) {
        const { ticket, keys } = story;
        expect(ticket).toMatchObject({ state: 'closed', fields: { silences: '1', lapses: '1', quiets: '1' } });
        expect(keys.filter((key) => key.startsWith('remind'))).toHaveLength(
          new Set(keys.filter((key) => key.startsWith('remind'))).size,
        );
        expect(count(story, 'reminded', 'question')).toBeGreaterThan(0);
        expect(count(story, 'reminded', 'question')).toBeLessThanOrEqual(2);
        expect(count(story, 'reminded', 'offer')).toBeLessThanOrEqual(3);
        expect(count(story, 'ask-expired', 'offer')).toBe(1);
        expect(count(story, 'ask-expired', 'question')).toBe(0);
      }
      expect(await outOfHours(desks, stories)).toEqual([]);
      expect(desks.alerts).toEqual([]);
    }),
    { numRuns: 4 },
  );
}, 300_000);

test('where the desk never rests each reminder comes when it was planned, in the morning of its reader in Tokyo', async () => {
  await using desks = await twoDesks(start);
  await live(desks, [{ from: 'jane@globex.example', after: 13 * hour }], []);
  const [story] = await storiesOf(desks);
  if (story === undefined) throw new Error('no ticket');
  const times = (event: string, ask: string) =>
    story.journal
      .filter((row) => row.event === event && row.data['ask'] === ask)
      .map(({ at }) => new Date(at).toISOString().slice(0, 16));
  expect({
    question: times('reminded', 'question'),
    offer: times('reminded', 'offer'),
    expired: times('ask-expired', 'offer'),
    closed: new Date(story.ticket.closed ?? 0).toISOString(),
  }).toEqual({
    question: ['2026-03-05T00:00', '2026-03-09T00:00'],
    offer: ['2026-03-04T00:00', '2026-03-06T00:00', '2026-03-10T00:00'],
    expired: ['2026-03-14T09:00'],
    closed: '2026-03-29T09:00:00.000Z',
  });
});

test('a ticket that cannot be dealt with holds no other up; the admins hear of it once', async () => {
  await using desks = await twoDesks(start + 14 * hour, (ticket) => ticket === 1001);
  await desks.writes('jane@globex.example', 'One');
  await desks.writes('bill@initech.example', 'Other');
  await desks.runsUntil(start + 10 * day);
  const journals = await storiesOf(desks);
  const reminded = new Map(journals.map((story) => [story.ticket.number, count(story, 'reminded')]));
  expect(reminded.get(ticketNo(1001))).toBe(0);
  expect(reminded.get(ticketNo(1002))).toBeGreaterThan(1);
  expect(desks.alerts[0]).toBe('The job sla fails: HD-1001: no number is left');
  expect(desks.alerts.length).toBeLessThan(10);
});
