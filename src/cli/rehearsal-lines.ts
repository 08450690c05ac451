import type { Rehearsed } from '../app/rehearse/rehearse.ts';
import type { Difference } from '../domain/rehearsal/differences.ts';
import type { DiffLine } from '../domain/rehearsal/line-diff.ts';
import type { WouldSend } from '../domain/rehearsal/played.ts';
import type { Terminal } from './command.ts';
import { minute, paint, short } from './table.ts';

type Done = Extract<Rehearsed, { kind: 'rehearsed' }>;
export type Showing = {
  /** The folders of the configurations. */
  old: string;
  new: string;
  /** Open tickets that the changed processes have no place for, a line each. */
  stranded: readonly string[];
  all: boolean;
  terminal: Pick<Terminal, 'colours' | 'columns'>;
};

/** Lines of one text that are shown; the whole is in the JSON. */
const mostLines = 16;
const widest = 100;
const narrowest = 30;

/** Mails that come out alike and are named with the first of them. */
const mostNamed = 4;

/** What would differ, for a person: mails with what changes, those alike together, then the sum of it. */
export function rehearsalLines(done: Done, showing: Showing): string[] {
  const print = printer(showing);
  const mails = done.report.mails.flatMap((one, at) => (done.mails[at] === undefined ? [] : [{ ...one, mail: done.mails[at] }]));
  const [same, differing] = [true, false].map((isSame) => mails.filter((one) => (one.differences.length === 0) === isSame));
  return [
    ...inGroups((differing ?? []).map(asMail), print),
    ...inGroups(done.report.later.map(asLater), print),
    ...(showing.all ? (same ?? []).map((one) => print.quiet(`${one.mail.file}: ${became(one)}; nothing differs`)) : []),
    ...summary(done, showing),
  ];
}

type One = Done['report']['mails'][number] & { mail: Done['mails'][number] };

/** `name`: what it is called where it comes out like one before. */
type Told = { head: string; below: string | null; name: string; differences: readonly Difference[] };

const asMail = (one: One): Told => {
  const { at, from, subject, file } = one.mail;
  const head = `${minute(at)}  ${from || '(no sender)'}  ${short(subject || '(no subject)', 60)}`;
  const name = subject === '' ? file : `“${short(subject, 30)}”`;
  return { head, below: `${file}: ${became(one)}`, name, differences: one.differences };
};

const asLater = ({ ticket, differences }: Done['report']['later'][number]): Told => {
  const name = ticket === '' ? 'no ticket' : ticket;
  return { head: `Later, on ${name}`, below: null, name, differences };
};

function inGroups(all: readonly Told[], print: ReturnType<typeof printer>): string[] {
  const alike = Map.groupBy(all, ({ differences }) => differences.map(traitOf).join('\n'));
  return [...alike.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const named = others.slice(0, mostNamed).map(({ name }) => name);
    const rest = others.length - named.length;
    return [
      print.head(first.head),
      ...(first.below === null ? [] : [print.quiet(first.below)]),
      ...first.differences.flatMap(print.difference),
      ...(others.length === 0 ? [] : [print.quiet(`Likewise ${named.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`)]),
      '',
    ];
  });
}

/** As it is; the change stands below. */
const became = ({ old: { outcome, ticket } }: One): string => `${outcome}${ticket === null ? '' : ` ${ticket}`}`;

/** What makes two mails come out alike: not to whom, nor on which ticket. */
function traitOf(one: Difference): string {
  if (one.kind === 'value') return JSON.stringify([one.what, one.old, one.new]);
  if (one.kind !== 'mail') return `${one.kind} ${one.mail.template}`;
  const lines = one.lines.filter(({ mark }) => mark !== ' ').map(({ mark, text }) => `${mark}${text}`);
  return JSON.stringify([one.mail.template, one.values, lines, one.looks]).replace(tag, '#');
}
const tag = /\b[A-Z][A-Z0-9]*-\d+\b/g;

function printer({ terminal }: Showing) {
  const { bold, dim, red, green, yellow } = paint(terminal);
  const width = terminal.columns || widest;
  const shown = new Set<string>();
  const colour = { '-': red, '+': green, ' ': dim };
  const line = ({ mark, text }: DiffLine): string[] =>
    wrapped(text, Math.max(narrowest, width - 10)).map((piece, at) => colour[mark](`      ${at === 0 ? mark : ' '} ${piece}`));
  const turn = (what: string, old: string, next: string): string[] => [
    `  ${what}`,
    ...line({ mark: '-', text: old || '(nothing)' }),
    ...line({ mark: '+', text: next || '(nothing)' }),
  ];
  const text = (all: readonly DiffLine[]): string[] => {
    const lines = all.filter(({ mark, text: said }) => mark !== ' ' || said.trim() !== '');
    if (lines.length === 0) return all.length === 0 ? [] : [dim('      only its empty lines')];
    const key = lines.map(({ mark, text: said }) => `${mark}${said}`).join('\n');
    if (shown.has(key)) return [dim('      the text as in a mail above')];
    shown.add(key);
    const left = lines.length - mostLines;
    return [
      ...lines.slice(0, mostLines).flatMap(line),
      ...(left > 0 ? [dim(`      … ${left} lines more (--json has them)`)] : []),
    ];
  };
  const difference = (one: Difference): string[] => {
    if (one.kind === 'value') return turn(one.what, one.old, one.new);
    if (one.kind !== 'mail') {
      const { '-': gone, '+': come } = colour;
      return [
        one.kind === 'no-mail'
          ? gone(`    - no mail any more: ${named(one.mail)}`)
          : come(`    + a mail more: ${named(one.mail)}`),
        ...trouble(one.mail),
      ];
    }
    const values = one.values.flatMap(({ what, old, new: next }) => turn(`  its ${what}`, old, next));
    const looks = one.looks ? [dim('      only its HTML part: it looks otherwise')] : [];
    return [`  mail ${named(one.mail)}`, ...values, ...text(one.lines), ...looks];
  };
  const trouble = (mail: WouldSend): string[] => (mail.trouble === null ? [] : [yellow(`      ${mail.trouble}`)]);
  return { head: bold, quiet: (said: string) => dim(`  ${said}`), difference };
}

/** In lines of `width` letters, broken between words. */
const wrapped = (text: string, width: number): string[] =>
  text.match(new RegExp(`(?!\\s).{1,${width}}(?=\\s|$)|\\S{${width}}`, 'gu')) ?? [''];

const named = ({ template, to, subject }: WouldSend): string => `${template} to ${to}: ${short(subject, 60)}`;

function summary({ report, mails, troubles }: Done, { old, new: next, stranded, terminal }: Showing): string[] {
  const { bold, yellow } = paint(terminal);
  const differing = report.mails.filter(({ differences }) => differences.length > 0).length;
  const all = [...report.mails, ...report.later].flatMap(({ differences }) => differences);
  const went = report.mails.reduce((sum, { old: { mails: sent } }) => sum + sent.length, 0);
  const would = report.mails.reduce((sum, { new: { mails: sent } }) => sum + sent.length, 0);
  const [first, last] = [mails[0]?.at ?? 0, mails.at(-1)?.at ?? 0];
  return [
    `${counted(mails.length, 'mail')} of ${minute(first)} to ${minute(last)} UTC, played with ${old} and with ${next}; nothing was sent or stored.`,
    differing === 0 && all.length === 0
      ? bold('Nothing differs.')
      : bold(`${differing === 0 ? 'No mail' : counted(differing, 'mail')} would be taken otherwise${kindsOf(all)}.`),
    `Mails that they cause: ${went} as it is, ${would} with the change.`,
    ...troubles.map((one) => yellow(`With the change: ${one}`)),
    ...stranded.map((one) => yellow(`Open tickets: ${one}`)),
  ];
}

/** `: state 4, mail 6` */
function kindsOf(differences: readonly Difference[]): string {
  const kinds = Map.groupBy(differences, (one) => (one.kind === 'value' ? one.what : words[one.kind]));
  const counts = [...kinds].map(([kind, found]) => `${kind} ${found.length}`);
  return counts.length === 0 ? '' : `: ${counts.join(', ')}`;
}
const words = { mail: 'mails that read otherwise', 'no-mail': 'mails fewer', 'one-more-mail': 'mails more' } as const;

const counted = (count: number, noun: string): string => (count === 1 ? `1 ${noun}` : `${count} ${noun}s`);
