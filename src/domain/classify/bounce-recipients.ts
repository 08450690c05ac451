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

/** Words that announce whom a failure is about. */
const announced = new RegExp(
  `(?:(?:un)?deliver(?:ed|y|ing|able)?(?: your (?:mail|message|e-?mail))? to(?: the following (?:recipient|address))?|recipient(?: address| name)?s?|rcpt to|message to|error-for|unknown user|user unknown|no such user|attempts|address(?:es)?|mailbox|failed for|to user)\\s*[:=]?\\s*[<"']*${address}(?=[\\s>"',;\\])]|[.:](?:\\s|$)|$)`,
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
  const announcedAlone = lines
    .filter((line) => !sending.test(line.split(/[:：]/)[0] ?? ''))
    .map((line) => labelled.exec(line)?.[1] ?? '');
  const opened = lines.filter((line) => !contact.test(line)).map((line) => opening.exec(line)?.[1] ?? '');
  const named = lines
    .filter((line) => !/mail from|contact/i.test(line))
    .flatMap((line) => [...line.matchAll(announced)].map(([, found = '']) => found));
  const replied = [...text.matchAll(answered)].map(([, found = '']) => found);
  for (const find of [
    () => failed,
    () => opened,
    () => named,
    () => announcedAlone,
    () => replied,
    notice.returnedTo,
    () => anyIn(lines),
  ]) {
    const found = find();
    const clean = [...new Set(found.map(tidy))].filter((one) => one.includes('@'));
    const others = clean.filter((one) => !notice.sentTo.includes(one));
    if (others.length > 0) return others;
    if (clean.length > 0 && found === failed) return clean;
  }
  return [];
}

/** The last resort: an address anywhere in what the system says itself. */
const anyIn = (lines: readonly string[]): string[] =>
  lines
    .filter((line) => !contact.test(line) && !sending.test(line))
    .flatMap((line) => [...line.matchAll(anywhere)].map(([, found = '']) => found));

const anywhere = new RegExp(`${address}(?=[\\s<>()\\[\\]"',;:|：，。（）＜＞、]|$)`, 'g');

const tidy = (found: string): string => found.replace(/[.>'"]+$/, '').toLowerCase();

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
      : near.slice(coded, coded + 4);
  return chosen.join(' ').replace(/\s+/g, ' ').trim().slice(0, MAX_DIAGNOSTIC);
}

/** What a line says behind the address it names, else before it. */
function besides(line: string, recipient: string): string {
  const from = line.toLowerCase().indexOf(recipient);
  if (from === -1) return line;
  const behind = line.slice(from + recipient.length).replace(/^[>\s:;"'\])(-]+/, '');
  return behind === '' ? line.slice(0, from).replace(/[<\s:;"'[(-]+$/, '') : behind;
}

const saysMore = (line: string): boolean => !/^[\s>-]*(?:because|reason|error|grund|motivo|raison)?\s*:?\s*$/i.test(line);
