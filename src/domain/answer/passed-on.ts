import type { Facts, TicketScene } from '../decide/facts.ts';
import type { Formatted } from '../formatted.ts';
import type { Attachment } from '../mail.ts';
import { mayDecorate } from './decoration.ts';

/**
 * Files of an associate's mail that go on with their words: attachments, and pictures that their formatted words show. Where
 * the words go as plain text a picture goes as a file, unless it looks like a logo or stood on the ticket before: then it
 * only came with what their program quoted.
 */
export function filesOfAnswer(
  { decoration }: Pick<Facts, 'decoration'>,
  { messages }: Pick<TicketScene, 'messages'>,
  files: readonly Attachment[],
  formatted: Formatted,
): Attachment[] {
  const known = new Set(messages.flatMap(({ attachments }) => attachments.map(({ sha256 }) => sha256)));
  const isShown = ({ cid }: Attachment): boolean => cid !== null && formatted.cids.includes(cid);
  return files
    .filter((file) => !decoration.has(file.sha256))
    .filter((file) => !file.inline || isShown(file) || (formatted.html === '' && !mayDecorate(file) && !known.has(file.sha256)))
    .map((file) => (file.inline && !isShown(file) ? { ...file, inline: false } : file));
}

/** A file that is named in a notification; `attached`: it came along. */
export type NamedFile = { filename: string; size: number; attached: boolean };

/** Files of a customer's mail for those who work on it: named all, sent along as long as they fit. */
export function filesForUs(files: readonly Attachment[], mostMb: number): { named: NamedFile[]; files: Attachment[] } {
  let room = mostMb * 1024 * 1024;
  const fits = files.map(({ size }) => {
    const isIn = size <= room;
    if (isIn) room -= size;
    return isIn;
  });
  return {
    named: files.map(({ filename, size }, at) => ({ filename, size, attached: fits[at] === true })),
    files: files.filter((_, at) => fits[at] === true).map((file) => ({ ...file, inline: false })),
  };
}
