import addressparser from 'nodemailer/lib/addressparser';
import type { Address } from '../../../domain/mail.ts';
import { decodeWords } from './words.ts';

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
  return addressparser(text, { flatten: true }).flatMap(recovered);
}

/** The common form, without quotes, comments, lists or encoded words. */
const plainMailbox = /^([A-Za-z0-9 .'-]*)<([\w.+=-]+@[\w-]+(?:\.[\w-]+)*)>$/;

type Found = { name?: string; address?: string };

function recovered({ name = '', address = '' }: Found): Address[] {
  const decoded = tidy(decodeWords(name));
  if (isAddress(address)) return [{ name: decoded === address ? '' : decoded, address: address.toLowerCase() }];
  const hidden = embedded.exec(decodeWords(`${decoded} ${address}`).replace(/\s*@\s*/g, '@'));
  const found = hidden?.[0].toLowerCase() ?? '';
  const rest = tidy(
    hidden
      ? decoded
          .replace(/\s*@\s*/g, '@')
          .replace(hidden[0], '')
          .replace(/[<>()]/g, '')
      : decoded,
  );
  return rest === '' && found === '' ? [] : [{ name: rest, address: found }];
}

const isAddress = (text: string): boolean => /^[^\s@<>]+@[^\s@<>]+$/.test(text);
const embedded = /[^\s@<>()",;:]{1,128}@[^\s@<>()",;:]{1,255}/;

const tidy = (name: string): string => {
  const text = name.replace(/\s+/g, ' ').trim();
  return /^(["']).+\1$/.test(text) ? text.slice(1, -1).trim() : text;
};
