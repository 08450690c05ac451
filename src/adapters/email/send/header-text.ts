import { encodeWord } from 'nodemailer/lib/mime-funcs';
import { UnsafeHeader } from './unsafe-header.ts';

/** Octets of one identification we repeat: with its field name it must fit a line of 998. */
const maxId = 500;
/** RFC 5322-3 of our own list: the first and the last 39. */
const maxReferences = 40;
/** Of a display name: beyond this nobody reads it, and a quoted name without a blank cannot be folded. */
const maxName = 120;
/** A word longer than this cannot be folded at 78, so it goes out as encoded words. */
const maxWord = 70;

/**
 * Text for an unstructured field: one line, single blanks, no controls.
 *
 * @throws {UnsafeHeader} on CR, LF or NUL: whoever put them there tried to write a field of their own
 */
export function headerText(header: string, value: string): string {
  if (/[\r\n\0]/.test(value)) throw new UnsafeHeader(header, 'holds a line break or NUL');
  return value
    .toWellFormed()
    .replace(controls, ' ')
    .replace(/[ \t]+/g, ' ')
    .trim();
}

/** A subject as it stands on the wire, still unfolded. A literal `=?…?=` is encoded, so that nobody decodes it into something else. */
export function encodedSubject(subject: string): string {
  const text = headerText('Subject', subject);
  const plain = /^[\x20-\x7e]*$/.test(text) && !text.includes('=?') && !text.split(' ').some((word) => word.length > maxWord);
  // 52 octets a word keeps `Subject: ` and one word within 78.
  return plain ? text : encodeWord(text, isMostlyLatin(text) ? 'Q' : 'B', 52);
}

/** A display name. `=?` is pulled apart: inside quotes some readers decode it, others do not. */
export function displayName(header: string, name: string): string {
  const text = headerText(header, name).replaceAll('=?', '= ?');
  return [...text].slice(0, maxName).join('').trim();
}

/** A file's name, whole. `=?` is pulled apart as in a display name: readers decode it, though RFC 2047 §5 forbids it here. */
export const fileName = (header: string, name: string): string => headerText(header, name).replaceAll('=?', '= ?');

/** One mailbox, as RFC 5321 can carry it. @throws {UnsafeHeader} */
export function mailbox(header: string, address: string): string {
  if (!isMailbox.test(address) || address.length > 320) throw new UnsafeHeader(header, 'does not hold exactly one address');
  return address;
}

/** Our own Message-ID. @throws {UnsafeHeader} */
export function ownId(header: string, id: string): string {
  if (!isWireId(id)) throw new UnsafeHeader(header, 'is not a Message-ID');
  return id;
}

/**
 * Identifications we were given, oldest first: the first and the last 39 of those that fit on a line.
 *
 * An id of 5 kB or with 8-bit octets is left out: it cannot be written, and its mail is answered all the same.
 *
 * @throws {UnsafeHeader} on CR, LF or NUL
 */
export function foreignIds(header: string, ids: readonly string[]): string[] {
  for (const id of ids) headerText(header, id);
  const usable = ids.filter(isWireId);
  return usable.length <= maxReferences ? usable : [...usable.slice(0, 1), ...usable.slice(1 - maxReferences)];
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is what it is for
const controls = /[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]/g;

/** Dot-atom or quoted string, one `@`, a name or literal; nothing that could be read as a second address. */
const isMailbox =
  /^(?:[^\s"(),:;<>@[\\\]\p{Cc}\p{Cf}\p{Cs}]+|"(?:[^"\\\r\n\0\p{Cc}\p{Cf}\p{Cs}]|\\[\x20-\x7e])*")@(?:[^\s"(),:;<>@[\\\]\p{Cc}\p{Cf}\p{Cs}]+|\[[\w.:]+\])$/u;

const isWireId = (id: string): boolean => id.length <= maxId && /^<[\x21-\x3b\x3d\x3f-\x7e]+>$/.test(id);

const isMostlyLatin = (text: string): boolean => (text.match(/[\x20-\x7e]/g) ?? []).length * 2 > text.length;
