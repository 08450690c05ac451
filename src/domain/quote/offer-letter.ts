import type { Block, Fact, LetterDocument } from '../document.ts';
import type { Quote } from './quote.ts';
import type { ShownOffer } from './show-offer.ts';

/** What makes an offer a letter: the same of it gives the same bytes. */
export type OfferLetter = {
  offer: ShownOffer;
  language: string;
  recipient: readonly string[];
  /** On the foot of each page. */
  legal: readonly string[];
  /** When it was made; epoch ms. */
  made: number;
  /** The same day as its reader writes it. */
  day: string;
};

/** Words of the reader's language by their key: the table `offer` of the language files. */
export type OfferWord = (key: string) => string;

/** What goes with the mail that offers it. */
export const offerLetterOf = (
  { offer: { recipient, language, zone }, made }: Quote,
  shown: ShownOffer,
  legal: readonly string[],
): OfferLetter => ({
  ...{ offer: shown, language, recipient, legal, made },
  day: new Intl.DateTimeFormat(language, { timeZone: zone, dateStyle: 'long' }).format(made),
});

/** The letter of an offer: what was found, what is in it, what it costs, how it is approved, on what terms. */
export function offerLetter(letter: OfferLetter, word: OfferWord): LetterDocument {
  const { offer, language, recipient, legal, made } = letter;
  return {
    title: `${word(offer.kind)} ${offer.name}`,
    language,
    recipient,
    facts: factsOf(letter, word),
    blocks: [
      { kind: 'paragraph', text: offer.title },
      ...(['underlying', 'actions', 'aftermath'] as const).flatMap((part) => headed(word(part), offer.whole[part])),
      ...listed(word('included'), offer.included),
      ...listed(word('excluded'), offer.excluded),
      costs(offer, word),
      { kind: 'callout', tone: 'calm', title: word('your-turn'), text: `${word('how')} ${word('until')} ${offer.valid}.` },
      ...headed(word('terms'), offer.whole.terms),
    ],
    footer: legal.join(' · '),
    created: made,
  };
}

function factsOf({ offer, day }: OfferLetter, word: OfferWord): Fact[] {
  const facts: Fact[] = [
    { label: word('number'), value: `${offer.name}, ${word('revision')} ${offer.revision}` },
    { label: word('date'), value: day },
    { label: word('valid'), value: offer.valid },
    { label: word('adds'), value: offer.adds },
    { label: word('tickets'), value: offer.tickets.join(', ') },
    { label: word('po'), value: offer.po },
    { label: word('eta'), value: offer.eta },
  ];
  return facts.filter(({ value }) => value !== '');
}

/** As many paragraphs as its writer made. */
function headed(heading: string, text: string): Block[] {
  if (text === '') return [];
  const paragraphs = text.split(/\n\s*\n/).map((paragraph): Block => ({ kind: 'paragraph', text: paragraph.trim() }));
  return [{ kind: 'heading', text: heading }, ...paragraphs];
}

const listed = (heading: string, items: readonly string[]): Block[] =>
  items.length === 0
    ? []
    : [
        { kind: 'heading', text: heading },
        { kind: 'list', items },
      ];

function costs({ lines, sums, rounding }: ShownOffer, word: OfferWord): Block {
  const note = rounding === '' ? '' : word(rounding);
  return {
    kind: 'table',
    columns: [
      { title: word('item'), align: 'start' },
      { title: word('quantity'), align: 'end' },
      { title: word('price'), align: 'end' },
      { title: word('amount'), align: 'end' },
    ],
    rows: lines.map(({ text, quantity, price, amount }) => [text, quantity, price, amount]),
    totals: sums.map(({ label, percent, value }) => ({
      label: label === 'tax' ? `${word('tax')} ${percent}${note === '' ? '' : ` (${note})`}` : word(label),
      value,
      ...(label === 'total' ? { grand: true as const } : {}),
    })),
  };
}
