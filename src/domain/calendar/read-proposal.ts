import { type Here, readWhen } from '../decide/grammar/when.ts';
import type { Saying } from '../saying.ts';
import { bareLabel } from '../sections.ts';
import type { OfferedTime } from './proposed-times.ts';
import { readTimes } from './read-times.ts';

/** What a mail proposes; `message`: its text without that. */
export type Proposal =
  | { kind: 'proposed'; times: readonly [OfferedTime, ...OfferedTime[]]; place: string; message: string }
  | { kind: 'wrong'; problem: Saying; at: string };

/**
 * Reads times, and a place, out of a command's words and the mail's text: behind the command, as a list under `Times:`, or as
 * a list of nothing but times; the place behind `Place:`. All of it or nothing: one line of a list that cannot be read is a fault.
 */
export function readProposal(said: string, text: string, here: Here): Proposal {
  const { times, place, message } = partsOf(text, said === '' ? here : null);
  const read = readTimes([said, ...times].filter((part) => part !== '').join('\n'), here);
  return read.kind === 'wrong' ? read : { kind: 'proposed', times: read.times, place, message };
}

type Parts = { times: string[]; place: string; message: string };

/** @param here null: only what a label names is a time */
function partsOf(text: string, here: Here | null): Parts {
  const times: string[] = [];
  const message: string[] = [];
  let place = '';
  let listing = false;
  const blocks = text.split('\n');
  for (const [at, line] of blocks.entries()) {
    const head = headIn(line);
    const isBlank = line.trim() === '';
    if (isBlank && !isPoint(blocks[at + 1] ?? '')) listing = false;
    if (head?.name === 'place') place = head.said;
    else if (head?.name === 'times') times.push(head.said);
    else if (!isBlank && (listing || (here !== null && isOfTimes(blocks, at, here)))) times.push(line);
    else message.push(line);
    if (head !== null) listing = head.name === 'times';
  }
  return {
    times: times.filter((one) => one !== ''),
    place,
    message: message
      .join('\n')
      .replace(/\n\s*\n(?:\s*\n)+/g, '\n\n')
      .trim(),
  };
}

/** A line of times alone, or a point of a list that has one. */
function isOfTimes(lines: readonly string[], at: number, here: Here): boolean {
  const line = lines[at] ?? '';
  if (hasTimes(line, here)) return true;
  if (!isPoint(line)) return false;
  const from = lines.findLastIndex((one, index) => index < at && !isPoint(one)) + 1;
  const end = lines.findIndex((one, index) => index > at && !isPoint(one));
  return lines.slice(from, end < 0 ? lines.length : end).some((one) => hasTimes(one, here));
}

function hasTimes(line: string, here: Here): boolean {
  const parts = line
    .replace(mark, '')
    .split(/,|\s(?:or|oder|ou|o)\s/i)
    .map((part) => part.trim());
  return parts.every((part) => readWhen(part, here)?.time != null);
}

const mark = /^\s*(?:[-*•–—]|\d{1,2}[.)])\s+/;
const isPoint = (line: string): boolean => mark.test(line);

function headIn(line: string): { name: 'times' | 'place'; said: string } | null {
  const [, label = '', said = ''] = /^[\s*_-]*(\p{L}[^:*_]{1,20}?)[\s*_]*:[*_]*(?=\s|$)\s*(.*)$/u.exec(line) ?? [];
  const name = labels.get(bareLabel(label));
  return name === undefined ? null : { name, said: said.trim() };
}

/** As en, es, de, fr and pt call them; small letters, no accents. */
const labels: ReadonlyMap<string, 'times' | 'place'> = new Map([
  ...['times', 'time', 'horas', 'hora', 'horarios', 'horario', 'zeiten', 'zeit', 'termine', 'termin', 'horaires', 'horaire'].map(
    (label) => [label, 'times'] as const,
  ),
  ...['place', 'where', 'link', 'lugar', 'donde', 'enlace', 'ort', 'wo', 'lieu', 'ou', 'lien', 'local', 'onde'].map(
    (label) => [label, 'place'] as const,
  ),
]);
