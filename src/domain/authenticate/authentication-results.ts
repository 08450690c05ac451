import type { Header } from '../mail.ts';
import type { TrustedSource } from '../settings.ts';
import { isInNetwork } from './network.ts';

/** One method of an Authentication-Results field, as `dkim=pass header.d=acme.example`. */
export type MethodResult = { method: string; result: string; properties: ReadonlyMap<string, string> };
export type BelievedResults = { by: string; results: readonly MethodResult[]; worsened: readonly MethodResult[] };

/**
 * The results that a border of ours wrote, and no others: only the topmost `instances` fields with its id that stand
 * above the first Received line not written by it. Lower ones with the same id may only worsen the verdict.
 *
 * @see RFC 8601 §5, §7.1; obligations 8601-1, 8601-2
 */
export function believedResults(headers: readonly Header[], sources: readonly TrustedSource[]): BelievedResults | null {
  for (const source of sources) {
    const border = bordersOf(headers, source);
    const ours = headers.map((header, at) => ({ at, ...readResults(header) })).filter(({ id }) => id === source.id.toLowerCase());
    const believed = ours.filter(({ at }) => at < border).slice(0, source.instances);
    if (believed.length === 0) continue;
    const rest = ours.filter((one) => !believed.includes(one));
    return {
      by: source.id,
      results: believed.flatMap(({ results }) => results),
      worsened: rest.flatMap(({ results }) => results),
    };
  }
  return null;
}

/** Index of the first Received line that the border did not write; it may name itself by host or by address. */
function bordersOf(headers: readonly Header[], source: TrustedSource): number {
  const border = [source.id, ...source.border].map((host) => host.toLowerCase());
  const foreign = headers.findIndex(({ name, value }) => {
    if (name !== 'received') return false;
    const by = /(?:^|\s)by\s+([^\s;()]+)/i.exec(withoutComments(value))?.[1]?.toLowerCase();
    return by === undefined || !border.some((one) => one === by || isInNetwork(by, one));
  });
  return foreign < 0 ? headers.length : foreign;
}

/** Reads one field: `authserv-id [version]; method=result [reason=…] [ptype.property=value …]; …` (RFC 8601 §2.2). */
function readResults({ name, value }: Header): { id: string; results: MethodResult[] } {
  if (name !== 'authentication-results') return { id: '', results: [] };
  const [head = '', ...methods] = withoutComments(value).match(/(?:"(?:[^"\\]|\\.)*"|[^;])+/g) ?? [];
  return { id: unquoted(head.trim().split(/\s+/)[0] ?? ''), results: methods.flatMap(readMethod) };
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

/** Comments may nest and may hold anything, a forged result too. */
function withoutComments(value: string): string {
  let text = '';
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < value.length; at++) {
    const letter = value[at] ?? '';
    if (letter === '\\') {
      if (depth === 0) text += value.slice(at, at + 2);
      at++;
    } else if (quoted) {
      quoted = letter !== '"';
      text += letter;
    } else if (letter === '(') depth++;
    else if (letter === ')' && depth > 0) depth--;
    else if (depth === 0) {
      quoted = letter === '"';
      text += letter;
    }
  }
  return text;
}
