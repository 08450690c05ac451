import type { Effect } from '../../effect.ts';
import { periodCalled } from '../../review/cadence.ts';
import { type Period, periodOf, spans } from '../../review/period.ts';
import { reviewReaders } from '../../review/tell-review.ts';
import { say } from '../../saying.ts';
import type { CustomerSettings } from '../../settings.ts';
import { customerCalled } from '../customers-called.ts';
import { whenAtStart } from '../grammar/when.ts';
import type { Word } from '../grammar/words.ts';
import { type Command, type Deed, type DeskScene, insiders } from './command.ts';
import { zoneOf } from './hold.ts';

/** What was asked, solved, open and agreed with a customer: to its author first, then to the customer. */
export const review: Command = {
  name: 'review',
  translations: { es: ['balance'], de: ['rückblick', 'rueckblick'], fr: ['bilan'], pt: ['balanço', 'balanco'] },
  args: '[CUSTOMER] [week|month|quarter|year|2026-03|2026-Q1|since DATE] [send] | [CUSTOMER] priorities',
  roles: insiders,
  class: 'C3a',
  help: say(
    'Mails you the service review of a customer: what was asked, solved and agreed, what is open, and what matters to them. With `send` it goes to their point of contact, your text above it. `priorities` keeps your text, a line each, as what matters to them.',
  ),
  inTitle: false,
  fits: () => true,
  reads: (words, { scene }) => {
    const { called } = partsOf(words);
    const customer = called || scene?.ticket.customer;
    return customer ? { kind: 'review', customer } : null;
  },
  anywhere: (words, scene) => perform(words, scene, null),
  perform: (words, scene) => perform(words, scene, scene.ticket.customer),
};

type Parts = { called: string; span: readonly Word[]; deed: 'draft' | 'send' | 'priorities' };

/** The customer's name, then how far back, then what to do. */
function partsOf(words: readonly Word[]): Parts {
  const last = words.at(-1)?.text.toLowerCase();
  const deed = last === 'send' || last === 'priorities' ? last : 'draft';
  const rest = deed === 'draft' ? words : words.slice(0, -1);
  const at = rest.findIndex(({ text }) => isSpan(text.toLowerCase()));
  const name = at < 0 ? rest : rest.slice(0, at);
  return { called: name.map(({ text }) => text).join(' '), span: at < 0 ? [] : rest.slice(at), deed };
}

const isSpan = (word: string): boolean => [...spans, 'since'].some((one) => one === word) || periodCalled(word, 'UTC') !== null;

function perform(words: readonly Word[], scene: DeskScene, ofTicket: string | null): Deed {
  const { settings, lookups, actor, text } = scene;
  const parts = partsOf(words);
  const id = parts.called === '' ? ofTicket : (customerCalled(parts.called, settings, lookups)?.id ?? null);
  const customer = settings.customers.find((one) => one.id === id);
  if (customer === undefined) return unknown(parts, words[0], scene);
  if (parts.deed === 'priorities') return keepPriorities(customer, text);
  const period = periodIn(parts.span, customer, scene);
  if ('kind' in period) return period;
  const facts = lookups.reviews.get(customer.id);
  if (facts === undefined) return unknown(parts, words[0], scene);
  const readers = reviewReaders(customer);
  if (parts.deed === 'send' && readers.length === 0)
    return {
      ...{
        kind: 'refused',
        problem: say`nobody of ${customer.name} with an address is a point of contact, approves or wants to know`,
      },
      ...{ expected: say('such a contact in customers.yaml'), suggestions: [`review ${customer.id}`] },
    };
  const sends = parts.deed === 'send';
  const again = ['review', customer.id, ...parts.span.map((word) => word.text), 'send'].join(' ');
  return {
    kind: 'done',
    ...(sends ? { event: 'review-sent', data: { customer: customer.id, to: readers.length } } : {}),
    change: sends
      ? say`the review goes to ${readers.map(({ name, addresses: [a = ''] }) => name || a).join(', ')}`
      : say('comes in this mail'),
    text: 'note',
    answer: { kind: 'review', letter: { facts, period, body: sends ? text : '', by: actor }, command: sends ? '' : again },
  };
}

function periodIn(
  span: readonly Word[],
  { timezone }: CustomerSettings,
  scene: DeskScene,
): Period | Extract<Deed, { kind: 'refused' }> {
  const { now, settings } = scene;
  const zone = timezone ?? settings.desk.timezone;
  const [first, ...rest] = span.map(({ text }) => text.toLowerCase());
  const named = spans.find((one) => one === first) ?? (first === undefined ? 'quarter' : null);
  if (named !== null && rest.length === 0) return periodOf(named, now, zone);
  const called = periodCalled(first ?? '', zone);
  if (called !== null && rest.length === 0 && called.from < now) return { from: called.from, to: Math.min(called.to, now) };
  const found = first === 'since' ? whenAtStart(rest, { now, zone: zoneOf(scene) }) : null;
  if (found !== null && found.when.at < now && found.used === rest.length) return { from: found.when.at, to: now };
  const [word] = span;
  return {
    ...{ kind: 'refused', problem: say('that is no time to look back on') },
    ...{
      expected: say('week, month, quarter, year, `2026-03`, `2026-Q1`, or a day behind it: `since 2026-01-01`'),
      ...(word && { word }),
    },
    suggestions: ['review month', 'review quarter'],
  };
}

function unknown({ called }: Parts, word: Word | undefined, { settings }: DeskScene): Deed {
  return {
    ...{ kind: 'refused', problem: called === '' ? say('no customer is named') : say`no customer is called “${called}”` },
    ...{ expected: say('the id or name of a customer'), ...(word && { word }) },
    suggestions: settings.customers.slice(0, 3).map(({ id }) => `review ${id}`),
  };
}

/** Kept where the desk keeps what it learns; what `customers.yaml` says of it stands above that. */
function keepPriorities({ id, name, priorities: was }: CustomerSettings, text: string): Deed {
  const said = text
    .split('\n')
    .map((line) => line.replace(/^\s*[-*•]\s*/, '').trim())
    .filter((line) => line !== '');
  const keep = (priorities: readonly string[]): Effect => ({ act: 'keep-priorities', customer: id, priorities });
  return {
    kind: 'done',
    effects: [keep(said)],
    back: [keep(was)],
    event: 'priorities',
    data: { customer: id, count: said.length },
    text: 'note',
    change:
      said.length === 0
        ? say`nothing is on record of what matters to ${name}`
        : say`${name}: ${said.length} priorities on record`,
  };
}
