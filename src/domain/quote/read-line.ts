import { type Money, readMoney } from '../decide/grammar/money.ts';
import { costOf } from '../money.ts';
import { type Saying, say } from '../saying.ts';
import { type Amount, amountAtEnd, hoursAtStart, piecesAtStart, taxAtEnd } from './line-parts.ts';
import type { QuoteLine } from './quote.ts';
import { type Rates, rateOf, taxOf } from './rates.ts';

/** What a line of a mail is to an offer; `text`: nothing of it, words for its reader. */
export type ReadLine = { kind: 'line'; line: QuoteLine } | { kind: 'text' } | LineFault;
export type LineFault = { kind: 'fault'; problem: Saying; expected: Saying };

/**
 * Reads a line of an offer: `3h Fix login @ 60 EUR`, `HD-1043: 3h analysis Logs`, `Licence 120 EUR`, `- 2 x Token 15 EUR`,
 * `Discount -50 EUR`, each with a tax of its own behind it where it has one: `Book 20 EUR (7%)`.
 *
 * @param listed it stands where only lines of an offer stand: whatever cannot be read is a fault, never text
 */
export function readLine(written: string, rates: Rates, listed: boolean): ReadLine {
  const bullet = /^\s*(?:[-*•–—]|\d{1,2}[.)])\s+/.exec(written);
  const line = written.slice(bullet?.[0].length ?? 0).trim();
  if (line === '') return { kind: 'text' };
  if (!listed && isProse(line, bullet !== null)) return { kind: 'text' };
  const said = line.replace(/[.,;]$/, '');
  const { text, tax } = taxAtEnd(said);
  const percent = tax === null ? taxOf(rates, rates.tax) : taxOf(rates, tax);
  const read = readNamed(text, rates, listed);
  if (read === null) return listed ? fault(say('it names no price'), aLine) : { kind: 'text' };
  if ('problem' in read) return read;
  if (percent === null) return fault(say`“${tax ?? rates.tax}” is no tax`, say`${Object.keys(rates.taxes).join(', ')} or 19%`);
  if (read.text === '') return fault(say('it does not say what for'), aLine);
  return { kind: 'line', line: { ...read, tax: percent } };
}

/** `HD-1043: 3h Fix login`: the ticket that a line is for may stand before its time or its count. */
function readNamed(text: string, rates: Rates, listed: boolean): Measured | LineFault | null {
  const [, tag = '', rest = ''] = /^(\p{L}[\p{L}\d]*-\d{1,9}):?\s+(?=\d)(.*)$/u.exec(text) ?? [];
  const read = tag === '' ? null : readMeasure(rest, rates, listed);
  if (read === null || (!('problem' in read) && read.text === '')) return readMeasure(text, rates, listed);
  return 'problem' in read ? read : { ...read, text: `${tag}: ${read.text}` };
}

/** A sentence ends in a stop, and is long; one that names a price behind `@` is a line all the same. */
const isProse = (line: string, bulleted: boolean): boolean =>
  !/\s@\s*\S/.test(line) &&
  ((/[.,:;!?]$/.test(line) && !/\b(?:mwst|ust)\.$/i.test(line)) || (!bulleted && line.split(/\s+/).length > mostWords));

const mostWords = 14;

type Measured = Omit<QuoteLine, 'tax'>;

function readMeasure(text: string, rates: Rates, listed: boolean): Measured | LineFault | null {
  const hours = hoursAtStart(text);
  if (hours !== null) return hoursLine(hours, rates, listed);
  const pieces = piecesAtStart(text);
  if (pieces !== null) return piecesLine(pieces, rates);
  const amount = amountAtEnd(text, listed ? rates.currency : null);
  if (amount.kind === 'amount') return { text: amount.text, measure: { kind: 'fixed' }, net: amount.money };
  return amount.kind === 'unclear' ? unclear(amount.text) : null;
}

type Hours = NonNullable<ReturnType<typeof hoursAtStart>>;

function hoursLine({ minutes, text }: Hours, rates: Rates, listed: boolean): Measured | LineFault {
  if (minutes === null) return fault(say('its time is not in hours'), aLine);
  const priced = priceIn(text, rates, listed);
  if ('problem' in priced) return priced;
  const [, first = '', rest = ''] = /^([\p{L}-]+):?\s*(.*)$/u.exec(priced.text) ?? [];
  const isKind = Object.hasOwn(rates.hours, first.toLowerCase());
  const work = isKind ? first.toLowerCase() : 'work';
  const what = isKind && rest !== '' ? rest : priced.text;
  if (priced.money !== null && !priced.each)
    return { text: what, measure: { kind: 'hours', minutes, work, rate: null }, net: priced.money };
  const rate = priced.money ?? rateOf(rates, work);
  if (rate === null) return fault(say('it names no rate, and the desk has none'), say('a line such as 3h Fix login @ 60 EUR'));
  return { text: what, measure: { kind: 'hours', minutes, work, rate }, net: costOf(rate, minutes) };
}

type Pieces = NonNullable<ReturnType<typeof piecesAtStart>>;

function piecesLine({ count, text }: Pieces, rates: Rates): Measured | LineFault {
  const priced = priceIn(text, rates, true);
  if ('problem' in priced) return priced;
  if (priced.money === null) return fault(say('it names no price'), say('a line such as 2 x Token 15 EUR'));
  const { amount, currency } = priced.money;
  const net = amount * count;
  if (!Number.isSafeInteger(net)) return fault(say('it is more than can be counted'), aLine);
  return { text: priced.text, measure: { kind: 'pieces', count, price: priced.money }, net: { amount: net, currency } };
}

/** A price behind `@` is one of each hour or piece; one at the end alone is of the whole line, or of each piece. */
function priceIn(text: string, rates: Rates, bare: boolean): { text: string; money: Money | null; each: boolean } | LineFault {
  const at = /^(.*?)\s*(?:^|\s)@\s*(.*)$/.exec(text);
  if (at !== null) {
    const [, what = '', price = ''] = at;
    const money = readMoney(price.replace(perHour, ''), rates.currency);
    return money === null
      ? fault(say`“${price}” is no price`, say('an amount behind the @, such as @ 60 EUR'))
      : { text: what.trim(), money, each: true };
  }
  const amount: Amount = amountAtEnd(text, bare ? rates.currency : null);
  if (amount.kind === 'unclear') return unclear(amount.text);
  return amount.kind === 'none' ? { text: text.trim(), money: null, each: false } : { ...amount, each: false };
}

const perHour = /\s*(?:\/|per\s|pro\s|por\s|par\s)\s*(?:h|hr|hour|hora|heure|std\.?|stunde|piece|stück|pieza|pièce|peça)$/iu;

const fault = (problem: Saying, expected: Saying): LineFault => ({ kind: 'fault', problem, expected });

const unclear = (text: string): LineFault =>
  fault(say`“${text}” can be read as two amounts`, say('a colon before the amount, such as Windows 11: 120 EUR'));

const aLine = say('a line such as 3h Fix login @ 60 EUR, 2 x Token 15 EUR or Licence 120 EUR');
