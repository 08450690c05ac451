import { discardAttachments } from '../../src/adapters/email/mime/discard.ts';
import { parseLimits, parseMail } from '../../src/adapters/email/mime/parse-mail.ts';
import { classify } from '../../src/domain/classify/classify.ts';
import { sha256 } from '../../src/domain/ids.ts';
import type { Mail } from '../../src/domain/mail.ts';
import { visibleText } from '../../src/domain/visible-text/visible-text.ts';
import { inPieces } from '../adapters/mime/parse.ts';
import { diceOf } from './dice.ts';
import { hostile } from './hostile.ts';
import { mutated } from './mutate.ts';

export type Verdict = { kind: 'mail' | 'unreadable'; ms: number } | { kind: 'failed'; ms: number; why: string };

/** Milliseconds that no mail may take. */
const MOST_MS = 2_000;

/** The bytes of a case: one in four is written to hurt, the others are real mails, broken. */
export function caseOf(mails: readonly Buffer[], seed: number, index: number): Buffer {
  const dice = diceOf(Math.imul(seed, 0x9e3779b1) ^ index);
  return mails.length === 0 || dice.once(4) ? hostile(dice) : mutated(mails, dice);
}

/** Reads, classifies and folds one mail, and looks whether what came out is sound. */
export async function judge(raw: Buffer, index: number): Promise<Verdict> {
  const start = performance.now();
  const of = { sha256: sha256('0'.repeat(64)), size: raw.length, keep: discardAttachments };
  try {
    const parsed = await parseMail(raw, of);
    if (parsed.kind === 'mail') {
      classify(parsed.mail, { isOurLoop: false, via: [] });
      visibleText(parsed.mail.text);
    }
    const ms = performance.now() - start;
    const passing =
      index % 10 === 0 ? await parseMail(inPieces(raw, 1_000), { ...of, limits: { ...parseLimits, wholeBytes: 0 } }) : parsed;
    const why = ms > MOST_MS ? `took ${Math.round(ms)} ms` : parsed.kind === 'mail' ? unsound(parsed.mail) : '';
    if (why !== '') return { kind: 'failed', ms, why };
    if (JSON.stringify(passing) !== JSON.stringify(parsed))
      return { kind: 'failed', ms, why: 'another mail when it passes by in pieces' };
    return { kind: parsed.kind, ms };
  } catch (error) {
    return {
      kind: 'failed',
      ms: performance.now() - start,
      why: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}

/** '' where all is well. */
function unsound(mail: Mail): string {
  if (mail.text.includes('\0')) return 'a text with NUL';
  if (mail.headers.length > 2_000) return 'too many fields';
  if (mail.to.length > 500) return 'too many addresses';
  if (mail.attachments.length > 2_200) return 'too many files';
  if (mail.embedded.length > 10) return 'too many mails within';
  if (mail.attachments.some(({ filename }) => /[/\\\p{Cc}]/u.test(filename))) return 'a name that is a path';
  // Of HTML that is nothing but a quotation all is shown, with marks.
  if (mail.visibleText.replace(/^> ?/gm, '').length > mail.text.length + 1_000) return 'more to see than there is';
  return mail.date !== null && !Number.isFinite(mail.date) ? 'a date that is none' : '';
}
