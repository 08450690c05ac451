/** Columns of a line, its soft break included; RFC 3676 §4.2 wants 78 or fewer. */
const columns = 76;

/**
 * A text as `format=flowed; delsp=no`: each of its lines is one paragraph, broken softly behind a blank, that every reader
 * shows as wide as its window is. Blanks that end a line are dropped; `-- ` alone stands as it is.
 *
 * @see RFC 3676 §4.2 (soft breaks), §4.3 (signature), §4.4 (space-stuffing), §4.5 (quoting)
 */
export const flow = (text: string): string =>
  text
    .split(/\r\n|\r|\n/)
    .flatMap(flowLine)
    .join('\n');

function flowLine(line: string): string[] {
  if (line === signatureMark) return [line];
  const [marks = ''] = /^(?:> ?)*/.exec(line) ?? [];
  const depth = marks.replaceAll(' ', '').length;
  const words = line.slice(marks.length).replace(/ +$/, '');
  const before = '>'.repeat(depth);
  if (words === '') return [before];
  return pieces(words, columns - depth - 1).map((piece) => before + stuffed(piece, depth));
}

const signatureMark = '-- ';

/** Behind quote marks always, so that a reader never takes words for one. */
const stuffed = (piece: string, depth: number): string => (depth > 0 || /^(?: |>|From )/.test(piece) ? ` ${piece}` : piece);

/** Breaks behind blanks only; a word longer than a line stays whole. */
function pieces(words: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let taken = 0;
  for (const [word] of words.matchAll(/^ +|[^ ]+ */g)) {
    const size = widthOf(word);
    if (line.trim() !== '' && line !== signatureMark && taken + size > width) {
      lines.push(line);
      line = '';
      taken = 0;
    }
    line += word;
    taken += size;
  }
  return [...lines, line];
}

/** Columns that a text takes in a font of one width. @see Unicode Standard Annex 11 (wide), Annex 44 (marks) */
function widthOf(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let width = 0;
  for (const letter of text) width += mark.test(letter) ? 0 : wide.test(letter) ? 2 : 1;
  return width;
}

const mark = /^[\p{Mn}\p{Me}\p{Cf}]$/u;
const wide =
  /^(?:[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}|[\u{20000}-\u{3fffd}])$/u;
