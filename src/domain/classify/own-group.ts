import { addressIn } from '../forward/address-in.ts';
import { type Address, type Header, headerValue, type Mail } from '../mail.ts';

/** A mail as it was before a group of ours passed it on, and whether the group had written itself into From. */
export type Ungrouped = { mail: Mail; rewritten: boolean };

const marks = /^(?:list-[a-z-]+|mailing-list|x-mailing-list|x-beenthere|x-mailman-version|x-google-group-id|precedence|sender)$/;

/**
 * 2369-1, A27: takes off what our own group, list or alias in front of the mailbox put on: its list fields, Precedence, Sender,
 * bounce path, subject prefix and footer, and "Jane via Support" in From. The author is read from X-Original-From, else
 * Reply-To: good for showing and answering, and proof of nothing.
 */
export function withoutOwnGroup(mail: Mail, via: readonly string[]): Ungrouped {
  const groups = via.map((one) => one.toLowerCase());
  const isRewritten = groups.includes(mail.from.address);
  if (!isRewritten && !isOwnGroup(mail, groups)) return { mail, rewritten: false };
  const author = isRewritten ? authorOf(mail, groups) : null;
  const from = author ?? mail.from;
  const headers = mail.headers
    .filter(({ name }) => !marks.test(name))
    .map((field) => (isGroupsPath(field, groups) ? { ...field, value: `<${from.address}>` } : field));
  const replyTo = mail.replyTo.filter(({ address }) => !groups.includes(address) && address !== from.address);
  const visibleText = withoutFooter(mail.visibleText, groups);
  return {
    mail: { ...mail, headers, from, replyTo, subject: withoutPrefix(mail.subject, groups), visibleText },
    rewritten: author !== null,
  };
}

/** The list names itself as one of ours: by address, by id, or by domain. */
export function isOwnGroup(mail: Pick<Mail, 'headers'>, via: readonly string[]): boolean {
  if (via.length === 0) return false;
  const named = ['list-id', 'list-post', 'mailing-list', 'x-beenthere', 'sender', 'list-owner']
    .map((name) => headerValue(mail, name).toLowerCase())
    .join(' ');
  // An id writes an address with a dot: support@acme.example is <support.acme.example>.
  return via.some((one) => [one.toLowerCase(), one.toLowerCase().replace('@', '.')].some((name) => isNamed(named, name)));
}

/** As a whole name: `acme.example` is not in `notacme.example`. */
function isNamed(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
    const before = text[at - 1] ?? ' ';
    const after = text[at + name.length] ?? ' ';
    if (!/[\w-]/.test(before) && !/[\w-]/.test(after)) return true;
  }
  return false;
}

function authorOf(mail: Mail, groups: readonly string[]): Address | null {
  const original = addressIn(headerValue(mail, 'x-original-from'));
  const [answered] = mail.replyTo.filter(({ address }) => address !== '' && !groups.includes(address));
  const found = original.address !== '' && !groups.includes(original.address) ? original : answered;
  if (found === undefined) return null;
  const shown = mail.from.name
    .replace(/\s+via\s.*$/i, '')
    .replace(/^['"]|['"]$/g, '')
    .trim();
  // Encoded words stand in that field as they came; the same name stands in From, read.
  return { address: found.address, name: found.name === '' || found.name.includes('=?') ? shown : found.name };
}

/** `support-bounces@`, `owner-support@`, `support+bnc…@`: where the group wants its bounces. */
function isGroupsPath({ name, value }: Header, groups: readonly string[]): boolean {
  if (name !== 'return-path') return false;
  return isPathOf(value.replace(/[<>\s]/g, '').toLowerCase(), groups);
}

/** Whether an envelope sender is one of a group's own. */
export const isPathOf = (path: string, groups: readonly string[]): boolean =>
  groups.some((group) => {
    const [local = '', domain = ''] = group.toLowerCase().split('@');
    const [bounce = '', at = ''] = path.toLowerCase().split('@');
    const own =
      bounce === local || bounce === `owner-${local}` || bounce.startsWith(`${local}+`) || bounce.startsWith(`${local}-bounce`);
    return own && at.endsWith(domain) && domain !== '';
  });

/** `[Support] Printer`: only the group's own name. */
function withoutPrefix(subject: string, groups: readonly string[]): string {
  const names = new Set(groups.map((group) => (group.split('@')[0] ?? '').toLowerCase()));
  return subject.replace(/^((?:\s*\p{L}{1,5}\s*:)*)\s*\[([^\]]{1,60})\]\s*/u, (all, before: string, name: string) =>
    names.has(name.trim().toLowerCase()) ? `${before}${before === '' ? '' : ' '}` : all,
  );
}

/** Lines of a footer at most. */
const footer = 14;

function withoutFooter(text: string, groups: readonly string[]): string {
  const lines = text.split('\n');
  const from = Math.max(lines.length - footer, 0);
  const rule = lines.findIndex((line, at) => at >= from && /^(?:-- ?|_{5,}|-{5,})\s*$/.test(line));
  const below = rule < 0 ? '' : lines.slice(rule).join('\n').toLowerCase();
  const isFooter =
    /unsubscribe|mailing list|listinfo|subscribed|abmelden/.test(below) || groups.some((group) => below.includes(group));
  return rule >= 0 && isFooter ? lines.slice(0, rule).join('\n').trimEnd() : text;
}
