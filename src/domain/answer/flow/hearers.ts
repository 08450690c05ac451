import type { Asked } from '../../ask/ask.ts';
import type { NewAsk } from '../../ask/open-ask.ts';
import type { Person } from '../../settings.ts';
import type { Actor } from '../../ticket.ts';
import { type Around, isSame, peopleOf } from '../../workflow/people-of.ts';
import type { Audience } from '../../workflow/workflow.ts';
import { admins } from '../told.ts';
import type { Telling } from './telling.ts';

/** One person who hears of a step, and all that they hear: keys of texts, questions. */
export type Hearer = { who: Asked; texts: readonly string[]; asks: readonly NewAsk[] };

/** `empty`: sides on which there is nobody, so that others of us hear in their place. */
export type Hearers = { all: readonly Hearer[]; empty: readonly Audience[] };

/** Whom a step tells and asks, each once whatever sides they stand on. Nobody is told of their own deed. */
export function hearersOf(telling: Telling): Hearers {
  const around = aroundOf(telling);
  const empty: Audience[] = [];
  const found = new Map<string, { who: Asked; texts: string[]; asks: NewAsk[] }>();
  const hearer = (who: Asked) => {
    const key = who.kind === 'contact' ? who.address.toLowerCase() : `@${who.handle}`;
    const one = found.get(key) ?? { who, texts: [], asks: [] };
    found.set(key, one);
    return one;
  };
  for (const { to, text } of telling.moved.tells) {
    const side = peopleOf(to, around);
    const told = side.length > 0 || !isInside(to) ? side : inTheirPlace(around);
    if (side.length === 0 && isInside(to)) empty.push(to);
    for (const who of told) if (!isBy(who, telling.by, around)) hearer(who).texts.push(text);
  }
  for (const ask of telling.asks) for (const who of ask.of) hearer(who).asks.push(ask);
  return { all: [...found.values()], empty: [...new Set(empty)] };
}

export const aroundOf = ({ scene, settings }: Telling): Around => ({
  ticket: scene.ticket,
  participants: scene.participants,
  people: settings.people,
  customers: settings.customers,
});

/** Somebody must hear: the leads, else the team, else those who look after the desk. */
function inTheirPlace(around: Around): readonly Asked[] {
  const leads = peopleOf('lead', around);
  const others = leads.length > 0 ? leads : peopleOf('team', around);
  return others.length > 0 ? others : admins(around.people).map(asAsked);
}

const asAsked = ({ handle }: Person): Asked => ({ kind: 'associate', handle });

const outside: readonly Audience[] = [
  ...(['requester', 'customer', 'participants', 'approver', 'validator'] as const),
  ...(['spoc_theirs', 'users', 'stakeholders', 'waiting'] as const),
];
const isInside = (side: Audience): boolean => !outside.includes(side);

/** The customer who did it hears what follows from it; one of us has the receipt. */
const isBy = (who: Asked, by: Actor, { people }: Around): boolean =>
  by.kind === 'associate' &&
  (isSame(who, by) || (who.kind === 'contact' && addressesOf(by.handle, people).includes(who.address)));

const addressesOf = (handle: string, people: readonly Person[]): readonly string[] =>
  people.find((person) => person.handle === handle)?.addresses ?? [];
