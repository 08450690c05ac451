import { formatDuration, parseDuration } from '../../duration.ts';
import { type Saying, say } from '../../saying.ts';
import type { TimeEntry } from '../../ticket.ts';
import { withHoursUsed } from '../flow/used-hours.ts';
import { printMoney, readMoney } from '../grammar/money.ts';
import type { Word } from '../grammar/words.ts';
import { type Command, type Deed, insiders } from './command.ts';

/** Notes hours of work on the ticket. */
export const time: Command = {
  name: 'time',
  translations: { es: ['tiempo', 'horas'], de: ['zeit'], fr: ['temps'], pt: ['tempo'] },
  args: '1h30 [KIND] [@RATE]',
  roles: insiders,
  class: 'C3',
  help: say(
    'Notes time you worked: `1h30`, `90m`, `1.5h`, `2d` (24 h a day); of a kind such as analysis, at a rate an hour such as `@60 EUR`.',
  ),
  inTitle: true,
  fits: () => true,
  perform: (words, scene) => {
    const { ticket, actor, now, insists, workflow } = scene;
    const read = readTime(words);
    if ('problem' in read) {
      const { near, ...fault } = read;
      return {
        kind: 'refused',
        ...fault,
        suggestions: [...(near === undefined ? [] : [near]), 'time 1h30', 'time 90m analysis'],
      };
    }
    const { minutes, kind, rate } = read;
    if (minutes > aDay && !insists) {
      const problem = say`${shown(minutes)} is more than a day`;
      return {
        kind: 'refused',
        problem,
        expected: say('`time!` if it is meant'),
        suggestions: [`time! ${words.map(({ text }) => text).join(' ')}`],
      };
    }
    const { billable } = workflow.options;
    const isOwed = billable === null || billable.includes(kind);
    const worked = isOwed ? say`+${shown(minutes)} ${kind}` : say`+${shown(minutes)} ${kind}, not charged`;
    const entry: TimeEntry = { handle: actor.handle, minutes, kind, rate, at: now };
    const done: Deed = {
      kind: 'done',
      effects: [{ act: 'keep-time', ticket: ticket.number, time: entry }],
      back: [{ act: 'drop-time', ticket: ticket.number, time: entry }],
      event: 'worked',
      data: { minutes, kind, rate },
      change: rate === null ? worked : say`${worked} at ${printMoney(rate)} an hour`,
    };
    return withHoursUsed(done, scene);
  },
};

const aDay = 24 * 60;

const shown = (minutes: number): string => formatDuration(minutes * 60_000);

type Fault = { problem: Saying; expected: Saying; word?: Word; near?: string };
type Time = Pick<TimeEntry, 'minutes' | 'kind' | 'rate'>;

function readTime(words: readonly Word[]): Time | Fault {
  const [first] = words;
  const texts = words.map(({ text }) => text);
  if (first === undefined) return { problem: say('`time` needs how long'), expected };
  const length = lengthAtStart(texts);
  if (length === null) {
    const near = /^\d{1,4}$/.test(first.text) ? `time ${first.text}m` : undefined;
    return { problem: say`“${first.text}” is no length of time`, expected, word: first, ...(near && { near }) };
  }
  const minutes = Math.round(length.ms / 60_000);
  if (minutes === 0) return { problem: say`“${first.text}” is less than a minute`, expected, word: first };
  const at = texts.findIndex((text, i) => i >= length.used && text.startsWith('@'));
  const kind = texts
    .slice(length.used, at < 0 ? undefined : at)
    .join('-')
    .toLowerCase();
  const wordOfKind = words[length.used];
  if (kind !== '' && !/^\p{L}[\p{L}\p{M}\p{N}-]{0,29}$/u.test(kind))
    return {
      problem: say`“${kind}” is no kind of work`,
      expected: say('a word such as analysis'),
      ...(wordOfKind && { word: wordOfKind }),
    };
  if (at < 0) return { minutes, kind: kind || 'work', rate: null };
  const rate = readMoney(texts.slice(at).join(' ').slice(1), null);
  const wordOfRate = words[at];
  const aRate = { expected: say('an amount with its currency, such as @60 EUR'), ...(wordOfRate && { word: wordOfRate }) };
  if (rate === null) return { problem: say`“${texts.slice(at).join(' ')}” is no rate`, ...aRate };
  return { minutes, kind: kind || 'work', rate };
}

const expected = say('a length of time such as 1h30, 90m, 1.5h or 2d');

/** `1h 30m` may be two words. */
function lengthAtStart(texts: readonly string[]): { ms: number; used: number } | null {
  for (let used = Math.min(texts.length, 3); used > 0; used--) {
    const parts = texts.slice(0, used);
    const ms = parseDuration(parts.join(' ').replace(/,(?=\d)/g, '.'));
    if (ms !== null && (used === 1 || parts.every((part) => /[a-z]$/i.test(part)))) return { ms, used };
  }
  return null;
}
