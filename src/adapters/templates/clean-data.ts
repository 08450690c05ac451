/** Fields that a person wrote over several lines; all others come out as one. */
const severalLines = new Set(['body', 'text', 'handover', 'solution']);

/**
 * Copies template data, leaving out what could make a mail look like something else: control characters,
 * bidirectional overrides and isolates (a name that reads backwards), marks of our own, line breaks where one line is
 * meant.
 * Right-to-left text keeps its own direction and its marks (U+200E, U+200F).
 *
 * @see Unicode Technical Report 36, §2.5; A9, A10
 */
export function cleanData(data: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, cleanValue(key, value)]));
}

/** Names of fields under which each is as many lines as somebody wrote. */
const whole = 'whole';

function cleanValue(key: string, value: unknown): unknown {
  if (typeof value === 'string') return severalLines.has(key) ? cleanText(value) : oneLine(value);
  if (Array.isArray(value)) return value.map((item) => cleanValue(key, item));
  if (!isRecord(value)) return value;
  return key === whole
    ? Object.fromEntries(Object.entries(value).map(([name, text]) => [name, cleanValue('text', text)]))
    : cleanData(value);
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** One line, whatever was given: what may stand in a header. */
export const oneLine = (text: string): string =>
  cleanText(text)
    .replace(/[\n\t\u2028\u2029]/g, ' ')
    .trimEnd();

const cleanText = (text: string): string => text.toWellFormed().replace(/\r\n?/g, '\n').replace(forgers, '');

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const forgers = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ue000-\ue00f\ufeff]/g;
