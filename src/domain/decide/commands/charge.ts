import { formatDuration } from '../../duration.ts';
import { percentOf, sumMoney } from '../../money.ts';
import { type Charge, chargesArising, monthOf } from '../../quote/charge.ts';
import { taxOf } from '../../quote/rates.ts';
import { type Saying, say } from '../../saying.ts';
import { printMoney, readMoney } from '../grammar/money.ts';
import type { Word } from '../grammar/words.ts';
import { type Command, type Deed, insiders, type Scene } from './command.ts';

/** Puts on record what is owed beside what the process charges by itself. */
export const charge: Command = {
  name: 'charge',
  translations: { es: ['cargo', 'cobrar'], de: ['berechnen'], fr: ['facturer'], pt: ['cobrança', 'cobrar'] },
  args: 'AMOUNT [WHAT] | KIND',
  roles: insiders.filter((role) => role !== 'engineer'),
  class: 'C4',
  help: say(
    'Puts on record what is owed: an amount, such as `charge 35 EUR travel`, or all hours of a kind, such as `charge analysis`, less what was charged.',
  ),
  inTitle: false,
  fits: () => true,
  perform: (words, scene) => {
    const money = amountIn(words, scene);
    return money === null ? hoursOf(words, scene) : owed(money, scene);
  },
};

type Amount = { amount: { amount: number; currency: string }; kind: string };

function amountIn(words: readonly Word[], { settings }: Scene): Amount | null {
  for (const used of [2, 1]) {
    const said = words
      .slice(0, used)
      .map(({ text }) => text)
      .join(' ');
    const amount = words.length < used ? null : readMoney(said, used === 1 ? settings.rates.currency : null);
    if (amount !== null) return { amount, kind: kindIn(words.slice(used)) || 'other' };
  }
  return null;
}

const kindIn = (words: readonly Word[]): string =>
  words
    .map(({ text }) => text)
    .join('-')
    .toLowerCase()
    .slice(0, 30);

function owed({ amount: net, kind }: Amount, scene: Scene): Deed {
  const { records, settings } = scene;
  const tax = percentOf(net, taxOf(settings.rates, settings.rates.tax) ?? '0');
  const total = sumMoney([net, tax], net.currency);
  const nth = records.charges.filter(({ once }) => once.startsWith('by-hand-')).length + 1;
  const made = { ...common(scene), once: `by-hand-${nth}`, kind, what: { kind: 'money', net, tax, total }, quote: null } as const;
  return done([made], say`owed: ${printMoney(total)} (${kind})`);
}

const common = ({ ticket, now, settings }: Scene) => ({
  ...{ ticket: ticket.number, customer: ticket.customer, at: now, voided: null },
  month: monthOf(now, settings.desk.timezone),
});

function hoursOf(words: readonly Word[], scene: Scene): Deed {
  const { ticket, records, settings, now } = scene;
  const kind = kindIn(words);
  const known = [...new Set(records.time.map((one) => one.kind))];
  const on = { ticket: ticket.number, customer: ticket.customer, ...records };
  const isKind = known.includes(kind);
  const charges = isKind ? chargesArising(kind, on, settings.rates, now, settings.desk.timezone) : [];
  const minutes = charges.reduce((sum, { what }) => sum + (what.kind === 'hours' ? what.minutes : 0), 0);
  if (minutes > 0) return done(charges, say`owed: ${formatDuration(minutes * 60_000)} ${kind}`);
  const [word] = words;
  return {
    kind: 'refused',
    problem: isKind ? say`all ${kind} is charged already` : say('it names no amount, and no kind of hours that were noted here'),
    expected: say('an amount with its currency, or a kind of hours'),
    ...(word && { word }),
    suggestions: ['charge 35 EUR travel', ...known.map((one) => `charge ${one}`)].slice(0, 3),
  };
}

const done = (charges: readonly Charge[], change: Saying): Deed => ({
  kind: 'done',
  effects: charges.map((one) => ({ act: 'keep-charge', charge: one })),
  back: charges.map(({ ticket, once }) => ({ act: 'void-charge', ticket, once, why: 'undone' })),
  event: 'charged',
  data: { charges: charges.map(({ once, kind }) => ({ once, kind })) },
  change,
});
