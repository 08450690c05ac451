/**
 * Text as it can be set: composed letters, no controls, no marks that turn its direction (they make a text look like another),
 * tabs as spaces. Line ends stay.
 */
export const cleanText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(unseen, '');

/** Controls, soft hyphens, directions, byte order marks. Joiners and variation selectors stay: they belong to their letter. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: those are what must go
const unseen = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
