import type { InvitationLetter } from '../domain/calendar/invitation-letter.ts';
import { meetingIn } from '../domain/calendar/invitation-letter.ts';
import type { Attachment, MadeFile, OwnFile } from '../domain/mail.ts';
import type { OutboxRow, ReadyRow } from '../domain/outbox.ts';
import { type OfferLetter, offerLetter } from '../domain/quote/offer-letter.ts';
import type { Adapters } from './compose.ts';
import type { House } from './house.ts';
import { readyReport } from './reports/report-mail.ts';

type Parts = Pick<House, 'settings' | 'templates' | 'blobs'> & Pick<Adapters, 'documents'>;

/** Makes the letters and pictures of a row when it leaves; from then on the row names their bytes, so that each later attempt sends the same. */
export const readyFor =
  ({ documents }: Pick<Adapters, 'documents'>, { store, ...house }: Pick<House, 'settings' | 'templates' | 'blobs' | 'store'>) =>
  async (row: OutboxRow): Promise<ReadyRow> => {
    if (row.template === 'report') return readyReport({ documents }, { store, ...house }, row);
    if (!row.attachments.some((file) => 'makes' in file)) return { ...row, attachments: row.attachments.filter(isThere) };
    const { settings, templates, blobs } = house;
    const parts = { documents, settings, templates, blobs };
    const attachments = await Promise.all(row.attachments.map((file) => (isThere(file) ? file : made(parts, file))));
    await store.write((at) => at.keepFiles(row.id, attachments));
    return { ...row, attachments };
  };

const isThere = (file: OutboxRow['attachments'][number]): file is ReadyRow['attachments'][number] => !('makes' in file);

const made = (parts: Parts, file: MadeFile): Promise<Attachment | OwnFile> =>
  file.contentType === 'text/calendar' ? invitation(parts, file.filename, file.makes) : letter(parts, file.filename, file.makes);

async function letter(
  { documents, settings, templates, blobs }: Parts,
  filename: string,
  makes: OfferLetter,
): Promise<Attachment> {
  const document = offerLetter(makes, (key) => templates().word(makes.language, 'offer', key));
  const { pdf } = await documents.letter(document, settings().desk.brand);
  const [kept] = await blobs.attachments.keep([pdf]);
  if (kept === undefined) throw new Error('what was kept has no name');
  return { filename, contentType: 'application/pdf', ...kept, inline: false, cid: null };
}

/** Its type says what programs do with it (RFC 6047 §2.4). */
async function invitation({ documents, templates }: Parts, filename: string, makes: InvitationLetter): Promise<OwnFile> {
  const { says, at } = makes;
  const meeting = meetingIn(makes, (key) => templates().word(makes.language, 'meeting', key));
  const text = await documents.invitation(meeting, says, at);
  return { filename, contentType: `text/calendar; method=${says.toUpperCase()}`, text };
}
