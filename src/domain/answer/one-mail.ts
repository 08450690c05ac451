import type { OutboxRow } from '../outbox.ts';

/**
 * Several mails to one reader as the one that leaves: under the first one's name, id and thread, with the files of all. It is
 * a person's mail where any of them is.
 */
export function asOneMail(first: OutboxRow, others: readonly OutboxRow[]): OutboxRow {
  if (others.length === 0) return first;
  const all = [first, ...others];
  return {
    ...first,
    fromName: all.every(({ fromName }) => fromName === first.fromName) ? first.fromName : '',
    automatic: all.some(({ automatic }) => automatic === null) ? null : first.automatic,
    attachments: [...new Map(all.flatMap(({ attachments }) => attachments).map((file) => [nameOf(file), file])).values()],
  };
}

const nameOf = (file: OutboxRow['attachments'][number]): string =>
  'text' in file ? file.filename : `${file.sha256} ${file.cid ?? ''}`;

/** What persons say in it, as many of them as wrote. */
export const wordsIn = (rows: readonly Pick<OutboxRow, 'data'>[]): string =>
  rows
    .map(({ data: { body } }) => (typeof body === 'string' ? body : ''))
    .filter((body) => body !== '')
    .join('\n\n');
