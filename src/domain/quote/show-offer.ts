import type { TicketNo } from '../ids.ts';
import { localMoney } from '../money.ts';
import { type Quote, type QuoteKind, type QuoteLine, quoteName, type Report } from './quote.ts';
import { totalsOf } from './totals.ts';

/** An offer as its reader sees it, in a mail or on paper: amounts and days in their language, '' or [] where there is nothing. */
export type ShownOffer = {
  kind: QuoteKind;
  /** `HD-1042-Q1`. */
  name: string;
  revision: number;
  title: string;
  /** All it is for, where that is more than one. */
  tickets: readonly string[];
  /** The name of the quote that it adds to. */
  adds: string;
  /** `quantity`: hours or pieces; `price`: of one of them. */
  lines: readonly { text: string; quantity: string; price: string; amount: string }[];
  /** `label`: `net`, `tax` or `total`; `percent`: of a tax. */
  sums: readonly { label: 'net' | 'tax' | 'total'; percent: string; value: string }[];
  /** Where tax is rounded; '' without tax. */
  rounding: 'rounding-rate' | 'rounding-line' | '';
  /** Of work in it. */
  hours: string;
  included: readonly string[];
  excluded: readonly string[];
  eta: string;
  valid: string;
  po: string;
  /** As many lines as their writers took. */
  whole: Report & { terms: string };
};

/** Shows an offer in a language. */
export function showOffer(
  { offer, po }: Pick<Quote, 'offer' | 'po'>,
  language: string,
  tagOf: (ticket: TicketNo) => string,
): ShownOffer {
  const tags = offer.tickets.map(tagOf);
  const [tag = ''] = tags;
  const { net, taxes, total, minutes } = totalsOf(offer);
  const money = (amount: typeof net): string => localMoney(amount, language);
  return {
    ...{ kind: offer.kind, revision: offer.revision, title: offer.title },
    name: quoteName(tag, offer),
    tickets: tags.length > 1 ? tags : [],
    adds: offer.adds === null ? '' : quoteName(tag, { kind: 'quote', number: offer.adds }),
    lines: offer.lines.map((line) => shownLine(line, language)),
    sums: [
      ...(taxes.length === 0 ? [] : [{ label: 'net' as const, percent: '', value: money(net) }]),
      ...taxes.map(({ percent, tax }) => ({ label: 'tax' as const, percent: percentIn(percent, language), value: money(tax) })),
      { label: 'total', percent: '', value: money(total) },
    ],
    rounding: taxes.length === 0 ? '' : `rounding-${offer.rounding}`,
    hours: minutes === 0 ? '' : hoursIn(minutes, language),
    ...{ included: offer.scope.included, excluded: offer.scope.excluded },
    eta: offer.eta === null ? '' : dayIn(offer.eta, language),
    valid: dayIn(offer.valid, language),
    po: po ?? '',
    whole: { underlying: '', actions: '', aftermath: '', ...offer.report, terms: offer.terms },
  };
}

function shownLine({ text, measure, net }: QuoteLine, language: string): ShownOffer['lines'][number] {
  const amount = localMoney(net, language);
  if (measure.kind === 'fixed') return { text, quantity: '', price: '', amount };
  if (measure.kind === 'pieces')
    return { text, quantity: String(measure.count), price: localMoney(measure.price, language), amount };
  const quantity = hoursIn(measure.minutes, language);
  return { text, quantity, price: measure.rate === null ? '' : `${localMoney(measure.rate, language)}/h`, amount };
}

/** `1.5 h`, to the minute where hundredths do not do. */
export function hoursIn(minutes: number, language: string): string {
  const digits = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  if ((minutes * 100) % 60 === 0) return `${digits.format(minutes / 60)} h`;
  const rest = `${minutes % 60} min`;
  return minutes < 60 ? rest : `${digits.format(Math.floor(minutes / 60))} h ${rest}`;
}

const percentIn = (percent: string, language: string): string =>
  new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 4 }).format(Number(percent) / 100);

/** `2026-12-04`, perhaps with a time behind it, as the reader writes days. */
function dayIn(said: string, language: string): string {
  const [day = '', time] = said.split(' ');
  const shown = new Intl.DateTimeFormat(language, { timeZone: 'UTC', dateStyle: 'long' }).format(Date.parse(`${day}T00:00:00Z`));
  return time === undefined ? shown : `${shown}, ${time}`;
}
