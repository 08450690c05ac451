import type { Address } from '../mail.ts';

const pattern = '[^\\s<>"\'()[\\]:;,|]{1,64}@[^\\s<>"\'()[\\]:;,|]{1,255}';
const one = new RegExp(pattern);
const every = new RegExp(pattern, 'g');
const withBrackets = new RegExp(`[<[(]?\\s*(?:mailto:)?${pattern}\\s*[>\\])]?`, 'g');

/**
 * The writer in a copied From line, as clients print it: `Jane <jane@x>`, `Jane [mailto:jane@x]`, `jane@x (Jane)`,
 * `"Roe, Jane" <mailto:jane@x>`, or only a name, which leaves the address empty.
 */
export function addressIn(text: string): Address {
  const value = text.slice(0, 500);
  const name = value
    .replace(withBrackets, ' ')
    .replace(/[<>[\]"()|;]|\*|mailto:/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^\s*'(.*)'\s*$/, '$1')
    .trim();
  return { name: name.includes('@') ? '' : name, address: clean(one.exec(value)?.[0] ?? '') };
}

/** The addresses of a line, each once. */
export const addressesIn = (text: string): string[] => [
  ...new Set([...text.slice(0, 2_000).matchAll(every)].map(([found]) => clean(found))),
];

/** The writer in an attribution, which has other words before and behind them. */
export function writerIn(line: string): Address {
  const address = clean(one.exec(line)?.[0] ?? '');
  const before = line.slice(0, Math.max(0, line.search(one))).replace(/[<([\s]+$/, '');
  const name = /["«„“]\s*([^"«»„“”]{1,80}?)\s*["»”“]$/u.exec(before)?.[1] ?? /\p{Lu}[^\d,:;"<>]{0,60}$/u.exec(before)?.[0] ?? '';
  return { name: name.trim(), address };
}

const clean = (address: string): string => address.toLowerCase().replace(/\.$/, '');
