import { type Label, labelNamed } from './field-labels.ts';
import { readableLine } from './readable-line.ts';

/** A label stands before a colon, or in the first cell of a table; bold marks stay from HTML made text. */
const labelled = /^[\s*_|•]*([\p{L}\p{M}][\p{L}\p{M} /().’'-]{0,26}?)[\s*_]*[:：|][*_]?(?:\s|$|[^/\s])/u;

/** Characters of a line in which its label stands, and of one that may be a field at all. */
const LABEL_WIDTH = 60;
const MAX_FIELD = 2_000;

/** Lines are looked at again and again as the next ones of those above them. */
const seen = new WeakMap<readonly string[], (Label | null | undefined)[]>();

function labelAt(lines: readonly string[], at: number): Label | null {
  const known = seen.get(lines) ?? [];
  if (known.length === 0) seen.set(lines, known);
  const label = known[at];
  if (label !== undefined) return label;
  const found = labelOf(lines[at] ?? '');
  known[at] = found;
  return found;
}

/** What field a line names, or null. */
export function labelOf(line: string): Label | null {
  const head = line.slice(0, LABEL_WIDTH);
  if (line.length > MAX_FIELD || !/[:：|]/.test(head)) return null;
  const found = labelled.exec(readableLine(head));
  return found ? labelNamed(found[1] ?? '') : null;
}

/** Lines that may lie between two fields: continuations of long recipient lists, one blank of HTML made text. */
const REACH = 6;

/** Whether a copied header starts at this line: a sender or a date, and soon other fields that together only a program writes. */
export function headerBlockAt(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? '';
  if (!/[:：|]/.test(line)) return line !== '' && notesBlockAt(lines, at);
  const first = isValued(line) ? labelAt(lines, at) : null;
  if (first === null || first === 'cc' || first === 'other') return false;
  const found = new Set<Label>([first]);
  let addressed = isAddressed(first, line);
  for (let next = at + 1; next <= at + REACH && next < lines.length; next++) {
    const label = labelAt(lines, next);
    if (label === null) continue;
    if (label === first && next > at + 1 && found.size > 1) break; // the next mail's header
    found.add(label);
    addressed ||= isAddressed(label, lines[next] ?? '');
  }
  return isHeader(first, found, addressed);
}

const isValued = (line: string): boolean => /[:：|].{2}/.test(line);
const isAddressed = (label: Label, line: string): boolean => (label === 'from' || label === 'to') && /\S@\S/.test(line);

/** `From: Berlin`, `To: Munich`, `Date: 3 March` is a person's own list. */
function isHeader(first: Label, found: ReadonlySet<Label>, addressed: boolean): boolean {
  const has = (...wanted: readonly Label[]): boolean => wanted.every((label) => found.has(label));
  const dated = has('sent') || has('date');
  if (first === 'subject') return has('from') && dated && addressed;
  if (first === 'to') return has('subject') && (has('from') || dated);
  if (has('from', 'sent') || (has('subject') && (has('from') || has('sent') || (dated && has('to'))))) return true;
  return addressed && (has('from') || has('to')) && (dated || has('to', 'from'));
}

/** Notes: a name, a date, and then `To`, `cc` and `Subject` alone on their lines, each above its value. */
function notesBlockAt(lines: readonly string[], at: number): boolean {
  if (!/\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\s\d{1,2}[:.]\d{2}/.test(lines[at + 1] ?? '') || !/^["\p{L}]/u.test(lines[at] ?? ''))
    return false;
  const bare = lines.slice(at + 2, at + 14).map((line) => (line.length < 16 ? labelNamed(line) : null));
  return bare.includes('to') && bare.includes('subject');
}
