import { withoutHistory, withoutTrailingRules } from './history.ts';

/**
 * Only what stands above a forwarded or copied mail. `visibleText` shows all of a mail that is nothing but a forward, and
 * of one that was sent off empty above what its program copied; what goes out in our name must carry none of that.
 */
export function ownWords(text: string): string {
  const { segments } = withoutHistory(text.split('\n'), false);
  return segments
    .map((lines) => withoutTrailingRules(lines).join('\n').trim())
    .filter((segment) => segment !== '')
    .join('\n\n');
}
