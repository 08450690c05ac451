import type { Attachment } from '../mail.ts';

/** Bytes; a logo is smaller, a picture of a broken printer larger. */
const smallest = 20_000;
/** Mails of one sender with the same picture, the one at hand included. */
const often = 3;

/** Whether an attachment may be a logo or an icon of a signature at all. */
export const mayDecorate = ({ contentType, size, inline, cid }: Attachment): boolean =>
  contentType.startsWith('image/') && size < smallest && (inline || cid !== null);

/** Whether a picture that came with so many earlier mails of the same sender says nothing new. */
export const isDecoration = (earlier: number): boolean => earlier + 1 >= often;
