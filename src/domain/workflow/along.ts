import { addressesIn } from '../answer/flow/tell-step.ts';
import { givenWith } from '../decide/answers/answering-step.ts';
import type { TicketScene } from '../decide/facts.ts';
import type { Effect } from '../effect.ts';
import { askId, type TicketNo } from '../ids.ts';
import { tagOf } from '../match/subject-tag.ts';
import { monthOf, offerCharge } from '../quote/charge.ts';
import { type Joint, jointsOf } from '../quote/joint.ts';
import { latestOffer } from '../quote/offer-facts.ts';
import { type Quote, quoteKey, quoteName } from '../quote/quote.ts';
import { type Saying, say } from '../saying.ts';
import type { Actor } from '../ticket.ts';
import { type Advanced, advanceOne } from './advance-one.ts';
import type { Enacting } from './enact.ts';
import type { Moved } from './moved.ts';
import { takenBack } from './taken-back.ts';
import { closed, type Trigger, type Workflow } from './workflow.ts';

/** Tickets that offers on the one in hand are for as well, by their numbers, each where it lives on by now. */
export type Accompanied = Enacting & { alongside: ReadonlyMap<TicketNo, TicketScene> };

/** What follows on other tickets, what takes it back, and what those inside should know of it. */
export type Along = { effects: readonly Effect[]; back: readonly Effect[]; noticed: readonly Saying[] };

/**
 * An offer may be for several tickets: each of them takes the step that the first one took, bears its part of what is owed, and
 * tells its own people; nobody outside reads the same twice.
 *
 * @param scene the ticket that the offer is on, with what is on record now
 * @param done what the move came to there
 */
export function goAlong(
  desk: Accompanied,
  { ticket, records }: TicketScene,
  moved: Moved,
  actor: Actor,
  done: readonly Effect[],
): Along {
  const heard = addressesIn(done);
  let { nextAsk } = desk;
  nextAsk = askId(nextAsk + put(done));
  const all = jointsOf(ticket.number, moved, records).flatMap((joint) =>
    joint.others.map((number) => {
      const charges = moved.charges.includes(joint.quote.offer.kind === 'fee' ? 'fee' : 'quote');
      const one = follow({ desk: { ...desk, nextAsk }, joint, first: ticket.number, number, actor, heard, charges });
      nextAsk = askId(nextAsk + put(one.effects));
      return one;
    }),
  );
  return {
    effects: all.flatMap(({ effects }) => effects),
    back: all.flatMap(({ back }) => back),
    noticed: all.flatMap(({ noticed }) => noticed),
  };
}

/** Questions that were put: their numbers are taken. */
const put = (effects: readonly Effect[]): number => effects.filter(({ act }) => act === 'open-ask').length;

type Following = {
  desk: Accompanied;
  joint: Joint;
  /** The ticket that the offer is on. */
  first: TicketNo;
  number: TicketNo;
  actor: Actor;
  heard: ReadonlySet<string>;
  /** Whether the offer is owed from here on. */
  charges: boolean;
};

function follow(following: Following): Along {
  const { desk, joint, number, first } = following;
  const found = desk.alongside.get(number);
  if (found === undefined) return notAlong(following, first, 'not-there');
  const scene = withQuote(found, joint.quote);
  const { ticket } = scene;
  if (ticket.state === closed || ticket.deleted !== null) return notAlong(following, first, 'closed');
  if (ticket.number !== number) return merged(following, scene);
  if (hasAnother(scene, joint.quote)) return notAlong(following, number, 'another-offer');
  const done = stepOf(following, scene);
  const owed = owedOn(following, scene, done?.effects ?? []);
  const effects = [...own(following, done?.effects ?? []), ...owed, noted(following, ticket.number, 'went-along', {})];
  const noticed = done === null && joint.became !== 'over' ? [nowhere(following)] : [];
  return { effects, back: takenBack(effects, found), noticed };
}

/** As it stands since the first ticket decided it. */
function withQuote(scene: TicketScene, quote: Quote): TicketScene {
  const others = scene.records.quotes.filter((one) => !isSame(one, quote));
  return { ...scene, records: { ...scene.records, quotes: [...others, quote] } };
}

const isSame = (one: Quote, other: Quote): boolean => JSON.stringify(quoteKey(one)) === JSON.stringify(quoteKey(other));

/** Something else was offered there since. */
function hasAnother({ records }: TicketScene, quote: Quote): boolean {
  const latest = latestOffer(records.quotes, quote.offer.kind === 'fee' ? 'fee' : 'quote');
  return latest !== null && !isSame(latest, quote) && latest.made > quote.made;
}

/** The first step there that the same event fires; its right was looked at on the first ticket. */
function stepOf({ desk, joint, actor }: Following, scene: TicketScene): Advanced | null {
  const { workflow } = scene;
  const who = { roles: [], level: null, sides: workflow.steps.flatMap(({ by }) => by) };
  const words = joint.quote.settled?.reason ?? '';
  for (const trigger of triggersOf(joint, workflow)) {
    const given = trigger.kind === 'answer' ? givenWith(workflow, { ...trigger, value: '', words }) : {};
    const happening = { trigger, who, actor, given };
    const done = advanceOne(desk, joint.became === 'offered' ? unasked(scene) : scene, happening);
    if (done.kind === 'advanced') return done;
  }
  return null;
}

type Answered = Extract<Trigger, { kind: 'answer' | 'expired' }>;

function triggersOf({ quote, became }: Joint, { asks, steps }: Workflow): Trigger[] {
  const kind = quote.offer.kind === 'fee' ? 'fee' : 'quote';
  if (became === 'offered') return [{ kind: 'command', command: kind, word: null }];
  return steps.flatMap(({ trigger }): Answered[] => {
    if (!('ask' in trigger) || asks[trigger.ask]?.about !== kind) return [];
    if (became === 'over') return trigger.kind === 'expired' ? [trigger] : [];
    const isNo = became === 'declined';
    return trigger.kind === 'answer' && (trigger.answer === 'decline' || trigger.answer === 'reject') === isNo ? [trigger] : [];
  });
}

/** One question is enough: it is put on the first ticket. */
function unasked(scene: TicketScene): TicketScene {
  const { workflow } = scene;
  const isAsked = (ask: string): boolean => ['quote', 'fee'].includes(workflow.asks[ask]?.about ?? '');
  const steps = workflow.steps.map((step) => ({ ...step, asks: step.asks.filter((ask) => !isAsked(ask)) }));
  return { ...scene, workflow: { ...workflow, steps } };
}

/** Without mails to those outside who read of it on the first ticket, unless they ask something. */
const own = ({ heard }: Following, effects: readonly Effect[]): Effect[] =>
  effects.filter(
    (effect) =>
      effect.act !== 'queue-mail' ||
      effect.mail.party === 'associate' ||
      !heard.has(effect.mail.to.address.toLowerCase()) ||
      (Array.isArray(effect.mail.data['asks']) && effect.mail.data['asks'].length > 0),
  );

/** Its part, where no step there charged it already. */
function owedOn(following: Following, { ticket }: TicketScene, done: readonly Effect[]): Effect[] {
  const { desk, joint, charges, number } = following;
  if (!charges) return [];
  const part = offerCharge(joint.quote, number, ticket.number);
  if (done.some((effect) => effect.act === 'keep-charge' && effect.charge.once === part.once)) return [];
  const month = monthOf(desk.now, desk.settings.desk.timezone);
  const charge = { ...part, ticket: ticket.number, customer: ticket.customer, at: desk.now, month, voided: null };
  return [{ act: 'keep-charge', charge }];
}

/** It lives on in another: its part is owed there, and nothing else happens. */
function merged(following: Following, home: TicketScene): Along {
  const owed = owedOn(following, home, []);
  if (owed.length === 0) return { effects: [], back: [], noticed: [] };
  const effects = [...owed, noted(following, home.ticket.number, 'went-along', {})];
  return { effects, back: takenBack(effects, home), noticed: [] };
}

type Why = 'closed' | 'another-offer' | 'not-there';

/** Nothing happens there; where something was agreed, somebody has to know that this part is not owed. */
function notAlong(following: Following, on: TicketNo, why: Why): Along {
  const { joint, charges, desk, number } = following;
  if (joint.became === 'over' || joint.became === 'declined') return { effects: [], back: [], noticed: [] };
  const tag = tagOf(desk.settings.desk.prefix, number);
  const effects = [noted(following, on, 'not-along', { other: tag, why })];
  const said = why === 'another-offer' ? say`${tag} has another offer since` : say`${tag} is closed`;
  const noticed = charges ? [say`${said}: it stays as it is, and its part of the offer is not charged`] : [];
  return { effects, back: [], noticed };
}

const nowhere = ({ desk, number }: Following): Saying =>
  say`${tagOf(desk.settings.desk.prefix, number)} is for the same offer; its process has no step for it where that ticket stands`;

function noted(following: Following, ticket: TicketNo, event: string, data: object): Effect {
  const { joint, first, desk, actor } = following;
  const offer = quoteName(tagOf(desk.settings.desk.prefix, first), joint.quote.offer);
  return { act: 'journal', ticket, actor, event, data: { offer, became: joint.became, ...data } };
}
