import { type Attribution, attributionAt, sharedAttribution } from './attribution.ts';
import { headerBlockAt } from './header-block.ts';
import { separatorOf } from './separators.ts';
import { isSignatureMark } from './signature.ts';
import { withoutTail } from './tail.ts';

/**
 * What the person wrote, without the mail they answer and without what is under every mail of theirs.
 *
 * A view: it only leaves lines out (and once the end of one). Answers between quoted lines stay, in order; a forwarded mail,
 * and a mail that begins with what looks like history, are shown whole. Each line is looked at a fixed number of times, so
 * the time grows with the text's length (A14).
 */
export function visibleText(text: string): string {
  const { own, forwarded } = withoutHistory(text.split(/\r?\n/));
  return squeezeBlank(trimBlank([...withoutSignature(own), ...forwarded])).join('\n');
}

type Cut = { own: string[]; forwarded: readonly string[] };

/** Leaves quoted lines and what announces them out. */
function withoutHistory(lines: readonly string[]): Cut {
  const own: string[] = [];
  let at = 0;
  while (at < lines.length) {
    const step = stepAt(lines, at);
    if (step.kind === 'rest' || (step.kind === 'stop' && isEmpty(own))) return { own, forwarded: ['', ...lines.slice(at)] };
    if (step.kind === 'stop') return { own: dropTrailingRules(own), forwarded: [] };
    if (step.kind === 'keep') own.push(step.line);
    at += step.lines;
  }
  return { own, forwarded: [] };
}

type Step = { kind: 'keep'; line: string; lines: 1 } | { kind: 'skip'; lines: number } | { kind: 'stop' } | { kind: 'rest' };

function stepAt(lines: readonly string[], at: number): Step {
  const line = lines[at] ?? '';
  if (isQuoted(line)) return isQuotedAt(lines, at) ? { kind: 'skip', lines: 1 } : { kind: 'keep', line, lines: 1 };
  const separator = separatorOf(line);
  if (separator === 'forwarded') return { kind: 'rest' };
  if (separator === 'original') return { kind: 'stop' };
  if (separator === 'dashed' && headerSoon(lines, at)) return { kind: 'stop' };
  if (headerBlockAt(lines, at)) return { kind: 'stop' };
  const shared = sharedAttribution(line);
  if (shared > 0 && isQuoted(nextWritten(lines, at + 1))) return { kind: 'keep', line: line.slice(0, shared), lines: 1 };
  if (isWrappedLink(lines, at)) return { kind: 'skip', lines: 1 };
  return afterAttribution(lines, at, attributionAt(lines, at)) ?? { kind: 'keep', line, lines: 1 };
}

/** Marked quotes follow: answers may stand between them. Unmarked ones: nothing below is the writer's. */
function afterAttribution(lines: readonly string[], at: number, found: Attribution): Step | null {
  if (found.lines === 0) return null;
  if (isQuoted(nextWritten(lines, at + found.lines))) return { kind: 'skip', lines: found.lines };
  return found.certain ? { kind: 'stop' } : null;
}

const isQuoted = (line: string): boolean => /^ {0,3}>/.test(line);

/** `>>> here <<<` is an arrow. */
const isQuotedAt = (lines: readonly string[], at: number): boolean => !/<<<?\s*$/.test((lines[at] ?? '').slice(-8));

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

function dropTrailingRules(lines: readonly string[]): string[] {
  const end = lines.findLastIndex((line) => line.trim() !== '' && separatorOf(line) !== 'rule');
  return lines.slice(0, end + 1);
}

/** Cuts at the signature mark, then what is under the text without one. */
function withoutSignature(lines: readonly string[]): string[] {
  const mark = lines.findIndex((line, at) => isSignatureMark(line) && at > 0);
  const kept = mark === -1 ? lines : lines.slice(0, mark);
  return withoutTail(kept);
}

function trimBlank(lines: readonly string[]): string[] {
  const from = lines.findIndex((line) => line.trim() !== '');
  const to = lines.findLastIndex((line) => line.trim() !== '');
  return from === -1 ? [] : lines.slice(from, to + 1).map((line) => line.trimEnd());
}

const squeezeBlank = (lines: readonly string[]): string[] => lines.filter((line, at) => line !== '' || lines[at - 1] !== '');
