import { beginsForward, forwarded, original, replyAbove } from './copy-marks.ts';
import { readableLine } from './readable-line.ts';

/** A line of dashes around at most a few words, or before them. */
const dashed = /^\s*[-‐‑–—―_=*~#+>]{2,}[\s>]*([^-‐‑–—―_=*~#+\s>].{0,110}?)\s*[-‐‑–—―_=*~#+]{2,}\s*$/u;
const rule = /^\s*(?:[-_=*~—–―]\s?){3,}\s*$/;

const isOriginal = new RegExp(`^(?:${original})(?=$|[\\s:：.,(/)])|${replyAbove}`, 'iu');
const isForwarded = new RegExp(forwarded, 'iu');
const isBeginning = new RegExp(`^[\\s*>]*(?:${beginsForward})\\s?[:：][\\s*]*$`, 'iu');
const isBare = new RegExp(`^[\\s*]*(?:${original})\\s?[:：]?[\\s*]*$`, 'iu');
const isAlone = new RegExp(`^\\s*\\[?original message processed by.{0,40}$|^[\\s*]*(?:${replyAbove})[\\s*.:]*$`, 'iu');

export type Separator = 'original' | 'forwarded' | 'dashed' | 'rule' | 'bare' | null;

/** What kind of line between two mails this is; `bare` are the words for an original mail without dashes. */
export function separatorOf(line: string): Separator {
  if (line.length < 3 || line.length > 200) return null;
  if (rule.test(line)) return 'rule';
  const isEdged = edged.test(line);
  if (!isEdged && (line.length > 90 || (line.length < 8 && isPlain.test(line)))) return null;
  const text = readableLine(line);
  const words = isEdged ? dashed.exec(text)?.[1] : undefined;
  if (words !== undefined) return isForwarded.test(words) ? 'forwarded' : isOriginal.test(words) ? 'original' : 'dashed';
  return withoutDashes(text);
}

function withoutDashes(text: string): Separator {
  if (/[:：][\s*]*$/.test(text) && isBeginning.test(text)) return 'forwarded';
  if (/processed by|this line|dieser|esta|cette|questa|deze/i.test(text) && isAlone.test(text)) return 'original';
  return text.length < 60 && isBare.test(text) ? 'bare' : null;
}

const isPlain = /^[\x20-\x7e]*$/;
/** Marks of writing direction may stand before the dashes. */
const edged = /^[\s\u200b-\u200f\u202a-\u202e]*[-‐‑–—―_=*~#+>]{2,}/u;
