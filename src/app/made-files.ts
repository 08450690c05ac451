import type { Attachment, MadeFile } from '../domain/mail.ts';
import type { OutboxRow, ReadyRow } from '../domain/outbox.ts';
import { offerLetter } from '../domain/quote/offer-letter.ts';
import type { Adapters } from './compose.ts';
import type { House } from './house.ts';

/** Makes the letters of a row when it leaves; from then on the row names their bytes, so that each later attempt sends the same. */
export const readyFor =
  (adapters: Pick<Adapters, 'documents'>, house: Pick<House, 'settings' | 'templates' | 'blobs' | 'store'>) =>
  async (row: OutboxRow): Promise<ReadyRow> => {
    if (!row.attachments.some((file) => 'makes' in file)) return { ...row, attachments: row.attachments.filter(isThere) };
    const attachments = await Promise.all(row.attachments.map((file) => (isThere(file) ? file : made(adapters, house, file))));
    await house.store.write((at) => at.keepFiles(row.id, attachments));
    return { ...row, attachments };
  };

const isThere = (file: OutboxRow['attachments'][number]): file is ReadyRow['attachments'][number] => !('makes' in file);

async function made(
  { documents }: Pick<Adapters, 'documents'>,
  { settings, templates, blobs }: Pick<House, 'settings' | 'templates' | 'blobs'>,
  { filename, contentType, makes }: MadeFile,
): Promise<Attachment> {
  const document = offerLetter(makes, (key) => templates().word(makes.language, 'offer', key));
  const { pdf } = await documents.letter(document, settings().desk.brand);
  const [kept] = await blobs.attachments.keep([pdf]);
  if (kept === undefined) throw new Error('what was kept has no name');
  return { filename, contentType, ...kept, inline: false, cid: null };
}
