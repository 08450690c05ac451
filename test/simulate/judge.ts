import { daysBetween } from '../../src/domain/contract/term.ts';
import { type Lived, start } from './life.ts';
import type { Left } from './post.ts';
import { isReading } from './readers.ts';

const day = 86_400_000;

/** What was seen of one kind: how often it was looked for, and where it was wrong. */
export type Finding = { law: string; seen: number; wrong: readonly string[] };

/** Holds what two desks did against what was promised: each law by itself. */
export async function judge(lived: Lived): Promise<Finding[]> {
  const severe = await severeOf(lived);
  const ofTime = lived.left.filter(({ row }) => isOfTime(row));
  return [
    inHours(ofTime, severe),
    once(ofTime),
    { law: 'nothing that was due is left undone', seen: lived.ticks, wrong: lived.undone },
    await reminded(lived),
    await contractsTold(lived),
    await nothingWaits(lived),
    { law: 'no job failed', seen: lived.ticks, wrong: lived.desks.alerts },
  ];
}

/** Nobody's mail caused it. */
const isOfTime = ({ journey, automatic, template }: Left['row']): boolean =>
  journey === null && automatic === 'auto-generated' && template !== 'admin-alert';

/** Tickets that were severe at some time. */
async function severeOf({ desks }: Lived): Promise<ReadonlySet<number>> {
  return desks.house.store.read(async (at) => {
    const all = await at.tickets({});
    const severe = await Promise.all(
      all.map(async ({ number }) => ((await at.phases(number)).some(({ severity }) => severity === 'severe') ? [number] : [])),
    );
    return new Set(severe.flat());
  });
}

function inHours(mails: readonly Left[], severe: ReadonlySet<number>): Finding {
  const held = mails.filter(({ row }) => row.ticket === null || !severe.has(row.ticket));
  return {
    law: 'no mail of time’s leaves outside its reader’s hours, severe tickets aside',
    seen: held.length,
    wrong: held.filter(({ row, at }) => !isReading(row.to.address, at)).map(shown),
  };
}

/** The same words about the same thing to the same person within a day are one too many. */
function once(mails: readonly Left[]): Finding {
  const groups = Map.groupBy(mails, ({ row }) => `${row.to.address} ${row.ticket} ${row.template} ${JSON.stringify(row.data)}`);
  const doubled = [...groups.values()].flatMap((group) =>
    group.filter(({ row }, at) => at > 0 && row.created - (group[at - 1]?.row.created ?? 0) < day),
  );
  return { law: 'no mail of time’s is doubled', seen: mails.length, wrong: doubled.map(shown) };
}

/** Of each question: no more reminders to one person than were planned, none before its time. */
async function reminded({ desks }: Lived): Promise<Finding> {
  const all = await desks.house.store.read(async (at) => {
    const tickets = await at.tickets({});
    return Promise.all(
      tickets.map(async ({ number }) => ({ number, asks: await at.asks(number), journal: await at.journal(number) })),
    );
  });
  let seen = 0;
  const wrong = all.flatMap(({ number, asks, journal }) =>
    asks.flatMap((ask) => {
      const rows = journal.filter(
        (row) => row.event === 'reminded' && row.data['ask'] === ask.ask && row.data['round'] === ask.round,
      );
      seen += rows.length;
      const most = ask.reminds.length * ask.of.length;
      const early = rows.filter(({ at }) => at < Math.min(...ask.reminds));
      return rows.length > most || early.length > 0
        ? [`HD-${number} ${ask.ask} round ${ask.round}: ${rows.length} of ${most}`]
        : [];
    }),
  );
  return { law: 'a question is put again as often as planned at most, never early', seen, wrong };
}

/** Each mark of each contract that came while the desks lived: told once they were up, and to everybody it is for. */
async function contractsTold({ desks, left, down }: Lived): Promise<Finding> {
  const { house, clock } = desks;
  const end = clock.now();
  const mails = left.filter(({ row }) => row.template === 'contract-news' && row.data['used'] === '');
  const wrong: string[] = [];
  let seen = 0;
  for (const { contacts, contracts } of house.settings().customers)
    for (const { number, ends } of contracts) {
      const to = contacts.find(({ spoc }) => spoc)?.addresses[0] ?? '';
      const got = mails.filter(({ row }) => row.data['number'] === number && row.to.address === to);
      const come = house.settings().sla.contracts.remindDays.flatMap((days) => {
        const on = Date.parse(ends) - days * day;
        return on > start + 2 * day && on < end - 10 * day ? [on] : [];
      });
      const folded = come.filter((on, at) =>
        down.some(([from, to]) => from <= on + day && to >= (come[at + 1] ?? Number.POSITIVE_INFINITY)),
      );
      seen += come.length;
      if (got.length > come.length + 1 || got.length < come.length - folded.length)
        wrong.push(
          `${number}: ${got.length} mails for ${come.length} days, ${got.map(({ at }) => `${daysBetween(new Date(at).toISOString().slice(0, 10), ends)}`).join()} days before`,
        );
    }
  return { law: 'of each contract each day that came is told, once', seen, wrong };
}

/** All that could leave has left. */
async function nothingWaits({ desks }: Lived): Promise<Finding> {
  const now = desks.clock.now();
  const rows = await desks.house.store.read((at) => at.outbox({}));
  const late = rows.filter(
    ({ state, next }) => ['delayed', 'waiting', 'sending'].includes(state) && (next ?? 0) < now - 5 * 60_000,
  );
  return { law: 'all that could leave has left', seen: rows.length, wrong: late.map(({ id, template }) => `${id} ${template}`) };
}

const shown = ({ row, at }: Left): string =>
  `${row.template} on ${row.ticket ?? 'no ticket'} to ${row.to.address} at ${new Date(at).toISOString()}`;
