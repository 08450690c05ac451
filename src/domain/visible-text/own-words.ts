import { withoutHistory, withoutTrailingRules } from './history.ts';
import { isSignatureAt } from './signature.ts';

/**
 * Only what stands above a forwarded or copied mail, and above a signature, be it the first line of all. `visibleText` shows
 * all of a mail that is nothing but a forward, and of one that was sent off empty above what its program copied; what goes out
 * in our name must carry none of that.
 */
export function ownWords(text: string): string {
  const { segments } = withoutHistory(text.split('\n'), false);
  return segments
    .map((lines) => withoutTrailingRules(aboveSignature(lines)).join('\n').trim())
    .filter((segment) => segment !== '')
    .join('\n\n');
}

/** An answer that was sent off without a word: all of it are lines marked as another's. */
export function quotesOnly(text: string): boolean {
  const { segments, forwarded } = withoutHistory(text.split('\n'), false);
  return forwarded.length === 0 && segments.every((lines) => lines.every((line) => line.trim() === ''));
}

function aboveSignature(lines: readonly string[]): readonly string[] {
  const mark = lines.findIndex((_, at) => isSignatureAt(lines, at));
  return mark === -1 ? lines : lines.slice(0, mark);
}
