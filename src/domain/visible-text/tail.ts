import { isDisclaimer } from './disclaimer.ts';
import { isFooter } from './signature.ts';

/** Lines of a signature that nobody marked. */
const MAX_LINES = 14;
const MAX_WIDTH = 80;
/** Paragraphs at the end that are looked at: name, address, disclaimer, scanner's note… */
const MAX_PARAGRAPHS = 12;
/** Characters of one that are looked at. */
const MAX_PARAGRAPH = 4_000;

const contact =
  /(?:^|\s)(?:tel|phone|fon|mobile?|mob|cell|fax|direct|office|skype|m|t|f|p|e|w|tlf|tél|telefon|telefono|teléfono|telefone|celular|móvil|handy|тел)\s?[.:)]\s?\S|(?:^|\s)\+?\(?\d{2,4}\)?[\s./-]?\d{2,4}[\s./-]\d{2,}|^\S+@\S+\.\S+$|(?:^|\s)(?:www\.|https?:\/\/)\S+$|e-?mail\s?:/iu;

const closing =
  /^(?:(?:best|kind|warm|with best|many|with kind|yours|best of)\s+(?:regards|wishes|truly|sincerely|faithfully)|regards|sincerely|cheers|thanks|thank you|many thanks|thanks and regards|mit (?:freundlichen|besten|herzlichen|lieben) gr(?:ü|ue)(?:ß|ss)en|(?:viele|beste|freundliche|liebe|schöne) gr(?:ü|ue)(?:ß|ss)e|mfg|lg|vg|saludos(?: cordiales)?|un (?:cordial )?saludo|atentamente|cordialmente|cordialement|bien (?:à vous|cordialement)|salutations|atenciosamente|abraços|att|cumprimentos|cordiali saluti|distinti saluti|saluti|met vriendelijke groet(?:en)?|groeten|med vänliga hälsningar|mvh|med venlig hilsen|pozdrawiam|z poważaniem|с уважением|saygılarımla|iyi çalışmalar)[\s,.!]*$/iu;

/** `Kind regards` and the like, a line of its own, in the languages of people who write to us. */
export const isClosing = (line: string): boolean => line.length < 60 && closing.test(line.trim());

/** Leaves out what stands below a mail without being marked: contact lines, disclaimers, scanners' notes, footers of programs. */
export function withoutTail(lines: readonly string[]): string[] {
  let end = written(lines, lines.length);
  for (let count = 0; count < MAX_PARAGRAPHS && end > 0; count++) {
    const from = paragraphStart(lines, end);
    const next = endWithout(lines, from, end);
    if (next === end) break;
    end = written(lines, next);
  }
  return lines.slice(0, end);
}

/** The index behind the last line with text. */
function written(lines: readonly string[], end: number): number {
  let at = end;
  while (at > 0 && (lines[at - 1] ?? '').trim() === '') at--;
  return at;
}

function paragraphStart(lines: readonly string[], end: number): number {
  let at = end - 1;
  while (at > 0 && (lines[at - 1] ?? '').trim() !== '') at--;
  return at;
}

function endWithout(lines: readonly string[], from: number, end: number): number {
  if (isFooter(lines[end - 1] ?? '')) return end - 1;
  const text = lines
    .slice(from, Math.min(end, from + 60))
    .join(' ')
    .slice(0, MAX_PARAGRAPH);
  // The first paragraph is what the mail is about, whatever it says.
  if (from > 0 && isDisclaimer(text)) return from;
  return contactStart(lines, from, end);
}

/** Below a closing its name stays; a block of name and contact lines goes as a whole. */
function contactStart(lines: readonly string[], from: number, end: number): number {
  const block = lines.slice(from, end);
  if (block.length > MAX_LINES || block.some((line) => line.length > MAX_WIDTH) || !block.some((line) => contact.test(line)))
    return end;
  const bye = block.findLastIndex((line) => closing.test(line.trim()));
  if (bye !== -1) return keepName(block, bye) + from;
  const above = lines.slice(0, written(lines, from)).at(-1) ?? '';
  if (from === 0 || /[:：]\s*$/.test(above) || block.some(isSentence)) return end;
  if (closing.test(above.trim())) return Math.min(from + 1, end);
  const isBlock = isName(block[0] ?? '') && block.slice(1).filter((line) => contact.test(line)).length >= 2;
  return isBlock ? from : end;
}

function keepName(block: readonly string[], bye: number): number {
  const name = block[bye + 1] ?? '';
  return isName(name) ? bye + 2 : bye + 1;
}

const isName = (line: string): boolean => /^[*_\s]*\p{Lu}[\p{L}.'’-]*(?:\s+\p{L}[\p{L}.'’-]*){0,4}[*_\s,]*$/u.test(line);
const isSentence = (line: string): boolean => /[.?!]\s*$/.test(line) && line.split(/\s+/).length > 6;
