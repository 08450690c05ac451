import type { Face } from '../fonts.ts';

/** Letters of one face. `shown` is what is drawn for `text`: marks, where no face has it. */
export type Run = { face: Face; text: string; shown: string; isLost: boolean };

/** Whether a face has a glyph for a code point. */
export type Coverage = (face: Face, codePoint: number) => boolean;

/** Letters as readers count them. */
export const letters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Parts a line into runs of one face each. For a letter that no face has stands a mark. */
export function runsOf(text: string, bold: boolean, has: Coverage): Run[] {
  if (plain.test(text)) return [{ face: (bold ? boldFaces : faces).latin, text, shown: text, isLost: false }];
  const runs: Run[] = [];
  for (const { segment } of letters.segment(text)) put(runs, runOf(segment, runs.at(-1), bold, has));
  return runs;
}

/** Most of all texts: letters that the face is known to have, one code each. */
const plain = /^[ -~\u00a1-\u00ac\u00ae-\u00ff]+$/;

/** U+FFFD, "used to replace an incoming character whose value is unknown or unrepresentable" (Unicode, Specials). */
const replacement = '\ufffd';

function runOf(letter: string, before: Run | undefined, bold: boolean, has: Coverage): Run {
  const { latin, devanagari } = bold ? boldFaces : faces;
  const isIndian = /\p{Script=Devanagari}/u.test(letter) || (before?.face === devanagari && common.test(letter));
  const order = isIndian ? [devanagari, latin] : [latin, devanagari];
  const needed = [...letter].filter((one) => !invisible.test(one));
  const face = order.find((one) => needed.every((part) => has(one, codeOf(part))));
  if (face === undefined) return { face: latin, text: letter, shown: replacement, isLost: true };
  const shown = [...letter].filter((one) => !invisible.test(one) || has(face, codeOf(one))).join('');
  return { face, text: letter, shown, isLost: false };
}

const faces: Readonly<Record<'latin' | 'devanagari', Face>> = { latin: 'regular', devanagari: 'devanagari' };
const boldFaces: typeof faces = { latin: 'bold', devanagari: 'devanagariBold' };

/** Spaces, digits, most signs: they go with the word before them. */
const common = /^[\p{Script=Common}\p{Script=Inherited}]+$/u;

/** Joiners and variation selectors change a letter's look and have none of their own. */
const invisible = /\p{Default_Ignorable_Code_Point}/u;

const codeOf = (one: string): number => one.codePointAt(0) ?? 0;

function put(runs: Run[], next: Run): void {
  const last = runs.at(-1);
  if (last?.face !== next.face || last.isLost !== next.isLost) return void runs.push(next);
  last.text += next.text;
  last.shown += next.shown;
}
