import type { Notice } from './bounce-prose.ts';
import { statusIn } from './status-of-prose.ts';

const address = '([^\\s<>()\\[\\]",;:|：，。（）＜＞、]{1,128}@[^\\s<>()\\[\\]",;:|：，。（）＜＞、]{1,200}?)';

/** `<a@b>: reason`, `  a@b`, `>>> a@b <a@b>`: an address that opens its line. */
const opening = new RegExp(`^[\\s>*•-]*["']?<?(?:rfc822;|smtp:|mailto:)?${address}>?["']?\\.?(?=[\\s:;,<>\\[(]|$)`, 'i');

/** `Recipient: <a@b>`, `User mailbox exceeds allowed size: a@b`, `받는 사람 : a@b`: an address that a label announces and that ends its line. */
const labelled = new RegExp(`^[^:：@<>]{2,80}[:：]\\s*(?:\\[?smtp:?\\s*)?[<"'\\[]*${address}[>"'\\].]*\\s*$`, 'i');
/** Labels of those who sent. */
const sending =
  /from|sender|reply|return|contact|message-?id|absender|expéditeur|remitente|mittente|remetente|发件|寄件|差出|보낸|отправител|от ?кого/iu;

/** `550 <a@b>... User unknown`: sendmail's own word on an address, unless it is about the sender's. */
const sendmails = new RegExp(`^\\s*[45]\\d\\d (?:[45]\\.\\d+\\.\\d+ )?<?${address}>?\\.\\.\\. (?!.*sender)`, 'i');

/** Words that announce whom a failure is about. */
const announced = new RegExp(
  `(?:(?:un)?deliver(?:ed|y|ing|able)?(?: your (?:mail|message|e-?mail))? to(?: the following (?:recipient|address))?|recipient(?: address| name)?s?|rcpt to|message to|error-for|unknown user|user unknown|no such user|attempts|address(?:es)?|mailbox|failed for|to user)\\s*[:=]?\\s*[<"']*${address}(?=[\\s>"',;\\])]|[.:](?:\\s|$)|$)`,
  'gi',
);

/** An answer of the far side that repeats the address. */
const answered = new RegExp(`^[\\s<]*[45]\\d\\d[ -].*?[<\\s]${address}>`, 'gim');

const anywhere = new RegExp(`${address}(?=[\\s<>()\\[\\]"',;:|：，。（）＜＞、]|$)`, 'g');

/** Lines that name somebody to ask. */
const contact = /please|contact|assistance|support|postmaster|mail from|bitte|от ?кого/i;

/** Whom a notice says the mail did not reach: the strongest of its ways of saying so. */
export function recipientsIn(text: string, notice: Notice): string[] {
  const lines = text.split('\n').filter((line) => line.length < 500);
  for (const find of ways) {
    const found = [...new Set(find(notice, lines, text).map(tidy))].filter((one) => one.includes('@'));
    const others = found.filter((one) => !notice.sentTo.includes(one));
    // Who writes to themselves is named by the field for it, and guessed nowhere else.
    const meant = others.length === 0 && find === failed ? found : others;
    if (meant.length > 0) return meant.slice(0, MAX_RECIPIENTS);
  }
  return [];
}

type Way = (notice: Notice, lines: readonly string[], text: string) => readonly string[];

const failed: Way = ({ failedRecipients }) => all(failedRecipients, new RegExp(`${address}(?=[\\s,;>]|$)`, 'g'));

const ways: readonly Way[] = [
  failed,
  (_, lines) =>
    lines.filter((line) => !contact.test(line)).map((line) => (opening.exec(line) ?? sendmails.exec(line))?.[1] ?? ''),
  (_, lines) => lines.filter((line) => !/mail from|contact/i.test(line)).flatMap((line) => all(line, announced)),
  (_, lines) => lines.filter((line) => !isSendersLabel(line)).map((line) => labelled.exec(line)?.[1] ?? ''),
  (_, _lines, text) => all(text, answered),
  ({ returnedTo }) => returnedTo(),
  // The last resort: an address anywhere in what the system says itself.
  (_, lines) => lines.filter((line) => !contact.test(line) && !sending.test(line)).flatMap((line) => all(line, anywhere)),
];

const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, found = '']) => found);

const isSendersLabel = (line: string): boolean => sending.test(line.split(/[:：]/)[0] ?? '');

const tidy = (found: string): string => found.replace(/[.>'"]+$/, '').toLowerCase();

/** Recipients of a notice in prose that are read. */
const MAX_RECIPIENTS = 200;
/** Lines below an address that may hold the reason. */
const REACH = 12;
/** RELIABILITY 3461-1: a diagnostic is quoted as data, shortly. */
const MAX_DIAGNOSTIC = 300;

/** The reason given with an address: the lines with a code, else what stands with it and behind it. */
export function diagnosticFor(recipient: string, text: string): string {
  const lines = text.split('\n');
  const at = lines.findIndex((line) => line.toLowerCase().includes(recipient));
  const near = at === -1 ? lines : lines.slice(at, at + REACH);
  const coded = near.findIndex((line) => statusIn(line) !== '');
  const chosen =
    coded === -1
      ? [besides(near[0] ?? '', recipient), ...near.slice(1).filter(saysMore).slice(0, 2)]
      : untilNext(near.slice(coded, coded + 4), recipient);
  return chosen.join(' ').replace(/\s+/g, ' ').trim().slice(0, MAX_DIAGNOSTIC);
}

/** Up to the line that tells of somebody else. */
function untilNext(lines: readonly string[], recipient: string): readonly string[] {
  const next = lines.findIndex(
    (line, at) => at > 0 && !line.toLowerCase().includes(recipient) && (opening.test(line) || sendmails.test(line)),
  );
  return next === -1 ? lines : lines.slice(0, next);
}

/** What a line says behind the address it names, else before it. */
function besides(line: string, recipient: string): string {
  const from = line.toLowerCase().indexOf(recipient);
  if (from === -1) return line;
  const behind = line.slice(from + recipient.length).replace(/^[>\s:;"'\])(-]+/, '');
  return behind === '' ? line.slice(0, from).replace(/[<\s:;"'[(-]+$/, '') : behind;
}

const saysMore = (line: string): boolean => !/^[\s>-]*(?:because|reason|error|grund|motivo|raison)?\s*:?\s*$/i.test(line);
