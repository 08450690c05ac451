/**
 * The text of text/enriched and of its forerunner text/richtext, without their marks.
 *
 * @see RFC 1896, RFC 1341 §7.1.3
 */
export function enrichedToText(text: string, isRichtext: boolean): string {
  const lines = isRichtext
    ? text.replace(/\s+/g, ' ').replace(/<(?:nl|np|paragraph)>\s?/gi, '\n')
    : text.replace(/\n+/g, unfolded);
  return lines
    .replace(/<(param|comment)>[^<]*<\/\1>/gi, '')
    .replace(/<lt>/gi, '<<')
    .replace(/<<|<\/?[a-z][\w.-]{0,60}>/gi, (mark) => (mark === '<<' ? '<' : ''));
}

/** One line end is a blank, of more than one the first is. */
const unfolded = (ends: string): string => (ends.length === 1 ? ' ' : ends.slice(1));
