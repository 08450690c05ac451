/** A line of the log as it is written for machines. */
export type LogLine = Readonly<Record<string, unknown>> & { level: string; time: string; msg: string };

/** Says what the message says already, or nothing to a person. */
const forMachines = ['level', 'time', 'msg', 'step', 'outcome', 'sha256', 'bytes', 'mailbox', 'alert', 'signal'];

const grades: Readonly<Record<string, string>> = { warn: 'WARNING ', error: 'ERROR ', fatal: 'ERROR ' };

/**
 * One line for a person at a terminal: the time on their clock, what happened, to what. Lists (of a failed check, say)
 * follow on lines of their own, and so does the stack of an error that is our bug.
 */
export function readableLine(line: LogLine): string {
  const { level, time, msg, error: failure, details } = line;
  const grade = grades[level] ?? '';
  const below = [...(Array.isArray(details) ? details : []), ...linesOf(failure)];
  const fields = said(line);
  const text = msg.length <= wordLength || fields === '' ? `${msg.padEnd(wordLength)} ${fields}` : `${msg} (${fields})`;
  return [`${clockOf(time)}  ${grade}${text}`.trimEnd(), ...below.map((more) => `          ${more}`)].join('\n');
}

/** The words of a mail's stations stand in a column: received, created, duplicate. */
const wordLength = 10;

const clockOf = (time: string): string => {
  const at = new Date(time);
  return [at.getHours(), at.getMinutes(), at.getSeconds()].map((part) => String(part).padStart(2, '0')).join(':');
};

/** Fields in the order a person asks for them; whatever else a line holds comes after, by name. */
function said(line: LogLine): string {
  const rest = Object.entries(line).filter(([name]) => !(name in words) && !forMachines.includes(name) && !isBelow(name));
  return [
    ...Object.entries(words).flatMap(([name, word]) => (given(line[name]) ? word(String(line[name])) : [])),
    ...rest.flatMap(([name, value]) => (given(value) ? `${name} ${shown(value)}` : [])),
  ].join(', ');
}

const words: Readonly<Record<string, (value: string) => string | string[]>> = {
  journey: (id) => `mail ${id}`,
  way: (way) => `by ${way}`,
  user: (handle) => `as ${handle}`,
  peer: (address) => `from ${address}`,
  ticket: (number) => `ticket ${number}`,
  template: (name) => name,
  outbox: (id) => `outbox ${id}`,
  attempt: (count) => (count === '1' ? [] : `attempt ${count}`),
};

const isBelow = (name: string): boolean => name === 'error' || name === 'details';
const given = (value: unknown): boolean => value !== null && value !== undefined && value !== '';
const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

function linesOf(failure: unknown): string[] {
  if (failure === undefined) return [];
  if (typeof failure !== 'object' || failure === null || !('message' in failure)) return [shown(failure)];
  return String('stack' in failure ? failure.stack : failure.message).split('\n');
}
