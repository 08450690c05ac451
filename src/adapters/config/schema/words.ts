import { isIP } from 'node:net';
import { z } from 'zod';
import { parseDuration } from '../../../domain/duration.ts';
import type { SendLimit } from '../../../domain/settings.ts';
import { readCron } from './cron.ts';
import { isIsoDate } from './dates.ts';
import { parseMoney } from './money.ts';

/**
 * A text with a meaning: read once, here, or refused with what was expected.
 *
 * @param read gives `null` for what is not such a text
 */
export function word<T>(what: string, read: (text: string) => T | null, examples: readonly string[]) {
  return z
    .string({ error: `expected ${what}` })
    .meta({ examples })
    .transform((text, context) => {
      const value = read(text);
      if (value !== null) return value;
      context.issues.push({ code: 'custom', message: `expected ${what}`, input: text });
      return z.NEVER;
    });
}

const matching = (what: string, pattern: RegExp, examples: readonly string[]) =>
  word(what, (text) => (pattern.test(text) ? text : null), examples);

/** Text with something in it. */
export const text = z.string().regex(/\S/, { error: 'expected text' });

export const duration = word('a duration such as 30s, 5m, 2h or 4d', parseDuration, ['30s', '5m', '2h', '4d', '1h30']);
export const wait = duration.refine((value) => value > 0, { error: 'expected a duration longer than nothing' });

const aPort = { error: 'expected a port, 1 to 65535' };
/** Also as digits in a text, for `port: "${IMAP_PORT}"`. */
export const port = z.preprocess(
  (value) => (typeof value === 'string' && /^\d{1,5}$/.test(value) ? Number(value) : value),
  z.int(aPort).min(1, aPort).max(65_535, aPort),
);

const aCount = { error: 'expected a whole number, 1 or more' };
export const count = z.int(aCount).min(1, aCount);
const anAmount = { error: 'expected a number above 0' };
export const amount = z.number(anAmount).positive(anAmount);

const label = String.raw`[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?`;
const domainPattern = new RegExp(String.raw`^${label}(?:\.${label})*$`, 'u');
const isDomain = (name: string) => name.length <= 253 && domainPattern.test(name);

export const domain = word('a domain such as acme.example', (name) => (isDomain(name) ? name.toLowerCase() : null), [
  'acme.example',
]);
export const address = word('an e-mail address', readAddress, ['support@acme.example']);
export const host = word('a host name or IP address', (name) => (isIP(name) || isDomain(name) ? name : null), [
  'mail.acme.example',
]);
export const network = word('an IP address or network such as 10.0.0.0/8', readNetwork, ['10.0.0.5', '10.0.0.0/8']);

export const language = word('a language such as en or pt-BR', readLanguage, ['en', 'es', 'de']);
export const timezone = word('a time zone such as Europe/Berlin', readTimezone, ['Europe/Berlin', 'America/New_York', 'UTC']);
export const date = word('a date such as 2026-12-31', (day) => (isIsoDate(day) ? day : null), ['2026-12-31']);
export const money = word('an amount with its currency, such as 5000 EUR', parseMoney, ['5000 EUR', '49.90 USD']);
export const cronLine = word('a cron line of five fields, such as "0 7 * * *", or off', readCron, [
  '0 7 * * *',
  '*/5 * * * *',
  'off',
]);

export const rate = word('a rate such as 30/h, 500/10m or none', readRate, ['30/h', '500/10m', 'none']).transform((given) =>
  given === 'none' ? null : given,
);

const aName = 'a name of small letters, digits, dots and dashes, such as quote-first';
export const name = matching(aName, /^[a-z0-9][a-z0-9._-]*$/, ['quote-first']);
export const identifier = matching('a name without spaces', /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u, ['globex']);

/** @see RFC 5321 §4.5.3.1: 64 for the local part, 254 in all */
function readAddress(whole: string): string | null {
  const at = whole.lastIndexOf('@');
  const local = whole.slice(0, at);
  const isLocal = at > 0 && local.length <= 64 && /^[^\s@<>()[\]:;,\\"]+$/.test(local) && !/^\.|\.\.|\.$/.test(local);
  return isLocal && whole.length <= 254 && isDomain(whole.slice(at + 1)) ? whole.toLowerCase() : null;
}

function readNetwork(whole: string): string | null {
  const [ip = '', bits, ...more] = whole.split('/');
  const family = isIP(ip);
  const isMask = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
  return family !== 0 && isMask && more.length === 0 ? whole : null;
}

function readLanguage(tag: string): string | null {
  return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag) ? tag : null;
}

/** Zones already found right: asking Intl takes 0.1 ms, and customers come in thousands. */
const zones = new Set<string>();

function readTimezone(zone: string): string | null {
  try {
    if (!zones.has(zone)) new Intl.DateTimeFormat('en', { timeZone: zone });
    zones.add(zone);
    return zone;
  } catch {
    return null;
  }
}

/** `30/h`: so many in any hour. */
function readRate(text: string): SendLimit | 'none' | null {
  if (text === 'none') return 'none';
  const [, count = '', span = ''] = /^(\d{1,6})\s*\/\s*(\S+)$/.exec(text) ?? [];
  const within = parseDuration(/^\d/.test(span) ? span : `1${span}`);
  return within === null || within <= 0 || Number(count) < 1 ? null : { count: Number(count), within };
}
