import type { Header } from '../mail.ts';
import type { TrustedSource } from '../settings.ts';
import { borderEnd } from './border.ts';
import { withoutComments } from './comments.ts';

/** One method of an Authentication-Results field, as `dkim=pass header.d=acme.example`. */
export type MethodResult = { method: string; result: string; properties: ReadonlyMap<string, string> };
export type BelievedResults = {
  by: string;
  results: readonly MethodResult[];
  worsened: readonly MethodResult[];
  /** The believed fields as they stood. */
  fields: readonly string[];
};

/**
 * The results that a border of ours wrote, and no others: only the topmost `instances` fields with its id that stand
 * above the first Received line not written by it. Lower ones with the same id may only worsen the verdict.
 *
 * @see RFC 8601 §5, §7.1; obligations 8601-1, 8601-2
 */
export function believedResults(headers: readonly Header[], sources: readonly TrustedSource[]): BelievedResults | null {
  for (const source of sources) {
    const border = borderEnd(headers, source);
    const ids = idsOf(source);
    const ours = headers.flatMap((header, at) => {
      const field = readResults(header);
      return field === null || !ids.includes(field.id) ? [] : [{ ...field, at, value: header.value }];
    });
    const believed = ids.flatMap((id) => ours.filter((one) => one.id === id && one.at < border).slice(0, source.instances));
    if (believed.length === 0) continue;
    const rest = ours.filter((one) => !believed.includes(one) && mayWorsen(source, one.at, border));
    return {
      by: source.id,
      results: believed.flatMap(({ results }) => results),
      worsened: rest.flatMap(({ results }) => results),
      fields: believed.map(({ value }) => oneLine(value)),
    };
  }
  return null;
}

/** Every other Authentication-Results field: what somebody claims (8601-1). */
export const claimedResults = (headers: readonly Header[], believed: Pick<BelievedResults, 'fields'> | null): string[] =>
  headers
    .filter(({ name }) => name === 'authentication-results')
    .map(({ value }) => oneLine(value))
    .filter((value) => believed?.fields.includes(value) !== true);

/** The names a source writes into its field. Microsoft 365 writes none (8601-3). */
export const idsOf = ({ id, also = [], mode }: TrustedSource): string[] =>
  mode === 'm365' ? [''] : [id, ...also].map((one) => one.toLowerCase());

/** Every tenant of Microsoft 365 writes such fields into what it sends: below our border they are the sender's. */
const mayWorsen = ({ mode }: TrustedSource, at: number, border: number): boolean => mode !== 'm365' || at < border;

const oneLine = (value: string): string => value.replace(/\s+/g, ' ').trim();

/** Reads one field: `authserv-id [version]; method=result [reason=…] [ptype.property=value …]; …` (RFC 8601 §2.2). */
export function readResults({ name, value }: Header): { id: string; results: MethodResult[] } | null {
  if (name !== 'authentication-results') return null;
  const [head = '', ...methods] = withoutComments(value).match(/(?:"(?:[^"\\]|\\.)*"|[^;])+/g) ?? [];
  const id = unquoted(head.trim().split(/\s+/)[0] ?? '');
  return id.includes('=')
    ? { id: '', results: [head, ...methods].flatMap(readMethod) }
    : { id, results: methods.flatMap(readMethod) };
}

/** A value may quote what strangers chose, a local part of MAIL FROM for one: nothing within quotes is a result. */
const pair = /\s*([\w.-]+)\s*(?:\/\s*\d+\s*)?=\s*((?:"(?:[^"\\]|\\.)*"|[^\s"])+)/y;

/** What cannot be read to its end, or names a property twice, is no pass; it may still be a failure. */
function readMethod(text: string): MethodResult[] {
  const pairs: (readonly [string, string])[] = [];
  pair.lastIndex = 0;
  let end = 0;
  for (let found = pair.exec(text); found !== null; found = pair.exec(text)) {
    pairs.push([(found[1] ?? '').toLowerCase(), unquoted(found[2] ?? '')]);
    end = pair.lastIndex;
  }
  const [first, ...rest] = pairs;
  if (first === undefined) return [];
  const properties = new Map(rest);
  const isWhole = text.slice(end).trim() === '' && properties.size === rest.length;
  return isWhole || first[1] !== 'pass' ? [{ method: first[0], result: first[1], properties }] : [];
}

const unquoted = (value: string): string =>
  value.replace(/"((?:[^"\\]|\\.)*)"/g, (_, inner: string) => inner.replace(/\\(.)/g, '$1')).toLowerCase();
