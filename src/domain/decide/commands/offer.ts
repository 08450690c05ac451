import type { Effect } from '../../effect.ts';
import { type TicketNo, ticketNo } from '../../ids.ts';
import { tagOf } from '../../match/subject-tag.ts';
import { localMoney } from '../../money.ts';
import { type MadeQuote, makeQuote } from '../../quote/make-quote.ts';
import { latestOffer } from '../../quote/offer-facts.ts';
import { quoteKey, quoteName } from '../../quote/quote.ts';
import type { Rates } from '../../quote/rates.ts';
import { type OfferBody, readOffer } from '../../quote/read-body.ts';
import { type OfferWords, readOfferWords, type WordFault } from '../../quote/read-words.ts';
import { hoursIn } from '../../quote/show-offer.ts';
import { totalsOf } from '../../quote/totals.ts';
import { either, listed, type Saying, say } from '../../saying.ts';
import { stateIn } from '../../workflow/process-words.ts';
import { stepsOf } from '../flow/verb.ts';
import type { Word } from '../grammar/words.ts';
import { ticketIn } from '../named-in-words.ts';
import type { Deed, Scene } from './command.ts';
import { zoneOf } from './hold.ts';

type Kind = 'quote' | 'fee';

/** Makes the next offer of its kind on a ticket, where its process asks for a yes to one. */
export function offer(kind: Kind, words: readonly Word[], scene: Scene): Deed {
  const elsewhere = notHere(kind, scene);
  if (elsewhere !== null) return elsewhere;
  const { rates } = scene.settings;
  const theirs = { now: scene.now, zone: zoneOfCustomer(scene) };
  const read = readOfferWords(words, { rates, theirs, ours: { now: scene.now, zone: zoneOf(scene) } });
  if ('problem' in read) return refused(kind, read);
  const others = read.tickets.length === 0 ? stillFor(kind, scene) : furtherTickets(read.tickets, scene);
  if ('problem' in others) return refused(kind, others);
  const body = readOffer(scene.text, read.tax === null ? rates : taxedBy(rates, read.tax));
  const made = makeQuote({
    ...{ kind, ticket: scene.ticket, others, quotes: scene.records.quotes, words: read, body, rates },
    ...{ recipient: recipientOf(scene), zone: theirs.zone, by: scene.actor.handle, now: scene.now, digest: scene.digest },
  });
  return 'problem' in made ? refused(kind, made) : offered(made, body, read, scene);
}

/** Nobody would be asked for a yes. */
function notHere(kind: Kind, { workflow, ticket }: Scene): Deed | null {
  const from = [...new Set(stepsOf(workflow, kind).flatMap((step) => step.from))];
  if (from.includes(ticket.state)) return null;
  const problem =
    from.length === 0
      ? say`the process ${workflow.name} asks nobody for a yes to it`
      : say`“${kind}” is possible in ${either(from.map((state) => stateIn(ticket, state)))}; this ticket is in ${stateIn(ticket)}`;
  return { kind: 'refused', problem, expected: '', suggestions: [] };
}

const refused = (kind: Kind, { problem, expected, word }: WordFault): Deed => ({
  ...{ kind: 'refused', problem, expected, ...(word && { word }) },
  suggestions: kind === 'quote' ? ['quote 480 EUR 6h valid 30d', 'quote 6h'] : ['fee 120 EUR'],
});

const zoneOfCustomer = ({ ticket, settings }: Scene): string =>
  settings.customers.find(({ id }) => id === ticket.customer)?.timezone ?? settings.desk.timezone;

/** Lines that name no tax have that one. */
const taxedBy = (rates: Rates, percent: string): Rates => ({ ...rates, taxes: { ...rates.taxes, '': percent }, tax: '' });

/** Customer and person, as a letter is addressed. */
function recipientOf({ ticket, settings, requester, participants }: Scene): string[] {
  const customer = settings.customers.find(({ id }) => id === ticket.customer)?.name ?? '';
  const person = requester?.name || participants.find(({ address }) => address === ticket.requester)?.name || ticket.requester;
  return [customer, person].filter((line) => line !== '');
}

/** A revision that names none is for the same tickets as what it takes the place of. */
function stillFor(kind: Kind, { records, ticket }: Scene): readonly TicketNo[] {
  const own = records.quotes.filter((quote) => quoteKey(quote).ticket === ticket.number);
  const latest = latestOffer(own, kind);
  return latest?.status === 'open' ? latest.offer.tickets.slice(1) : [];
}

/** Open ones of the same customer. */
function furtherTickets(words: readonly Word[], { lookups, settings, ticket }: Scene): TicketNo[] | WordFault {
  const found: TicketNo[] = [];
  for (const word of words) {
    const number = ticketIn(word.text.replace(/,$/, ''), settings.desk.prefix);
    const other = number === null ? undefined : lookups.tickets.get(ticketNo(number))?.ticket;
    const expected = say('open tickets of the same customer');
    if (other === undefined) return { problem: say`there is no ticket ${word.text}`, expected, word };
    if (other.customer !== ticket.customer || other.customer === null)
      return { problem: say`${word.text} is another customer’s`, expected, word };
    if (other.closed !== null) return { problem: say`${word.text} is closed`, expected, word };
    if (other.number !== ticket.number && !found.includes(other.number)) found.push(other.number);
  }
  return found;
}

function offered({ quote, supersedes }: MadeQuote, body: OfferBody, words: OfferWords, scene: Scene): Deed {
  const { ticket, settings } = scene;
  const { offer: made } = quote;
  const name = quoteName(tagOf(settings.desk.prefix, ticket.number), made);
  const { total, minutes } = totalsOf(made);
  const before: Effect[] =
    supersedes === null ? [] : [{ act: 'change-quote', quote: quoteKey(supersedes), set: { status: 'superseded' } }];
  const again: Effect[] =
    supersedes === null ? [] : [{ act: 'change-quote', quote: quoteKey(supersedes), set: { status: 'open' } }];
  return {
    kind: 'done',
    ...(words.eta === null ? {} : { set: { fields: { ...ticket.fields, eta: words.eta } } }),
    effects: [...before, { act: 'keep-quote', quote }, ...made.tickets.slice(1).map((other) => noted(other, name, scene))],
    back: [{ act: 'drop-quote', quote: quoteKey(quote) }, ...again],
    event: made.kind === 'fee' ? 'fee-offered' : 'quoted',
    data: { offer: name, revision: made.revision, amount: total.amount, currency: total.currency, minutes, hash: quote.hash },
    change: said(name, quote, scene),
    leaves: body.message,
    textIsFor: 'reply',
  };
}

/** The other tickets tell that they are offered for with this one. */
const noted = (other: TicketNo, name: string, { actor }: Scene): Effect => ({
  ...{ act: 'journal', ticket: other, actor: { kind: 'associate', handle: actor.handle } },
  ...{ event: 'quoted', data: { offer: name } },
});

function said(
  name: string,
  { offer: { lines, currency, rounding, revision, valid } }: MadeQuote['quote'],
  { actor, settings }: Scene,
): Saying {
  const language = actor.language ?? settings.desk.language;
  const { total, minutes } = totalsOf({ lines, currency, rounding });
  const sum = localMoney(total, language);
  const parts = [
    say`${name}, revision ${revision}: ${sum}`,
    ...(minutes === 0 ? [] : [hoursIn(minutes, language)]),
    say`valid until ${valid}`,
  ];
  return listed(parts);
}
