import { type Money, readMoney } from '../decide/grammar/money.ts';
import { parseDuration } from '../duration.ts';

/** The time that a line begins with, as people of five languages write it: `3h`, `1.5 hours`, `2 Std.`; `minutes` null: none of hours. */
export function hoursAtStart(line: string): { minutes: number | null; text: string } | null {
  const [, number = '', unit = '', more = '', text = ''] = timed.exec(line) ?? [];
  if (number === '') return null;
  const isMinutes = /^m/i.test(unit);
  if (isMinutes && more !== '') return { minutes: null, text };
  const ms = parseDuration(`${number.replace(',', '.')}${isMinutes ? 'm' : 'h'}${more}`);
  const minutes = ms === null ? 0 : Math.round(ms / 60_000);
  return { minutes: /^d/i.test(unit) || minutes === 0 || minutes > mostMinutes ? null : minutes, text };
}

const timed =
  /^(\d{1,4}(?:[.,]\d{1,2})?)\s?(h|hrs?\.?|hours?|std\.?|stunden?|horas?|heures?|m|mins?\.?|minutes?|minuten?|minutos?|d|days?)(\d{1,2})?(?:m|min)?(?=$|[\s:@–—-])[\s:–—-]*(?:of\s|de\s|d['’])?(.*)$/iu;

/** Ten years of work are a slip of the hand. */
const mostMinutes = 20_000 * 60;

/** `2 x Token`, `10× Token`. */
export function piecesAtStart(line: string): { count: number; text: string } | null {
  const [, count = '', text = ''] = /^(\d{1,6})\s?[x×*]\s+(.*)$/iu.exec(line) ?? [];
  return Number(count) > 0 ? { count: Number(count), text } : null;
}

export type Amount = { kind: 'amount'; money: Money; text: string } | { kind: 'unclear'; text: string } | { kind: 'none' };

/**
 * The amount that a line ends in, and the words before it; below zero where a minus stands before it: a discount.
 *
 * @param currency of an amount that names none; null: it must name one
 */
export function amountAtEnd(line: string, currency: string | null): Amount {
  // Spaces that do not break belong to the number, as French writes it: `1 234,50`.
  const words = line.split(/[ \t]+/);
  for (const used of [2, 1]) {
    const said = words.slice(-used);
    const [, sign = '', digits = ''] = /^([-−]?)\s*(.*)$/.exec(said.join(' ')) ?? [];
    const money = /\d/.test(digits) ? readMoney(digits, currency) : null;
    if (money === null) continue;
    const before = words.slice(0, -used);
    const isTwo = isNumber(before.at(-1)) || (said.length === 2 && said.every((word) => /\d/.test(word)));
    if (isTwo) return { kind: 'unclear', text: words.slice(-3).join(' ') };
    const isMinus = sign !== '' || (/^[-−]$/.test(before.at(-1) ?? '') && before.length > 1);
    const text = before.join(' ').replace(/[\s:=–—.…−-]+$/, '');
    return { kind: 'amount', money: isMinus ? { ...money, amount: -money.amount } : money, text };
  }
  return { kind: 'none' };
}

const isNumber = (word = ''): boolean => /^\d+$/.test(word);

/** A tax of its own behind a line: `(7%)`, `VAT 7 %`, `7 % MwSt.`, `tax reduced`. */
export function taxAtEnd(line: string): { text: string; tax: string | null } {
  for (const pattern of taxed) {
    const found = pattern.exec(line);
    if (found !== null) return { text: line.slice(0, found.index).trim(), tax: (found[1] ?? '').replace(/\s/g, '') };
  }
  return { text: line, tax: null };
}

const word = '(?:tax|vat|mwst|ust|iva|tva|steuer|impuesto|imposto|taxe)';
const percent = String.raw`(\d{1,2}(?:[.,]\d{1,4})?\s*%)`;
const taxed: readonly RegExp[] = [
  new RegExp(String.raw`\s*\(\s*(?:${word}\.?:?\s*)?${percent}\s*(?:${word}\.?)?\s*\)$`, 'iu'),
  new RegExp(String.raw`[\s,+]+${word}\.?:?\s*${percent}$`, 'iu'),
  new RegExp(String.raw`[\s,+]+${percent}\s*${word}\.?$`, 'iu'),
  new RegExp(String.raw`[\s,(+]+${word}\.?:?\s+([\p{L}][\p{L}\d-]{0,30})\)?$`, 'iu'),
];
