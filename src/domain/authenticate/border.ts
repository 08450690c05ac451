import { type Header, headerValues, type Mail } from '../mail.ts';
import type { TrustedSource } from '../settings.ts';
import { withoutComments } from './comments.ts';
import { isInNetwork } from './network.ts';

/**
 * Index of the first Received line that the border did not write; a border may name itself by host or by address. The
 * line at which mail enters from outside is its last, whoever wrote the next.
 */
export function borderEnd(headers: readonly Header[], source: TrustedSource): number {
  const end = headers.findIndex(({ name, value }) => name === 'received' && (!isOurs(value, source) || isEntry(value, source)));
  return end < 0 ? headers.length : end;
}

/** Who spoke to the border, by the lowest of its Received lines above every foreign one; null where it does not say. */
export function clientOf(mail: Pick<Mail, 'headers'>, sources: readonly TrustedSource[]): { ip: string; helo: string } | null {
  const lines = headerValues(mail, 'received');
  for (const source of sources) {
    const foreign = lines.findIndex((line) => !isOurs(line, source));
    const entry = lines.findIndex((line) => isOurs(line, source) && isEntry(line, source));
    const last = entry >= 0 && (foreign < 0 || entry < foreign) ? entry : (foreign < 0 ? lines.length : foreign) - 1;
    const client = last < 0 ? null : clientIn(lines[last] ?? '');
    if (client !== null) return client;
  }
  return null;
}

function isOurs(received: string, { id, border }: TrustedSource): boolean {
  const by = byOf(received);
  return by !== '' && [id, ...border].some((one) => isNamed(by, one.toLowerCase()));
}

/** Where Microsoft 365 takes mail from the world. */
const isEntry = (received: string, { mode }: TrustedSource): boolean =>
  mode === 'm365' && byOf(received).endsWith('.mail.protection.outlook.com');

const byOf = (received: string): string =>
  /(?:^|\s)by\s+([^\s;()]+)/i.exec(withoutComments(received))?.[1]?.toLowerCase().replace(/\.$/, '') ?? '';

/** By name, by network, or, with a dot in front, by everything below a name. */
const isNamed = (by: string, one: string): boolean =>
  one === by || (one.startsWith('.') && by.endsWith(one)) || isInNetwork(by, one);

/**
 * `from helo (name [192.0.2.1])`, `from helo (192.0.2.1)`, `from 192.0.2.1 (EHLO helo)` (RFC 5321 §4.4). What the client
 * said of itself is no address of it.
 */
function clientIn(received: string): { ip: string; helo: string } | null {
  const [, first = '', told = ''] = /^\s*from\s+(\S+)\s*(?:\(([^()]*))?/i.exec(received) ?? [];
  const said = /^[EH]+LO\s+(\S+)/i.exec(told)?.[1];
  const ip = (said === undefined ? told.split(/\s+/) : [first]).map(bare).find(isAddress);
  return ip === undefined ? null : { ip, helo: said ?? first };
}

const bare = (word: string): string => word.replace(/^\[(?:ipv6:)?|\]$/gi, '');

const isAddress = (text: string): boolean => isInNetwork(text, '0.0.0.0/0') || isInNetwork(text, '::/0');
