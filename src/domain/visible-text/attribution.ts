import { openers, pronouns, quoting, verbs } from './attribution-words.ts';
import { readableLine } from './readable-line.ts';

/** Characters of an attribution, put together from several lines. */
const MAX_LENGTH = 500;
const MAX_LINES = 6;
/** What a short line costs more than its length. */
const COST = 20;

/** `certain`: named so fully that what follows is the quoted mail even where no `>` marks it. */
export type Attribution = { lines: number; certain: boolean /** Characters that were judged for it. */; lookedAt: number };

const none: Attribution = { lines: 0, certain: false, lookedAt: 0 };

/**
 * How many lines from `at` on say who wrote the quoted mail and when; 0 for none. An attribution is told by what it is made of
 * (a date, a time, an address, "wrote", an end), not by one pattern a language, for programs mix these as they like.
 */
export function attributionAt(lines: readonly string[], at: number, longest = MAX_LINES): Attribution {
  const raw = lines[at] ?? '';
  if (raw.length > MAX_LENGTH || !mayBegin.test(raw) || raw.trimStart().startsWith('>')) return none;
  const first = readableLine(raw);
  let text = '';
  let found = none;
  let lookedAt = 0;
  for (let count = 1; count <= longest; count++) {
    const line = count === 1 ? first.trim() : readableLine(lines[at + count - 1] ?? '').trim();
    if (text.length + line.length > MAX_LENGTH || ((line === '' || line.startsWith('>')) && !isOpenAddress(text))) break;
    text = text === '' ? line : `${text} ${line}`;
    lookedAt += line.length + COST;
    const verdict = mayEnd(line) ? judge(text, count) : 'none';
    if (verdict !== 'none') found = { lines: count, certain: verdict === 'certain', lookedAt };
    if (verdict === 'certain' || (verdict === 'marked' && /[:：]$/.test(line)) || (count === 1 && !mayGoOn(first))) break;
  }
  return isOwnLine(lines, at, found.lines) ? { ...none, lookedAt } : { ...found, lookedAt: found.lines > 0 ? 0 : lookedAt };
}

/** A cheap look that spares nearly every line of a text the long ones: a number, an address or a rule somewhere. */
const mayBegin = /[\p{Nd}@<]|^\s*-{2}|^\S{1,12}\s+["\p{Lu}]|^(?:[Mm]issatge|[Ww]iadomość)\s/u;
const lastWords = new RegExp(`(?:${verbs})$`, 'iu');
const mayEnd = (line: string): boolean => /[:：>)\]-]$|---./.test(line) || lastWords.test(line);

const opener = new RegExp(`^[\\s*_-]*(?:${openers})(?=[\\s,:\\d\\p{L}-])`, 'iu');
const weekday = /^\s*[\p{L}\p{M}]{2,14}[.,]{0,2}\s(?=\d)/u;
const writer = /^\s*["'„«]?[^<>@:]{0,80}["'”»]?\s*[<([]\s?[^\s<>@]{1,80}@[^\s<>]{1,100}\s?[>)\]]?/u;

/** Only a line that begins as they do may begin one that ends further down. */
const mayGoOn = (line: string): boolean => opener.test(line) || /^\s*\d/.test(line) || weekday.test(line) || writer.test(line);

/** A line of the writer's own above an attribution that is whole without it. */
function isOwnLine(lines: readonly string[], at: number, count: number): boolean {
  const first = lines[at] ?? '';
  if (count < 2 || /^\s*\S{1,12}(?:\s\S{1,6})?$/.test(first)) return false;
  const later = readableLine(lines[at + 1] ?? '').trim();
  if (!opener.test(later) || !day.test(later) || (/[>)\]]$/.test(first.trim()) && !address.test(later))) return false;
  return attributionAt(lines, at + 1, count - 1).lines === count - 1;
}

/** A name and an address may be torn apart by blank lines: `On … John` / `<` / `mailto:…` / `> wrote:`. */
const isOpenAddress = (text: string): boolean => opener.test(text) && day.test(text) && clock.test(text);

const address = /[^\s<>()[\]]{1,100}@[^\s<>()[\]]{1,100}/;
const clock = /(?<!\d)\d{1,2}[:.h]\d{2}(?!\d)/;
const month = '[\\p{L}\\p{M}.]{2,14}';
const day = new RegExp(
  [
    '(?<!\\d)\\d{4}\\.?\\s?[-/.年년]\\s?\\d{1,2}\\s?[-/.月월]\\s?\\d{1,2}',
    `(?<!\\d)\\d{4}\\.\\s${month}\\s\\d{1,2}`,
    '(?<!\\d)\\d{1,2}\\s?[-/.]\\s?\\d{1,2}\\s?[-/.]\\s?\\d{2,4}',
    `(?<!\\d)\\d{1,2}\\.?(?:st|nd|rd|th|er|º)?[-\\s]+(?:de\\s+|of\\s+)?${month},?[-\\s]+(?:de\\s+|del\\s+)?\\d{4}`,
    `(?<!\\d)\\d{1,2}\\s${month}\\s\\d{1,2},\\s*\\d{4}`,
    `(?<!\\p{L})${month}\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+\\d{4}`,
  ].join('|'),
  'iu',
);
/** A day of this year: `Mar 2,`, `2 mars`. Counts only with a time behind it. */
const dayOfThisYear = new RegExp(`^\\S{1,12}\\s(?:\\S{1,10}\\s)?(?:${month}\\s\\d{1,2}|\\d{1,2}\\.?\\s${month}),?\\s`, 'iu');

const before = '(?:^|[\\s,>)\\]"\'”»】」，）a-z0-9])';
const endVerb = new RegExp(`${before}(?:${verbs})\\s*(?:the following|följande|folgendes)?\\s*(?:[:：]|-{2,}|$)\\s*-*$`, 'iu');
const midVerb = new RegExp(`${before}(?:${verbs})(?=[\\s:：,.(\\[-])`, 'iu');
const byPronoun = new RegExp(`(?:^|\\s)(?:${pronouns})\\s(?:${verbs})|(?:${verbs})\\s(?:${pronouns})(?=[\\s:])`, 'iu');
const quotes = new RegExp(`^(?:${quoting})\\s["'«]?\\p{L}.{0,150}[:：]$`, 'iu');

type Verdict = 'none' | 'marked' | 'certain';

function judge(text: string, lines: number): Verdict {
  if (/^-{2,}\s?[^-].{0,160}\s\S{3,12}\s?-{2,}$/u.test(text)) return endVerb.test(text) ? 'certain' : 'none';
  if (notesLine.test(text)) return 'certain';
  const has = { day: day.test(text), address: address.test(text), opener: opener.test(text) };
  const timed = clock.test(has.day ? text.replace(day, ' ') : text);
  if (endVerb.test(text)) return verdictOf(withVerb(text, { ...has, timed, lines }), byPronoun.test(text));
  if (quotes.test(text)) return 'marked';
  if (!has.day) return 'none';
  const closes = /[:：]$/.test(text);
  // A date, a time, an address and an end: nobody else writes so.
  if (closes && has.address && (timed || lines > 1 || has.opener)) return 'certain';
  if (closes && midVerb.test(text))
    return verdictOf(verbBeforeName(text, has.address || has.opener, timed), byPronoun.test(text));
  return /^\d{4}[-/年]/.test(text) && isOldGmail.test(text) ? (has.address ? 'certain' : 'marked') : 'none';
}

const verdictOf = (verdict: Verdict, own: boolean): Verdict => (own && verdict === 'certain' ? 'marked' : verdict);

type Found = { day: boolean; address: boolean; opener: boolean; timed: boolean; lines: number };

function withVerb(text: string, { day, address, opener, timed, lines }: Found): Verdict {
  if (day && (timed || address || opener)) return 'certain';
  if (opener && timed && (address || dayOfThisYear.test(text))) return 'certain';
  if (address && opener) return 'certain';
  return day || timed || (address && lines === 1) ? 'marked' : 'none';
}

/** `Am … schrieb Jane:`, `Jane kirjoitti 2.3.2026 klo 10.05:`; between the verb and the end stands a name or a date, no sentence. */
function verbBeforeName(text: string, known: boolean, timed: boolean): Verdict {
  const at = midVerb.exec(text);
  const rest = text.slice((at?.index ?? 0) + (at?.[0].length ?? 0), -1).trim();
  const words = rest.split(/\s+/);
  const isName = words.length <= 5 && (words.length === 1 || /^["'„«(]?\p{Lu}/u.test(rest));
  const isDate = day.test(rest) && rest.length <= 60;
  if (isDate) return /^["'„«]?\p{Lu}\S*(?:\s\S+){0,4}\s/u.test(text) && timed ? 'certain' : known ? 'marked' : 'none';
  return isName && (known || /^\d/.test(text)) ? 'certain' : 'none';
}

/** `2026-03-02 10:05 GMT+01:00 Jane Roe <jane@…>`, with a colon or without. */
const isOldGmail = /^\S+\s(?:\d{1,2}:\d{2}\s)?(?:GMT\S*\s)?(?:[^@]{0,80}<?\S+@\S+[>)]?|["\p{L}][^:]{2,60}):?$/u;
/** Notes: the writer, the time and the subject of the mail below between dashes. */
const notesLine = /^["\p{L}][^@]{1,80}-{3}\s?\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\s\d{1,2}[:.]\d{2}[^-]{0,12}-{3}/u;

/** Where an attribution stands behind the answer's last words on one line; -1 for nowhere. */
export function sharedAttribution(line: string): number {
  if (line.length > MAX_LENGTH || !/[:：]\s*$/.test(line)) return -1;
  const found =
    /(?:\s|-{2,}\s?)((?:On|Am|Le|El|Em|Il|Il giorno|Op|Den|W dniu|Dnia|Dne) (?=\S{0,14}\s?[^.!?]{0,14}\d)[^\n]*)$/.exec(line);
  const behind = found?.[1]?.trim() ?? '';
  return found !== null && day.test(behind) && (endVerb.test(behind) || judge(behind, 1) === 'certain') ? found.index : -1;
}
