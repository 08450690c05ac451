import { withoutHistory } from './history.ts';
import { isSignatureAt } from './signature.ts';
import { withoutTail } from './tail.ts';

/**
 * What the person wrote, without the mail they answer and without what is under every mail of theirs.
 *
 * A view: it only leaves lines out (and once the end of one). Answers between quoted lines stay, in order; a forwarded mail,
 * and a mail that is nothing but history, are shown whole. Each line is looked at a fixed number of times, so the time grows
 * with the text's length (A14).
 *
 * @param passesOn the mail's subject says that it is a forward: what a program copied below is then its content
 */
export function visibleText(text: string, passesOn = false): string {
  const lines = text.split(/\r?\n/);
  const { segments, forwarded } = withoutHistory(lines, passesOn);
  const last = segments.length - 1;
  const own = segments.flatMap((segment, at) => [...withoutSignature(segment, at === 0, at === 0 || at === last), '']);
  const shown = trimBlank([...own, ...forwarded]);
  return squeezeBlank(shown.length > 0 ? shown : trimBlank(lines)).join('\n');
}

/**
 * Cuts at the signature mark, then what is under the text without one: that stands above the quoted mail or at the end.
 * A mail that begins with a mark is no signature.
 */
function withoutSignature(lines: readonly string[], isFirst: boolean, hasTail: boolean): readonly string[] {
  const first = isFirst ? lines.findIndex((line) => line.trim() !== '') : -1;
  const mark = lines.findIndex((_, at) => at > first && isSignatureAt(lines, at));
  const kept = mark === -1 ? lines : lines.slice(0, mark);
  return hasTail ? withoutTail(kept) : kept;
}

function trimBlank(lines: readonly string[]): string[] {
  const from = lines.findIndex((line) => line.trim() !== '');
  const to = lines.findLastIndex((line) => line.trim() !== '');
  return from === -1 ? [] : lines.slice(from, to + 1).map((line) => line.trimEnd());
}

const squeezeBlank = (lines: readonly string[]): string[] => lines.filter((line, at) => line !== '' || lines[at - 1] !== '');
