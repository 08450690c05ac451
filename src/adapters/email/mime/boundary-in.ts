/** Bytes of a body in which its first part is expected to begin. */
export const LOOKED_AT = 16_384;
/** Lines that are considered. */
const MAX_LINES = 20;

/**
 * The boundary that divides a body: the one that its type names, unless the body's beginning shows another and not that.
 * A line of two dashes and more shows one where a part's fields come behind it, or where the body also closes by it.
 *
 * @returns '' where there is none
 */
export function boundaryIn(body: Uint8Array, named: string): string {
  const text = Buffer.from(body.buffer, body.byteOffset, Math.min(body.length, LOOKED_AT)).toString('utf8');
  if (named !== '' && text.includes(`--${named.trimEnd()}`)) return named;
  let lines = 0;
  for (const [, boundary = '', fields] of text.matchAll(delimiterLine)) {
    if (++lines > MAX_LINES) break;
    if (fields !== undefined || text.includes(`\n--${boundary}--`)) return boundary;
  }
  return named;
}

const delimiterLine = /^--(\S[^\r\n]{0,250})\r?\n(?:(content-[a-z-]{2,40}[ \t]*:)|\r?\n)/gim;
