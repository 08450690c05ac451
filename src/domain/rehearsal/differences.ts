import { tokenLength } from '../authenticate/token.ts';
import { type DiffLine, lineDiff } from './line-diff.ts';
import type { Later, Played, Stand, WouldSend } from './played.ts';

/** One thing that the changed configuration does otherwise; `what` is a word of the command line. */
export type Difference =
  | { kind: 'value'; what: string; old: string; new: string }
  | { kind: 'no-mail' | 'one-more-mail'; mail: WouldSend }
  | { kind: 'mail'; mail: WouldSend; values: readonly Value[]; lines: readonly DiffLine[]; looks: boolean };
type Value = { what: string; old: string; new: string };

/** Tags of the changed run by those of the run before, where one mail opened both tickets: they may be numbered otherwise. */
export type SameTickets = ReadonlyMap<string, string>;

/** What differs for one mail. Numbers of tickets and signed addresses are no difference. */
export function differencesOf(old: Played, next: Played, same: SameTickets): Difference[] {
  const like = likeBefore(same);
  return [
    ...valuesIn([
      ['outcome', old.outcome, next.outcome],
      ['why', old.why, like(next.why)],
      ['ticket', old.ticket ?? '', like(next.ticket ?? '')],
    ]),
    ...standDifferences(old.stands, next.stands, like),
    ...mailDifferences(old.mails, next.mails, like),
  ];
}

/** What differs in what time did on a ticket. */
export function laterDifferences(old: Later | undefined, next: Later | undefined, same: SameTickets): Difference[] {
  const like = likeBefore(same);
  return [
    ...standDifferences(old?.stands ?? null, next?.stands ?? null, like),
    ...mailDifferences(old?.mails ?? [], next?.mails ?? [], like),
  ];
}

type Like = (text: string) => string;

/** A text of the changed run with the tags that the run before has for the same tickets. */
const likeBefore =
  (same: SameTickets): Like =>
  (text) =>
    same.size === 0 ? text : text.replace(tag, (found) => same.get(found) ?? found);
const tag = /\b[A-Z][A-Z0-9]*-\d+\b/g;

/** The token of a signed address says which ticket and reader it is for, and until when. */
const token = new RegExp(`\\b[a-z2-7]{${tokenLength}}\\b`, 'g');
const unsigned = (text: string): string => text.replace(token, '…');

const valuesIn = (rows: readonly (readonly [what: string, old: string, next: string])[]): Difference[] =>
  rows.flatMap(([what, old, next]) => (old === next ? [] : [{ kind: 'value', what, old, new: next }]));

function standDifferences(old: Stand | null, next: Stand | null, like: Like): Difference[] {
  if (old === null || next === null) return [];
  const names = [...new Set([...Object.keys(old), ...Object.keys(next)])];
  return valuesIn(names.map((what) => [what, old[what] ?? '', like(next[what] ?? '')]));
}

/** Pairs mails of one template to one reader in their order, then what is left to a reader with what is left to them. */
function mailDifferences(old: readonly WouldSend[], next: readonly WouldSend[], like: Like): Difference[] {
  const exact = paired(old, next, ({ to, template }) => `${to} ${template}`);
  const others = paired(exact.gone, exact.come, ({ to }) => to);
  return [
    ...[...exact.pairs, ...others.pairs].flatMap(([one, other]) => pairDifference(one, other, like)),
    ...others.gone.map((mail): Difference => ({ kind: 'no-mail', mail })),
    ...others.come.map((mail): Difference => ({ kind: 'one-more-mail', mail })),
  ];
}

type Mails = readonly WouldSend[];

function paired(old: Mails, next: Mails, keyOf: (mail: WouldSend) => string) {
  const waiting = Map.groupBy(next, keyOf);
  const pairs: [WouldSend, WouldSend][] = [];
  const gone: WouldSend[] = [];
  for (const mail of old) {
    const other = waiting.get(keyOf(mail))?.shift();
    if (other === undefined) gone.push(mail);
    else pairs.push([mail, other]);
  }
  const taken = new Set(pairs.map(([, other]) => other));
  return { pairs, gone, come: next.filter((mail) => !taken.has(mail)) };
}

const minute = 60_000;

function pairDifference(old: WouldSend, next: WouldSend, like: Like): Difference[] {
  const values: Value[] = [];
  const row = (what: string, one: string, other: string): void => {
    if (one !== other) values.push({ what, old: one, new: other });
  };
  row('template', old.template, next.template);
  row('subject', old.subject, like(next.subject));
  row('leaves', moment(old.at), moment(next.at));
  row('files', old.files.join(', '), like(next.files.join(', ')));
  row('trouble', old.trouble ?? '', like(next.trouble ?? ''));
  const lines = lineDiff(unsigned(old.text), unsigned(like(next.text)));
  const looks = lines.length === 0 && values.length === 0 && unsigned(old.html) !== unsigned(like(next.html));
  return values.length === 0 && lines.length === 0 && !looks ? [] : [{ kind: 'mail', mail: old, values, lines, looks }];
}

/** `2026-03-02 09:00`, UTC. */
const moment = (at: number): string => new Date(Math.floor(at / minute) * minute).toISOString().slice(0, 16).replace('T', ' ');
