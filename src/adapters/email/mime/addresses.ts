import type { Address } from '../../../domain/mail.ts';
import { type Mailbox, splitMailboxes } from './mailboxes.ts';
import { decodeLine } from './words.ts';

/** Mailboxes of all fields of a name together (A13). */
const MAX_ADDRESSES = 500;
/** Characters of a field that are looked at. */
const MAX_FIELD = 65_536;

/** The mailboxes of an address field, groups flattened, names as a person reads them, addresses lower-cased. Generous: proves nothing. */
export function readAddresses(fields: readonly string[]): Address[] {
  return fields.flatMap((field) => readField(field)).slice(0, MAX_ADDRESSES);
}

function readField(field: string): Address[] {
  const text = field.slice(0, MAX_FIELD);
  const plain = plainMailbox.exec(text);
  if (plain) return [{ name: tidy(plain[1] ?? ''), address: (plain[2] ?? '').toLowerCase() }];
  return splitMailboxes(text, MAX_ADDRESSES).flatMap((mailbox) => recovered(mailbox, true));
}

/** The common form, without quotes, comments, lists or encoded words. */
const plainMailbox = /^([A-Za-z0-9 .'-]*)<([\w.+=-]+@[\w-]+(?:\.[\w-]+)*)>$/;

function recovered({ words, comment, angle }: Mailbox, mayUnpack: boolean): Address[] {
  const stated = angle === null ? '' : addressIn(angle);
  if (stated !== '') return [named(nameOf(words) || nameOf(comment), stated)];
  const name = nameOf(words);
  // Some programs encode the whole field as one word.
  if (mayUnpack && angle === null && words.includes('=?') && name.includes('@'))
    return splitMailboxes(name, MAX_ADDRESSES).flatMap((mailbox) => recovered(mailbox, false));
  const hasMore = angle !== null && (words === '' || angle.includes('@'));
  return recoveredFrom(hasMore ? `${words} ${angle}` : words, nameOf(comment));
}

/** Where no brackets say it: whatever looks like an address is one, and a name what is left. */
function recoveredFrom(text: string, comment: string): Address[] {
  const whole = decodeLine(text).replace(/\s*@\s*/g, '@');
  const found = whole
    .split(' ')
    .map(addressIn)
    .filter((address) => address !== '');
  const rest =
    tidy(
      whole
        .split(' ')
        .filter((word) => addressIn(word) === '')
        .join(' '),
    ) || comment;
  if (found.length > 0) return found.map((address) => named(rest.endsWith(',') ? '' : rest, address));
  return rest === '' ? [] : [{ name: rest, address: '' }];
}

const named = (name: string, address: string): Address => ({
  name: name.toLowerCase() === address ? '' : name,
  address,
});

/** The address in what stood in brackets or alone, '' where there is none. */
function addressIn(text: string): string {
  const bare = (text.includes('=?') ? decodeLine(text) : text)
    .replace(/^(?:mailto|smtp):/i, '')
    .replace(/^@[^:\s]*:/, '') // the route of RFC 5322 §4.4
    .replace(/\([^()]*\)/g, '')
    .replace(/^['<(]+|['>),;]+$/g, '');
  const address = bare.startsWith('"') ? bare : bare.replace(/\s+/g, '');
  return isAddress.test(address) ? address.replace(needlessQuotes, '$1@').toLowerCase() : '';
}

const isAddress = /^(?:"(?:[^"\\]|\\.)*"|[^\s@<>"]+)@[^\s@<>"]+$/;

/** RFC 5322 §3.2.4: they belong to no address that can be written without them. */
const needlessQuotes = /^"([^\s@<>"(),:;\\]+)"@/;

const nameOf = (text: string): string => tidy(decodeLine(text));

const tidy = (name: string): string => {
  const text = name.replace(/\s+/g, ' ').trim();
  return /^(["']).+\1$/.test(text) ? text.slice(1, -1).trim() : text;
};
