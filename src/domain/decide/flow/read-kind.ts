import { parseWait } from '../../calendar/wait.ts';
import { say } from '../../saying.ts';
import type { Person } from '../../settings.ts';
import type { FieldKind } from '../../workflow/workflow.ts';
import { printMoney, readMoney } from '../grammar/money.ts';
import type { Here } from '../grammar/when.ts';
import { type FieldValue, readField } from '../values/read-field.ts';

/** What values are read by: whose clock, and who is one of us. */
export type Reader = { here: Here; people: readonly Person[] };

/** Reads what was typed as a value of a process, in the form in which it is kept. */
export function readKind(text: string, kind: FieldKind, { here, people }: Reader): FieldValue {
  const said = text.trim();
  switch (kind.kind) {
    case 'text':
    case 'lines':
    case 'times':
      return readText(said);
    case 'duration':
      return readDuration(said);
    case 'money': {
      const money = readMoney(said, null);
      if (money !== null) return { kind: 'right', value: printMoney(money) };
      return { kind: 'wrong', expected: say('an amount with its currency, such as 480 EUR'), near: [] };
    }
    case 'person':
      return readPerson(said, people);
    case 'choice':
      return readField(said, kind, here);
    case 'number':
    case 'date':
      return readField(said, { kind: kind.kind }, here);
  }
}

/** Somebody's own words, as many lines as they wrote. */
function readText(said: string): FieldValue {
  if (said === '' || said === '""') return { kind: 'right', value: null };
  if (said === '…') return { kind: 'wrong', expected: say('your own words in its place'), near: [] };
  return said.length <= mostLetters
    ? { kind: 'right', value: said }
    : { kind: 'wrong', expected: say('a shorter text'), near: [] };
}

/** As much as a long report. */
const mostLetters = 20_000;

/** A bare number counts days. */
function readDuration(said: string): FieldValue {
  const text = /^\d+$/.test(said) ? `${said}d` : said.toLowerCase();
  if (parseWait(text) !== null) return { kind: 'right', value: text };
  return { kind: 'wrong', expected: say('how long, such as 90m, 2h, 3bd or 14d'), near: [] };
}

/** One of us by handle, anybody by address. */
function readPerson(said: string, people: readonly Person[]): FieldValue {
  const typed = said.toLowerCase();
  const ours = people.find(({ handle, addresses }) => handle === typed || addresses.includes(typed));
  if (ours !== undefined) return { kind: 'right', value: ours.handle };
  if (/^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(typed)) return { kind: 'right', value: typed };
  return { kind: 'wrong', expected: say('an address, or the handle of a colleague'), near: [] };
}
