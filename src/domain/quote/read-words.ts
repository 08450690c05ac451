import { type Money, readMoney } from '../decide/grammar/money.ts';
import { type Here, printWhen, whenAtStart } from '../decide/grammar/when.ts';
import type { Word } from '../decide/grammar/words.ts';
import { type Saying, say } from '../saying.ts';
import { hoursAtStart } from './line-parts.ts';
import { type Rates, taxOf } from './rates.ts';

/** What the words of a command say of an offer; null where they say nothing. */
export type OfferWords = {
  money: Money | null;
  minutes: number | null;
  /** ISO. */
  valid: string | null;
  eta: string | null;
  tax: string | null;
  po: string | null;
  /** Further tickets, as they were typed. */
  tickets: readonly Word[];
};

export type WordFault = { problem: Saying; expected: Saying | ''; word?: Word };

/** What each word is read by: whose clock the customer's is, and whose the writer's. */
export type OfferReader = { rates: Rates; theirs: Here; ours: Here };

/**
 * Reads the words behind `quote` and `fee`: an amount, hours, `valid DATE`, `eta DATE`, `tax NAME`, `po NUMBER`,
 * `for HD-1043 HD-1044`; in any order, each once.
 */
export function readOfferWords(words: readonly Word[], reader: OfferReader): OfferWords | WordFault {
  let found: OfferWords = { money: null, minutes: null, valid: null, eta: null, tax: null, po: null, tickets: [] };
  for (let left = words; left.length > 0; ) {
    const read = readOne(left, reader);
    if ('problem' in read) return read;
    const [name] = Object.keys(read.says);
    const [word] = left;
    if (name !== undefined && !isOpen(Reflect.get(found, name)))
      return { problem: say('it says that twice'), expected: say('each once'), ...(word && { word }) };
    found = { ...found, ...read.says };
    left = left.slice(read.used);
  }
  return found;
}

const isOpen = (value: unknown): boolean => value === null || (Array.isArray(value) && value.length === 0);

type Read = { says: Partial<OfferWords>; used: number } | WordFault;

function readOne(left: readonly Word[], reader: OfferReader): Read {
  const [first] = left;
  const keyword = keywords.find(({ names }) => names.test(first?.text ?? ''));
  if (keyword !== undefined) return keyword.read(left.slice(1), reader, first);
  return hoursIn(left) ?? moneyIn(left, reader) ?? unread(first);
}

/** The names of five languages. */
const keywords: readonly { names: RegExp; read(rest: readonly Word[], reader: OfferReader, word: Word | undefined): Read }[] = [
  { names: /^(?:valid|until|till|bis|gültig|gueltig|válid[oa]|valid[oa]|hasta|valable|até|ate)$/iu, read: validIn },
  { names: /^eta$/iu, read: etaIn },
  { names: /^(?:tax|vat|mwst|ust|iva|tva)$/iu, read: taxIn },
  { names: /^(?:po|bestellung|pedido|commande|encomenda)$/iu, read: poIn },
  { names: /^(?:for|für|fuer|para|pour)$/iu, read: (rest) => ({ says: { tickets: rest }, used: rest.length + 1 }) },
];

function validIn(rest: readonly Word[], { theirs }: OfferReader, word: Word | undefined): Read {
  const texts = rest.map(({ text }, at) => (at === 0 && /^\d{1,3}d$/i.test(text) ? `+${text}` : text));
  const found = whenAtStart(texts, theirs);
  if (found === null) return noDate(rest, word);
  return { says: { valid: found.when.date }, used: found.used + 1 };
}

function etaIn(rest: readonly Word[], { ours }: OfferReader, word: Word | undefined): Read {
  const found = whenAtStart(
    rest.map(({ text }) => text),
    ours,
  );
  if (found === null) return noDate(rest, word);
  return { says: { eta: printWhen(found.when, ours.zone) }, used: found.used + 1 };
}

const noDate = ([first]: readonly Word[], word: Word | undefined): WordFault => {
  const at = first ?? word;
  const problem = first === undefined ? say('a date is missing') : say`“${first.text}” is no date`;
  return { problem, expected: say('a date such as 2026-12-01, fri or +30d'), ...(at && { word: at }) };
};

function taxIn([first, second]: readonly Word[], { rates }: OfferReader): Read {
  const both = second?.text === '%' ? `${first?.text ?? ''}%` : null;
  const tax = taxOf(rates, both ?? first?.text ?? '');
  if (tax !== null) return { says: { tax }, used: both === null ? 2 : 3 };
  const expected = say`${Object.keys(rates.taxes).join(', ')} or 19%`;
  return { problem: say`“${first?.text ?? ''}” is no tax`, expected, ...(first && { word: first }) };
}

function poIn([first]: readonly Word[], _reader: OfferReader, word: Word | undefined): Read {
  if (first !== undefined) return { says: { po: first.text.slice(0, 60) }, used: 2 };
  return { problem: say('the number is missing'), expected: say('po and the customer’s order number'), ...(word && { word }) };
}

/** `6h`, `1h30`, `1h 30m`. */
function hoursIn([first, second]: readonly Word[]): Read | null {
  const read = hoursAtStart(`${first?.text ?? ''} -`);
  if (read === null || read.minutes === null) return null;
  const more = /^\d{1,2}m(?:in)?$/i.test(second?.text ?? '') && /h$/i.test(first?.text ?? '') ? second : undefined;
  const minutes = read.minutes + (more === undefined ? 0 : Number.parseInt(more.text, 10));
  return { says: { minutes }, used: more === undefined ? 1 : 2 };
}

/** `480 EUR`, `EUR 480`, `€480`, `480.00`. */
function moneyIn(left: readonly Word[], { rates }: OfferReader): Read | null {
  for (const used of [2, 1]) {
    const said = left
      .slice(0, used)
      .map(({ text }) => text)
      .join(' ');
    const money = left.length < used ? null : readMoney(said, used === 1 ? rates.currency : null);
    if (money !== null) return { says: { money }, used };
  }
  return null;
}

const unread = (first: Word | undefined): WordFault => ({
  problem: say`“${first?.text ?? ''}” is no part of an offer`,
  expected: say('an amount, hours, valid DATE, eta DATE, tax NAME, po NUMBER or for TICKETS'),
  ...(first && { word: first }),
});
