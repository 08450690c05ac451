/** A line of a text that stays, goes or comes. */
export type DiffLine = { mark: ' ' | '-' | '+'; text: string };

/** Lines around a difference that are shown with it. */
const around = 1;
/** Of longer texts the whole differs: to look for what stays costs their product. */
const longest = 2000;

/** What turns one text into another, line by line, with the line before and after; '…' stands for lines left out. */
export function lineDiff(old: string, next: string): DiffLine[] {
  if (old === next) return [];
  return shortened(alignment(old.split('\n'), next.split('\n')));
}

function alignment(old: readonly string[], next: readonly string[]): DiffLine[] {
  if (old.length > longest || next.length > longest) return [...marked('-', old), ...marked('+', next)];
  const common = commonTails(old, next);
  const lines: DiffLine[] = [];
  let [i, j] = [0, 0];
  while (i < old.length && j < next.length) {
    const [one = '', other = ''] = [old[i], next[j]];
    if (one === other) {
      lines.push({ mark: ' ', text: one });
      i++;
      j++;
    } else if ((common[i + 1]?.[j] ?? 0) >= (common[i]?.[j + 1] ?? 0)) lines.push({ mark: '-', text: old[i++] ?? '' });
    else lines.push({ mark: '+', text: next[j++] ?? '' });
  }
  return [...lines, ...marked('-', old.slice(i)), ...marked('+', next.slice(j))];
}

const marked = (mark: DiffLine['mark'], lines: readonly string[]): DiffLine[] => lines.map((text) => ({ mark, text }));

/** How many lines two texts have in common from each pair of places on. */
function commonTails(old: readonly string[], next: readonly string[]): number[][] {
  const table = Array.from({ length: old.length + 1 }, () => new Array<number>(next.length + 1).fill(0));
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = next.length - 1; j >= 0; j--) {
      const [here, below] = [table[i] ?? [], table[i + 1] ?? []];
      here[j] = old[i] === next[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, here[j + 1] ?? 0);
    }
  return table;
}

function shortened(lines: readonly DiffLine[]): DiffLine[] {
  const isNear = (at: number): boolean => lines.slice(Math.max(0, at - around), at + around + 1).some(({ mark }) => mark !== ' ');
  return lines.flatMap((line, at): DiffLine[] => {
    if (isNear(at)) return [line];
    return at > 0 && isNear(at - 1) && lines.slice(at).some(({ mark }) => mark !== ' ') ? [{ mark: ' ', text: '…' }] : [];
  });
}
