import { printMoney } from '../decide/grammar/money.ts';
import { formatDuration } from '../duration.ts';
import { costOf } from '../money.ts';
import { say } from '../saying.ts';
import type { Making } from './make-quote.ts';
import type { Offer, QuoteLine } from './quote.ts';
import { rateOf, taxOf } from './rates.ts';
import type { WordFault } from './read-words.ts';
import { totalsOf } from './totals.ts';

/** The lines of an offer: those of the text, or one for what the command says; where both speak they must agree. */
export function linesFor(making: Making): Pick<Offer, 'lines' | 'currency'> | WordFault {
  const { words, body } = making;
  const lines = body.lines.length > 0 ? body.lines : lineOfWords(making);
  if ('problem' in lines) return lines;
  const [first] = lines;
  const currency = first?.net.currency ?? making.rates.currency;
  const strange = lines.find(({ net }) => net.currency !== currency);
  if (strange !== undefined)
    return {
      problem: say`“${strange.text}” is in ${strange.net.currency}, the lines before it in ${currency}`,
      expected: say('one currency'),
    };
  const { net, total, minutes } = totalsOf({ lines, currency, rounding: making.rates.rounding });
  if (net.amount < 0) return { problem: say('it comes to less than nothing'), expected: say('lines that come to more') };
  const { money } = words;
  if (money !== null && ![net, total].some((sum) => sum.amount === money.amount && sum.currency === money.currency))
    return {
      problem: say`the lines come to ${printMoney(net)}, with tax ${printMoney(total)}`,
      expected: say`${printMoney(money)}, as the command says`,
    };
  if (words.minutes !== null && words.minutes !== minutes)
    return { problem: say`the lines come to ${hours(minutes)}`, expected: say`${hours(words.minutes)}, as the command says` };
  return { lines, currency };
}

/** A price for hours, a price alone, or hours at the desk's rate. */
function lineOfWords({ words: { money, minutes, tax }, ticket, rates }: Making): readonly QuoteLine[] | WordFault {
  const common = { text: ticket.subject, tax: tax ?? taxOf(rates, rates.tax) ?? '0' };
  if (minutes === null) return money === null ? noPrice : [{ ...common, measure: { kind: 'fixed' }, net: money }];
  const rate = money === null ? rateOf(rates, 'work') : null;
  const net = money ?? (rate === null ? null : costOf(rate, minutes));
  if (net === null) return { problem: say('no rate is known'), expected: say('an amount too, or hours in `rates.yaml`') };
  return [{ ...common, measure: { kind: 'hours', minutes, work: 'work', rate }, net }];
}

const noPrice: WordFault = {
  problem: say('nothing says what it costs'),
  expected: say('an amount, hours, or lines in the text such as 3h Fix login @ 60 EUR'),
};

const hours = (minutes: number): string => formatDuration(minutes * 60_000);
