import { createHash, createPrivateKey, type Hash, type KeyObject, sign } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { DkimSettings } from '../../../domain/settings.ts';

/**
 * The DKIM-Signature of a mail, ready to stand above it. It covers all of the body: there is no `l=`.
 *
 * @param content of CRLF lines, none longer than 998; a stream is read to its end
 * @param at epoch ms; the same mail signed at the same moment has the same signature
 * @see RFC 6376 §3.4.2, §3.4.4 (relaxed), §3.5 (tags), RFC 8463 (Ed25519)
 */
export async function signatureOf(
  content: Buffer | Readable,
  { domain, selector, key }: DkimSettings,
  at: number,
): Promise<string> {
  const { head, bodyHash } = await digestOf(content);
  const { names, fields } = signedFields(head);
  const privateKey = createPrivateKey(key);
  const field = folded([
    'v=1',
    `a=${privateKey.asymmetricKeyType === 'ed25519' ? 'ed25519' : 'rsa'}-sha256`,
    'c=relaxed/relaxed',
    `d=${domain}`,
    `s=${selector}`,
    `t=${Math.floor(at / 1000)}`,
    `h=${names.join(':')}`,
    `bh=${bodyHash}`,
    'b=',
  ]);
  const value = signed(Buffer.from(`${fields}${relaxed(field)}`, 'latin1'), privateKey);
  return `${field}${value.replace(/.{1,72}/g, '\r\n $&')}\r\n`;
}

/** What a receiver must be sure of, and what RFC 8058 §4 wants signed; `from` once more, so that no second one can be added. */
const covered =
  'from:from:to:reply-to:subject:date:message-id:in-reply-to:references:mime-version:content-type:auto-submitted:list-unsubscribe:list-unsubscribe-post'.split(
    ':',
  );

function signedFields(head: string): { names: string[]; fields: string } {
  const lines = new Map(head.split(/\r\n(?![ \t])/).map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line]));
  const names = covered.filter((name) => lines.has(name));
  const fields = [...new Set(names)].map((name) => `${relaxed(lines.get(name) ?? '')}\r\n`).join('');
  return { names, fields };
}

function relaxed(line: string): string {
  const colon = line.indexOf(':');
  const value = line.slice(colon + 1).replaceAll('\r\n', '');
  return `${line.slice(0, colon).trim().toLowerCase()}:${value.replace(/[ \t]+/g, ' ').trim()}`;
}

/** At 78 columns: `h=` between its names, `bh=` not at all. */
function folded(tags: readonly string[]): string {
  const words = tags.flatMap((tag, at) => (at < tags.length - 1 ? `${tag}; ` : tag).split(/(?<=:)/));
  let field = 'DKIM-Signature: ';
  let taken = field.length;
  for (const word of words) {
    const breaks = taken + word.trimEnd().length > 76;
    field = breaks ? `${field.trimEnd()}\r\n ${word}` : field + word;
    taken = breaks ? 1 + word.length : taken + word.length;
  }
  return field;
}

const signed = (data: Buffer, key: KeyObject): string =>
  (key.asymmetricKeyType === 'ed25519'
    ? sign(null, createHash('sha256').update(data).digest(), key)
    : sign('sha256', data, key)
  ).toString('base64');

async function digestOf(content: Buffer | Readable): Promise<{ head: string; bodyHash: string }> {
  const body = relaxedBody(createHash('sha256'));
  let head = '';
  let rest = '';
  let inBody = false;
  for await (const chunk of Buffer.isBuffer(content) ? [content] : content) {
    rest += Buffer.from(chunk).toString('latin1');
    if (!inBody) {
      const end = rest.indexOf('\r\n\r\n');
      if (end === -1) continue;
      head = rest.slice(0, end);
      rest = rest.slice(end + 4);
      inBody = true;
    }
    const lines = rest.split('\r\n');
    rest = lines.pop() ?? '';
    for (const line of lines) body.line(line);
  }
  if (rest !== '') body.line(rest);
  return { head, bodyHash: body.digest() };
}

/** Blanks count once, those that end a line or the body do not count at all. */
function relaxedBody(hash: Hash) {
  let empty = 0;
  return {
    line(line: string): void {
      const text = line.replace(/[ \t]+/g, ' ').replace(/ $/, '');
      if (text === '') empty++;
      else {
        hash.update(`${'\r\n'.repeat(empty)}${text}\r\n`, 'latin1');
        empty = 0;
      }
    },
    digest: (): string => hash.digest('base64'),
  };
}
