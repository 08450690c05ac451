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

/** What would differ, for a person: each mail with what changes, then the sum of it. */
export function rehearsalLines(done: Done, showing: Showing): string[] {
  const print = printer(showing);
  const { report, mails } = done;
  const lines = report.mails.flatMap(({ old, new: next, differences }, at) => {
    const mail = mails[at];
    if (mail === undefined || (differences.length === 0 && !showing.all)) return [];
    const came = `${old.outcome}${old.ticket === null ? '' : ` ${old.ticket}`}`;
    const head = `${minute(mail.at)}  ${mail.from || '(no sender)'}  ${short(mail.subject || '(no subject)', 60)}`;
    const rest = differences.length === 0 ? [print.quiet('nothing differs')] : differences.flatMap(print.difference);
    return [print.head(head), print.quiet(`${mail.file}: ${came || next.outcome}`), ...rest, ''];
  });
  const later = report.later.flatMap(({ ticket, differences }) => [
    print.head(ticket === '' ? 'Later, on no ticket' : `Later, on ${ticket}`),
    ...differences.flatMap(print.difference),
    '',
  ]);
  return [...lines, ...later, ...summary(done, showing)];
}

function printer({ terminal }: Showing) {
  const { bold, dim, red, green, yellow } = paint(terminal);
  const width = terminal.columns ?? widest;
  const shown = new Set<string>();
  const colour = { '-': red, '+': green, ' ': dim };
  const line = ({ mark, text }: DiffLine): string => colour[mark](`      ${mark} ${short(text, width - 10)}`);
  const turn = (what: string, old: string, next: string): string[] => [
    `  ${what}`,
    line({ mark: '-', text: old || '(nothing)' }),
    line({ mark: '+', text: next || '(nothing)' }),
  ];
  const text = (lines: readonly DiffLine[]): string[] => {
    if (lines.length === 0) return [];
    const key = lines.map(({ mark, text: said }) => `${mark}${said}`).join('\n');
    if (shown.has(key)) return [dim('      the text as in a mail above')];
    shown.add(key);
    const left = lines.length - mostLines;
    return [...lines.slice(0, mostLines).map(line), ...(left > 0 ? [dim(`      … ${left} lines more (--json has them)`)] : [])];
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
