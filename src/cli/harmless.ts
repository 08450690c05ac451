/** Colours of ours, a line break and a tab may pass. */
const control = /(?!\n|\t)[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const colour = /(\p{Cc}\[\d+m)/u;

/** Takes out what would move a terminal's cursor or turn its writing around: subjects and names come from anybody. */
export function harmless(text: string): string {
  return text
    .split(colour)
    .map((part) => (colour.test(part) ? part : part.replace(control, '')))
    .join('');
}
