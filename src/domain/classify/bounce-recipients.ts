import type { Notice } from './bounce-prose.ts';
import { statusIn } from './delivery-status.ts';

const address = '([^\\s<>()\\[\\]",;:|]{1,128}@[^\\s<>()\\[\\]",;:|]{1,200}?)';

/** `<a@b>: reason`, `  a@b`, `>>> a@b <a@b>`: an address that opens its line. */
const opening = new RegExp(`^[\\s>*•-]*<?(?:rfc822;|smtp:|mailto:)?${address}>?\\.?(?=[\\s:;,<>\\[(]|$)`, 'i');

/** Words that announce whom a failure is about. */
const announced = new RegExp(
  `(?:(?:un)?deliver(?:ed|y|ing|able)?(?: your (?:mail|message|e-?mail))? to(?: the following (?:recipient|address))?|recipient(?: address| name)?s?|rcpt to|unknown user|user unknown|no such user|attempts|address(?:es)?|mailbox|failed for|to user)\\s*[:=]?\\s*[<"']*${address}(?=[\\s>"',;\\])]|[.:](?:\\s|$)|$)`,
  'gi',
);

/** An answer of the far side that repeats the address. */
const answered = new RegExp(`^[\\s<]*[45]\\d\\d[ -].*?[<\\s]${address}>`, 'gim');

/** Lines that name somebody to ask. */
const contact = /please|contact|assistance|support|postmaster|mail from|bitte|от ?кого/i;

/** Whom a notice says the mail did not reach: the strongest of its ways of saying so. */
export function recipientsIn(text: string, notice: Notice): string[] {
  const failed = [...notice.failedRecipients.matchAll(new RegExp(`${address}(?=[\\s,;>]|$)`, 'g'))].map(
    ([, found = '']) => found,
  );
  const lines = text.split('\n').filter((line) => line.length < 500);
  const opened = lines.filter((line) => !contact.test(line)).map((line) => opening.exec(line)?.[1] ?? '');
  const named = lines
    .filter((line) => !/mail from|contact/i.test(line))
    .flatMap((line) => [...line.matchAll(announced)].map(([, found = '']) => found));
  const replied = [...text.matchAll(answered)].map(([, found = '']) => found);
  for (const find of [() => failed, () => [...opened, ...named], () => replied, notice.returnedTo]) {
    const found = find();
    const clean = [...new Set(found.map(tidy))].filter((one) => one.includes('@'));
    const others = clean.filter((one) => !notice.sentTo.includes(one));
    if (others.length > 0) return others;
    if (clean.length > 0 && found === failed) return clean;
  }
  return [];
}

const tidy = (found: string): string => found.replace(/[.>'"]+$/, '').toLowerCase();

/** Lines below an address that may hold the reason. */
const REACH = 12;
/** RELIABILITY 3461-1: a diagnostic is quoted as data, shortly. */
const MAX_DIAGNOSTIC = 300;

/** The reason given with an address: the lines with a code, else what stands behind it. */
export function diagnosticFor(recipient: string, text: string): string {
  const lines = text.split('\n');
  const at = lines.findIndex((line) => line.toLowerCase().includes(recipient));
  const near = at === -1 ? lines : lines.slice(at, at + REACH);
  const coded = near.findIndex((line) => statusIn(line) !== '');
  const own =
    near[0]?.slice((near[0]?.toLowerCase().indexOf(recipient) ?? 0) + recipient.length).replace(/^[>\s:;[(-]+/, '') ?? '';
  const chosen = coded === -1 ? [own, ...near.slice(1, 3)] : near.slice(coded, coded + 4);
  return chosen.join(' ').replace(/\s+/g, ' ').trim().slice(0, MAX_DIAGNOSTIC);
}
