import { headerValues, type Mail } from '../mail.ts';

const atom = String.raw`[A-Za-z0-9!#$%&'*+/=?^_\`{|}~-]+`;
const label = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?';
const addrSpec = `${atom}(?:\\.${atom})*@(?:${label}\\.)+${label}`;
const bare = new RegExp(`^${addrSpec}$`);
const named = new RegExp(`^(?:"(?:[^"\\\\]|\\\\[^\\r\\n])*"|[^"<>@,;:()[\\]\\\\]*) ?<(${addrSpec})>$`);

/**
 * The one identity a mail claims: its single From field, `[name] <local@domain>` or bare, nothing else.
 * Comments, groups, quoted local parts, several mailboxes or fields prove nothing, because parsers disagree about
 * them (A12). The MIME parser must have read the very same address.
 *
 * @returns the address in lower case, or null
 * @see RFC 5322 §3.6.2; obligations 5322-2, 6854-1
 */
export function strictFrom(mail: Pick<Mail, 'headers' | 'from'>): string | null {
  const fields = headerValues(mail, 'from');
  const [field] = fields;
  if (field === undefined || fields.length !== 1) return null;
  const value = field.trim();
  if (value.length > 1000) return null;
  const address = (bare.test(value) ? value : named.exec(value)?.[1])?.toLowerCase();
  return address !== undefined && address === mail.from.address.toLowerCase() ? address : null;
}
