import { sceneOf } from '../../src/app/journey/5-match.ts';
import type { Ask } from '../../src/domain/ask/ask.ts';
import type { TicketScene } from '../../src/domain/decide/facts.ts';
import { headingOf } from '../../src/domain/decide/flow/labels.ts';
import type { TicketNo } from '../../src/domain/ids.ts';
import type { Person } from '../../src/domain/settings.ts';
import { offersFor } from '../../src/domain/workflow/offers.ts';
import { lookAt, whoOf } from '../../src/domain/workflow/place.ts';
import type { Workflow } from '../../src/domain/workflow/workflow.ts';
import type { TwoDesks } from '../properties/two-desks.ts';
import type { Chance } from '../torture/chance.ts';
import type { Left, Post } from './post.ts';

/** Something that a person does at an instant. */
export type Deed = { at: number; what: string; run: () => Promise<void> };

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

export type Players = {
  /** A customer writes of something new. */
  write(): Promise<void>;
  /** What comes of a mail that somebody got: nothing, or something later. */
  react(left: Left): Deed[];
};

const customers = [
  ...['jane@globex.example', 'bill@initech.example', 'ada@umbrella.example', 'pia@stark.example', 'lux@wayne.example'],
  ...['sam@elsewhere.example', 'kim@globex.example'],
];

/** People who take part in tickets as it comes: they answer late, in part, or never, and go away in between. */
export function playersOf(desks: TwoDesks, post: Post, chance: Chance): Players {
  const { house, clock } = desks;
  const deeds = new Map<TicketNo, number>();
  const happens = (percent: number): boolean => chance.whole(1, 100) <= percent;
  const later = (most: number): number => clock.now() + chance.whole(10 * minute, most);

  async function sceneFor(person: Person, ticket: TicketNo): Promise<TicketScene | null> {
    return house.store.read((at) => sceneOf(at, ticket, { kind: 'associate', person }, house.settings()));
  }

  async function askFor(row: Left['row'], is: (ask: Ask) => boolean): Promise<Ask | undefined> {
    const { ticket } = row;
    const asks = ticket === null ? [] : await house.store.read((at) => at.asks(ticket));
    return asks.find((ask) => ask.state === 'open' && is(ask));
  }

  const answerOf = (ask: Ask): string => {
    const word = chance.pick(ask.answers);
    return word === 'rate'
      ? String(chance.whole(1, 5))
      : word === 'reply'
        ? 'It began on Monday, on all machines.'
        : `${word}\n\nThank you.`;
  };

  async function customerActs({ row }: Left): Promise<void> {
    const address = row.to.address;
    const ask = await askFor(row, ({ of }) => of.some((one) => one.kind === 'contact' && one.address === address));
    if (ask !== undefined) return post.answers(address, ask, answerOf(ask));
    await post.comes({
      from: address,
      subject: row.subject ?? 'Re: your mail',
      text: 'Thank you. One thing more: it also beeps.',
    });
  }

  const goesAway = async ({ row, at }: Left): Promise<void> => {
    const back = new Date(at + chance.whole(2, 12) * day).toISOString().slice(0, 10);
    const headers = ['Auto-Submitted: auto-replied'];
    await post.comes({
      from: row.to.address,
      subject: `Automatic reply: ${row.subject ?? ''}`,
      text: `I am away until ${back}.`,
      headers,
    });
  };

  async function associateActs(person: Person, ticket: TicketNo, row: Left['row']): Promise<void> {
    const own = await askFor(row, ({ of }) => of.some((one) => one.kind === 'associate' && one.handle === person.handle));
    if (own !== undefined) return post.answers(person.addresses[0] ?? '', own, answerOf(own));
    const scene = await sceneFor(person, ticket);
    if (scene === null || scene.ticket.closed !== null) return;
    const done = (deeds.get(ticket) ?? 0) + 1;
    deeds.set(ticket, done);
    if (done > 18) return post.commands(person, ticket, '!close\nWe close this now.');
    const look = lookAt({ ...scene, ticket: scene.ticket }, clock.now());
    const offers = offersFor(scene.workflow, scene.ticket.state, whoOf(person, scene.ticket), look);
    if (offers.length === 0 || happens(25)) return post.commands(person, ticket, common(person));
    const { command, word, wants } = chance.pick(offers);
    const said = wants.map((field) => `${headingOf(field)} ${answerFor(scene.workflow, field)}`);
    await post.commands(person, ticket, [`!${command}${word === null ? '' : ` ${word}`}`, ...said, 'We are at it.'].join('\n\n'));
  }

  function common({ handle }: Person): string {
    const until = new Date(clock.now() + chance.whole(1, 9) * day).toISOString().slice(0, 10);
    const severity = chance.pick(['low', 'medium', 'high', 'high', 'severe']);
    return chance.pick([
      ...[
        `!take\nI look at it.`,
        `!note\nHm.`,
        `!severity ${severity}`,
        `!time 2h30`,
        `!hold until ${until} "parts are ordered"`,
      ],
      ...[
        `!assign ${handle}`,
        `!away until ${until}`,
        'We are on it and write again tomorrow.',
        '!quote 480 EUR\nThree hours of work.',
      ],
    ]);
  }

  function answerFor({ fields }: Workflow, field: string): string {
    const kind = fields[field] ?? { kind: 'text' };
    if (kind.kind === 'choice') return chance.pick(kind.values);
    const soon = new Date(clock.now() + chance.whole(2, 20) * day).toISOString().slice(0, 10);
    return {
      text: 'as agreed',
      number: '3',
      date: soon,
      duration: '3h',
      money: '480 EUR',
      person: 'emil',
      times: `${soon} 10:00`,
      lines: '3h Work @ 60 EUR',
    }[kind.kind];
  }

  return {
    write: () =>
      post.comes({
        from: chance.pick(customers),
        subject: `Case ${post.count()}`,
        text: 'Please help. It fails since this morning.',
      }),
    react(left) {
      const { row } = left;
      if (row.party === 'contact') {
        if (happens(8)) return [{ at: later(hour), what: 'away', run: () => goesAway(left) }];
        const isAsked = ['asked', 'offered', 'reminded'].includes(row.template);
        return happens(isAsked ? 55 : 6) ? [{ at: later(5 * day), what: 'customer', run: () => customerActs(left) }] : [];
      }
      const person = house.settings().people.find(({ addresses }) => addresses.includes(row.to.address));
      const { ticket } = row;
      if (person === undefined || ticket === null || row.automatic === 'auto-replied') return [];
      return happens(70) ? [{ at: later(2 * day), what: 'associate', run: () => associateActs(person, ticket, row) }] : [];
    },
  };
}
