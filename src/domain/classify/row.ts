import type { Mail, MailKind } from '../mail.ts';

/** What is known here beside the mail itself. */
export type Desk = {
  /** The mail bears our loop mark and its signature holds. */
  isOurLoop: boolean;
  /** List addresses, ids or domains in front of our mailbox: their list fields are ours (2369-1). */
  via: readonly string[];
};

/** One mark: '' where the mail does not bear it, else the reason as the mail shows it. */
export type Row = { kind: MailKind; test(mail: Mail, desk: Desk): string };

/** A field as a reason: short, on one line. */
export const shown = (name: string, value: string): string =>
  `${name}: ${value.length > 120 ? `${value.slice(0, 117)}...` : value}`;

/** A value without comments and parameters, lower-cased: `Auto-Replied (vacation); owner=x` is `auto-replied`. */
export const tokenOf = (value: string): string => withoutComments(value).split(';', 1)[0]?.trim().toLowerCase() ?? '';

function withoutComments(value: string): string {
  let depth = 0;
  let out = '';
  for (const char of value) {
    if (char === '(') depth++;
    else if (char === ')' && depth > 0) depth--;
    else if (depth === 0) out += char;
  }
  return out;
}
