import { headerValues, type Mail } from '../mail.ts';

const atom = String.raw`[A-Za-z0-9!#$%&'*+/=?^_\`{|}~-]+`;
const label = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?';
const addrSpec = `${atom}(?:\\.${atom})*@(?:${label}\\.)+${label}`;
const controls = '\\x00-\\x08\\x0a-\\x1f\\x7f';
const bare = new RegExp(`^${addrSpec}$`);
const named = new RegExp(`^(?:"(?:[^"\\\\${controls}]|\\\\[^${controls}])*"|[^"<>@,;:()[\\]\\\\${controls}]*) ?<(${addrSpec})>$`);

/**
 * The one identity a mail claims: its single From field, `[name] <local@domain>` or bare, nothing else.
 * Comments, groups, quoted local parts, several mailboxes or fields prove nothing, because parsers disagree about
 * them (A12). The MIME parser must have read the very same address.
 *
 * @returns the address in lower case, or null
 * @see RFC 5322 §3.6.2; obligations 5322-2, 6854-1
 */
export function strictFrom(mail: Pick<Mail, 'headers' | 'from'>): string | null {
  const fields = mail.headers.filter(({ name }) => name === 'from');
  const [field] = fields;
  if (field === undefined || fields.length !== 1 || field.odd === true) return null;
  const value = field.value.trim();
  if (value.length > 1000) return null;
  const address = (bare.test(value) ? value : named.exec(value)?.[1])?.toLowerCase();
  return address !== undefined && address === mail.from.address.toLowerCase() ? address : null;
}

/**
 * Whether From is one field with one mailbox, however oddly written. Without that not even a signed address says who of
 * several wrote: evidence stays at E0 (5322-2, 6854-1).
 */
export function claimsOneMailbox(mail: Pick<Mail, 'headers'>): boolean {
  const fields = headerValues(mail, 'from');
  const bare = (fields[0] ?? '').replace(/"(?:[^"\\]|\\.)*"/g, '').replace(/\([^()]*\)/g, '');
  return fields.length === 1 && bare.length <= 1000 && !/[,;:()]/.test(bare) && bare.split('@').length === 2;
}
