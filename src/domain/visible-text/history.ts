import { type Attribution, attributionAt, sharedAttribution } from './attribution.ts';
import { headerBlockAt } from './header-block.ts';
import { separatorOf } from './separators.ts';

/** What the writer wrote, in the pieces that quoted lines make of it, and the mail passed on below. */
export type Own = { segments: readonly (readonly string[])[]; forwarded: readonly string[] };

/** Characters of lines that are looked at as attributions: a text that is full of what almost is one costs no more than this. */
const MAX_LOOKED_AT = 200_000;

/**
 * Leaves quoted lines and what announces them out. A forwarded mail stays, and so does all of a mail that begins as a copy.
 *
 * @param passesOn the subject says so: a copied header is then no history
 */
export function withoutHistory(lines: readonly string[], passesOn: boolean): Own {
  const segments: string[][] = [[]];
  const budget = { left: MAX_LOOKED_AT };
  let at = 0;
  while (at < lines.length) {
    const step = stepAt(lines, at, budget);
    if (step.kind === 'rest' || (step.kind === 'stop' && (passesOn || segments.every(isEmpty))))
      return { segments, forwarded: ['', ...lines.slice(at)] };
    if (step.kind === 'keep') segments.at(-1)?.push(step.line);
    else {
      segments.push(withoutTrailingRules(segments.pop() ?? []));
      if (step.kind === 'stop') break;
      if (segments.at(-1)?.length !== 0) segments.push([]);
    }
    at += step.lines;
  }
  return { segments, forwarded: [] };
}

type Step = { kind: 'keep'; line: string; lines: 1 } | { kind: 'skip'; lines: number } | { kind: 'stop' } | { kind: 'rest' };

function stepAt(lines: readonly string[], at: number, budget: { left: number }): Step {
  const line = lines[at] ?? '';
  const kept: Step = { kind: 'keep', line, lines: 1 };
  if (line === '') return kept;
  if (isQuoted(line)) return isQuotation(lines, at) ? { kind: 'skip', lines: 1 } : kept;
  const copy = copyAt(lines, at);
  if (copy !== null) return copy;
  if (isWrappedLink(lines, at)) return { kind: 'skip', lines: 1 };
  if (budget.left <= 0) return kept;
  const shared = sharedAttribution(line);
  if (shared > 0 && isQuoted(nextWritten(lines, at + 1))) return { kind: 'keep', line: line.slice(0, shared), lines: 1 };
  const found = attributionAt(lines, at);
  if (found.lookedAt > 0) budget.left -= found.lookedAt;
  return afterAttribution(lines, at, found) ?? kept;
}

/** Lines that end all that is the writer's, or begin what they pass on. */
function copyAt(lines: readonly string[], at: number): Step | null {
  const separator = separatorOf(lines[at] ?? '');
  if (separator === 'forwarded') return { kind: 'rest' };
  const isCopy =
    separator === 'original' ||
    ((separator === 'dashed' || separator === 'bare') && headerSoon(lines, at)) ||
    (separator !== 'rule' && headerBlockAt(lines, at));
  return isCopy ? { kind: 'stop' } : null;
}

/** Marked quotes follow: answers may stand between them. Unmarked ones: nothing below is the writer's. */
function afterAttribution(lines: readonly string[], at: number, found: Attribution): Step | null {
  if (found.lines === 0) return null;
  if (isQuoted(nextWritten(lines, at + found.lines))) return { kind: 'skip', lines: found.lines };
  return found.certain ? { kind: 'stop' } : null;
}

const isQuoted = (line: string): boolean => /^ {0,3}>/.test(line);

/** `>>> here <<<` is an arrow; below `<` or a hunk's head stands a difference of two files. */
function isQuotation(lines: readonly string[], at: number): boolean {
  if (/<<<?\s*$/.test((lines[at] ?? '').slice(-8))) return false;
  let above = at - 1;
  while (above >= 0 && above > at - MAX_HUNK && isQuoted(lines[above] ?? '')) above--;
  return !/^(?:< |---\s*$|\d+(?:,\d+)?[acd]\d+(?:,\d+)?\s*$)/.test(lines[above] ?? '');
}

/** Lines of a difference's one side. */
const MAX_HUNK = 40;

function nextWritten(lines: readonly string[], from: number): string {
  for (let at = from; at < Math.min(lines.length, from + 8); at++) if ((lines[at] ?? '').trim() !== '') return lines[at] ?? '';
  return '';
}

function headerSoon(lines: readonly string[], at: number): boolean {
  for (let next = at + 1; next <= at + 3; next++) if (headerBlockAt(lines, next)) return true;
  return false;
}

const isEmpty = (lines: readonly string[]): boolean => lines.every((line) => line.trim() === '' || separatorOf(line) === 'rule');

/** A long link that a program broke out of its quoted line. */
function isWrappedLink(lines: readonly string[], at: number): boolean {
  const above = lines[at - 1] ?? '';
  if (at === 0 || !isQuoted(above) || !isQuoted(lines[at + 1] ?? '')) return false;
  const line = (lines[at] ?? '').trim();
  return /^[(<]?https?:\/\/\S+[)>]*( >)?$/.test(line) || (/[(<]https?:\/\/[^)>\s]*$/.test(above) && /^\S+[)>]$/.test(line));
}

/** The rules that a program draws above what it copied are none of the writer's. */
export function withoutTrailingRules(lines: readonly string[]): string[] {
  const end = lines.findLastIndex((line) => line.trim() !== '' && separatorOf(line) !== 'rule');
  return lines.slice(0, end + 1);
}
