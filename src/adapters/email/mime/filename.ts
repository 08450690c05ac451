const MAX_LENGTH = 200;

/** Characters that cannot be seen or that turn the writing round: a name that hides what it is (A7). */
const unseen = /[\p{Cc}\p{Cf}\u2028\u2029\ufff9-\uffff]/gu;

/** A sender's file name made safe to show: the last part of a path, nothing unseen, its ending kept when it is cut. */
export function safeFilename(name: string): string {
  const last =
    name
      .replace(unseen, '')
      .split(/[/\\]/)
      .filter((piece) => piece.trim() !== '')
      .at(-1) ?? '';
  const text = last.replace(/[ \u00a0]+/g, ' ').trim();
  if (/^\.+$/.test(text)) return '';
  return text.length <= MAX_LENGTH ? text : shortened(text);
}

function shortened(text: string): string {
  const ending = /\.[^.]{1,16}$/.exec(text)?.[0] ?? '';
  return [...text.slice(0, MAX_LENGTH - ending.length)].join('').replace(/[\ud800-\udbff]$/, '') + ending;
}
