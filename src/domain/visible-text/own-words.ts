import { headerBlockAt } from './header-block.ts';
import { separatorOf } from './separators.ts';

/**
 * Only what stands above a forwarded or copied mail. `visibleText` shows all of a mail that is nothing but a forward, and
 * of one that was sent off empty above what its program copied; what goes out in our name must carry none of that.
 */
export function ownWords(text: string): string {
  const lines = text.split('\n');
  const end = lines.findIndex((line, at) => isCopyMark(line) || headerBlockAt(lines, at));
  if (end < 0) return text;
  const last = lines.slice(0, end).findLastIndex((line) => line.trim() !== '' && separatorOf(line) === null);
  return lines
    .slice(0, last + 1)
    .join('\n')
    .trim();
}

function isCopyMark(line: string): boolean {
  const separator = separatorOf(line);
  return separator === 'forwarded' || separator === 'original';
}
