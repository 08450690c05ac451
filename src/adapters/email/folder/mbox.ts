const lineFeed = 10;
const fromLine = Buffer.from('From ');

/**
 * Cuts an mbox into its mails, without the lines that part them. Where a line of a text was marked so that it parts nothing
 * (`>From `), the mark stays: nobody can tell whether the author wrote it.
 *
 * @see RFC 4155
 */
export function mailsOfMbox(mbox: Buffer): Uint8Array[] {
  const starts = [...separators(mbox)];
  return starts.map((start, at) => {
    const head = mbox.indexOf(lineFeed, start) + 1;
    return mbox.subarray(head === 0 ? mbox.length : head, starts[at + 1] ?? mbox.length);
  });
}

/** Where a line that begins with `From ` stands at the beginning, or behind an empty one. */
function* separators(mbox: Buffer): Generator<number> {
  for (let at = mbox.indexOf(fromLine); at >= 0; at = mbox.indexOf(fromLine, at + 1))
    if (at === 0 || isBlankBefore(mbox, at)) yield at;
}

const isBlankBefore = (mbox: Buffer, at: number): boolean =>
  mbox[at - 1] === lineFeed && /(^|\n)\r?\n$/.test(mbox.toString('latin1', Math.max(0, at - 3), at));
