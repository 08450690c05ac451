import { devices, excuse, get, sentBefore, sentBehind } from './footer-words.ts';
import { readableLine } from './readable-line.ts';

/** RFC 3676 §4.3, with the blank that many programs drop, and the rules that lists and some programs use instead. */
const mark = /^(?:--|- --|__|_{5,}|[—–]{1,2})\s*$/;
/** A longer rule, which people also draw between two parts of a text. */
const longRule = /^(?:[-—–―=*~]\s?){5,60}$/;

/** Lines of a signature below a rule, and letters of one. */
const MAX_LINES = 12;
const MAX_WIDTH = 60;

/** Whether the signature begins at this line: its mark, or a rule with nothing but a few short lines below it. */
export function isSignatureAt(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? '';
  if (line.length > 80 || !/^[-_—–―=*~]/.test(line)) return false;
  const text = readableLine(line);
  if (mark.test(text)) return true;
  if (!longRule.test(text) || lines.length - at > 3 * MAX_LINES) return false;
  const below = lines.slice(at + 1).filter((one) => one.trim() !== '');
  return (
    below.length > 0 &&
    below.length <= MAX_LINES &&
    /^[\s*_]*\p{Lu}[\p{L}.'’ -]{2,40}[\s*_,]*$|^\s*\p{Lo}{2,10}\s*$/u.test(below[0] ?? '') &&
    !below.some((one) => one.length > MAX_WIDTH || /[.?!。？！]\s*$/.test(one) || separates(one))
  );
}

const separates = (line: string): boolean => longRule.test(line.trim());

const some = '[^,;!?\\n]';
const footers: readonly RegExp[] = [
  new RegExp(`^(?:${sentBefore})(?=[\\s'’-]|[^\\x00-\\x7f])${some}{0,40}?(?:${devices})${some}{0,60}$`, 'iu'),
  new RegExp(`^${some}{0,50}(?:${devices})${some}{0,25}(?:${sentBehind})$`, 'iu'),
  new RegExp(`^(?:${get})\\s.{0,20}(?:outlook|bluemail|typeapp|yahoo|gmail|spark|boxer)\\b${some}{0,50}$`, 'iu'),
  new RegExp(`^${some}{0,20}outlook\\b${some}{0,40}(?:${get})$`, 'iu'),
  /^(?:sent|posted|written) (?:from|via|by|using|with|on) [^,;!?]{2,50}$/iu,
  /^from my \S+(?: \S+){0,3}$|^\p{L}+ from mobile$|^via mobile$/iu,
  /^(?:diese nachricht|dieses? e-?mail) wurde von .{2,60} (?:gesendet|verschickt)$/iu,
  /^(?:gesendet|verschickt|versendet) (?:mit|von|aus|über) [^,;!?]{2,50}$/iu,
  /^(?:envoyé|expédié|transmis) (?:de|depuis|à partir|avec|par|via) [^,;!?]{2,50}$/iu,
  /^(?:enviado|enviada) (?:desde|de|do|da|por|con|com|pelo|pela|a partir) [^,;!?]{2,50}$/iu,
  /^(?:inviato|spedito) (?:da|dal|dall'|con|tramite) ?[^,;!?]{2,50}$/iu,
  /^(?:verstuurd|verzonden) (?:vanaf|via|met|vanuit) [^,;!?]{2,50}$/iu,
  /^(?:skickat|skickades|sendt) (?:från|fra|via|med) [^,;!?]{2,40}$/iu,
  /^(?:wysłane|wysłano|odesláno) (?:z|ze|za pomocą) [^,;!?]{2,40}$/iu,
  /^(?:отправлено|послано) (?:с|из|через) [^,;!?]{2,40}$/iu,
  /^(?:أُرسلت|أرسلت|مرسل|تم الإرسال|ارسلت) من .{1,40}$/u,
];

const links = /[<[(]?\s*https?:\/\/[^\s>\])]*\s*[>\])]?/g;
const edges = /^[\s*_<([{"«>-]+|[\s*_>)\]}"»]+$/g;
const excused = new RegExp(`[\\s,.;:!–-]+${excuse}[^\\n]{0,80}$`, 'iu');

/** A line that a phone or mail program put under the text. */
export function isFooter(line: string): boolean {
  if (line.length < 4 || line.length > 300) return false;
  const text = readableLine(line)
    .replace(links, ' ')
    .replace(edges, '')
    .replace(excused, '')
    .replace(/[\s.。]+$/, '')
    .replace(/ {2,}/g, ' ');
  return text.length >= 4 && text.length <= 100 && footers.some((footer) => footer.test(text));
}
