import { linesOf, setLines } from './lines.ts';
import { decorate, type Pen, setLine, widthOf } from './pen.ts';
import { roomOf } from './sheet.ts';
import { stylesOf } from './styles.ts';

/** What every page says of itself: on top whose and what it is, but for the first; at its foot the footer and `2 / 3`. */
export function markPages(pen: Pen, running: string, footer: string): number {
  const { count } = pen.pdf.bufferedPageRange();
  for (let at = 0; at < count; at++) {
    pen.pdf.switchToPage(at);
    decorate(pen, () => {
      if (at > 0) oneLine(pen, running, roomOf(pen.sheet), 34);
      foot(pen, footer, `${at + 1} / ${count}`);
    });
  }
  return count;
}

function foot(pen: Pen, footer: string, number: string): void {
  const { left, right, height } = pen.sheet;
  const { quiet } = stylesOf(pen.palette);
  const y = height - 46;
  const wide = widthOf(pen, number, quiet);
  pen.pdf
    .moveTo(left, y - 6)
    .lineTo(right, y - 6)
    .lineWidth(0.5)
    .stroke(pen.palette.rule);
  setLine(pen, number, quiet, right - wide, y);
  oneLine(pen, footer, right - left - wide - 16, y, 2);
}

/** As much of a text as the lines hold, marked where it goes on. */
function oneLine(pen: Pen, text: string, width: number, y: number, most = 1): void {
  const { quiet } = stylesOf(pen.palette);
  const { lines } = linesOf(pen, text, quiet, width);
  const shown = lines.slice(0, most).map((line, at) => (at === most - 1 && lines.length > most ? cut(pen, line, width) : line));
  setLines(pen, { lines: shown, style: quiet }, 'start', pen.sheet.left, y, width);
}

function cut(pen: Pen, line: string, width: number): string {
  const { quiet } = stylesOf(pen.palette);
  let kept = [...line];
  while (kept.length > 0 && widthOf(pen, `${kept.join('')}…`, quiet) > width) kept = kept.slice(0, -1);
  return `${kept.join('').trimEnd()}…`;
}
