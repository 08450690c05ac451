import type { Sha256 } from '../ids.ts';
import type { ReadyRow } from '../outbox.ts';

/** What one row says, for the template that says it. */
export type Said = { template: string; data: Readonly<Record<string, unknown>> };

/** What leaves: the mail, what it says part by part, and the names of files that its reader has had on this ticket before. */
export type OneMail = { row: ReadyRow; said: readonly [Said, ...Said[]] };

/**
 * Several mails to one reader as the one that leaves: under the first one's name, id and thread, with the files of all, each
 * once and none that came before. It is a person's mail where any of them is; what it answers stands below the last.
 */
export function asOneMail(first: ReadyRow, others: readonly ReadyRow[], before: ReadonlySet<Sha256>): OneMail {
  const all = [first, ...others];
  const files = [...new Map(all.flatMap(({ attachments }) => attachments).map((file) => [keyOf(file), file])).values()];
  const isKnown = (file: File): boolean => 'sha256' in file && !file.inline && before.has(file.sha256);
  const row: ReadyRow = {
    ...first,
    fromName: all.every(({ fromName }) => fromName === first.fromName) ? first.fromName : '',
    automatic: all.some(({ automatic }) => automatic === null) ? null : first.automatic,
    attachments: files.filter((file) => !isKnown(file)),
  };
  const sentBefore = files.filter(isKnown).map(({ filename }) => filename);
  const said = (one: ReadyRow): Said => ({
    template: one.template,
    data: {
      ...one.data,
      ...(one === all.at(-1) ? { sentBefore } : { sentBefore: [] }),
      ...('quoted' in one.data && one !== all.at(-1) ? { quoted: null } : {}),
    },
  });
  return { row, said: [said(first), ...others.map(said)] };
}

type File = ReadyRow['attachments'][number];

const keyOf = (file: File): string => ('text' in file ? file.filename : `${file.sha256} ${file.inline ? file.cid : ''}`);

/** What persons say in it, as many of them as wrote. */
export const wordsIn = (rows: readonly Pick<ReadyRow, 'data'>[]): string =>
  rows
    .map(({ data: { body } }) => (typeof body === 'string' ? body : ''))
    .filter((body) => body !== '')
    .join('\n\n');
