import { headerValue, type Mail } from '../mail.ts';
import { shown } from './row.ts';

/** What filters write when they take a mail for spam; what they write of other mail is no mark. */
const marks: readonly (readonly [field: string, spam: RegExp])[] = [
  ['x-spam-flag', /^yes\b/i], // SpamAssassin and its kin
  ['x-spam-status', /^yes\b/i],
  ['x-spam', /^yes\b/i], // Rspamd
  ['x-rspamd-action', /^(?:add header|rewrite subject|reject)\b/i],
  ['x-barracuda-spam-flag', /^yes\b/i],
  ['x-barracuda-spam-status', /^yes\b/i],
  ['x-proofpoint-spam-details', /\brule=(?:\w+_)?spam\b/i],
  ['x-ms-exchange-organization-scl', /^[5-9]\b/], // 5 to 9: Exchange puts it into the junk folder
  ['x-forefront-antispam-report', /\bSFV:SPM\b/],
];

/** The field by which the receiving server calls a mail spam, or ''. */
export function spamMark(mail: Mail): string {
  const found = marks.find(([field, spam]) => spam.test(headerValue(mail, field).trim()));
  return found === undefined ? '' : shown(nameOf(found[0]), headerValue(mail, found[0]));
}

/** As people know it: `X-Spam-Flag`. */
const nameOf = (field: string): string => field.replace(/(?:^|-)[a-z]/g, (start) => start.toUpperCase());
