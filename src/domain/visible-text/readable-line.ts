/** Marks of writing direction, joiners, soft hyphens: they change no word, and hide where one begins. */
const unseen = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const blanks = /[\u00a0\u2000-\u200a\u202f\u205f\u3000\t]/g;
/** First digit of the scripts in which mail programs print dates: Arabic, Persian, Hindi, Bengali, Thai, full width. */
const zeros = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50, 0xff10];
const digits = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59\uff10-\uff19]/g;

const isPlain = /^[\x20-\x7e\u00a1-\u00ac\u00ae-\u012f\u0131-\u0600\u3001-\ud7ff]*$/;

/** A line as rules look at it: plain digits, blanks and I (no case fold knows `İ`), nothing unseen. Never shown. */
export function readableLine(line: string): string {
  if (isPlain.test(line)) return line;
  return line.replace(unseen, '').replace(blanks, ' ').replace(digits, plainDigit).replaceAll('İ', 'I');
}

function plainDigit(digit: string): string {
  const code = digit.charCodeAt(0);
  return String(code - (zeros.findLast((zero) => zero <= code) ?? code));
}
