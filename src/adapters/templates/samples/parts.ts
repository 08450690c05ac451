import type { Action, CustomerMail, TemplateData, TemplateName } from '../../../domain/answer/template-data.ts';

/** What a template may be filled with, what most mails say first. */
export type Samples<Name extends TemplateName> = { readonly [One in Name]: readonly [TemplateData[One], ...TemplateData[One][]] };

export const deskName = 'Acme Support';

export const thread = {
  deskName,
  tag: 'HD-1042',
  title: 'Printer on fire',
  subject: 'Re: [HD-1042] Printer on fire',
};

/** A mail that belongs to no ticket. */
export const noThread = { deskName, tag: '', title: '', subject: '' };

export const longText = `Hello Jane,

thank you for the photo: that is the fuser, and it has to be changed. Please switch the printer off and pull its plug until we come.

Our engineer can be with you tomorrow between 10:00 and 12:00. The steps for the meantime are here: https://support.acme.example/printers/fuser?model=c-220 (two minutes to read).

Does that suit you?`;

/** An answer whose author formatted it. */
export const formattedWords = {
  body: 'Please do this first: open the lid.\n\nThen call me.',
  bodyHtml: '<p>Please do this <b>first</b>: open the lid.</p><p>Then call me.</p>',
};

/** The mail that an answer answers. */
export const quoted = {
  from: 'Jane Roe',
  at: '3 Nov 2026, 09:14',
  text: 'Our big printer on the second floor smells of smoke since this morning.\n\nCan somebody come today?',
};

const commandLink = (label: string, command: string): Action => ({
  label,
  href: `mailto:support%2Bhd1042.k7v3m2q9x4t8w6z5@acme.example?subject=Re%3A%20%5BHD-1042%5D%20Printer%20on%20fire%20%5B${encodeURIComponent(command)}%5D`,
  command,
});

export const actions: readonly Action[] = [
  commandLink('take', 'take'),
  commandLink('note', 'note'),
  commandLink('close', 'close'),
  commandLink('status', 'status'),
];

export const undo: Action = commandLink('undo', 'undo');

export const sendAnyway: Action = commandLink('send', 'send');

export const customerMail: CustomerMail = {
  senderName: 'Jane Roe',
  senderAddress: 'jane@globex.example',
  customerName: 'Globex',
  requesterAway: '',
  requesterFails: '',
  proved: true,
  evidence: 'dmarc',
  whoseTurn: 'you',
  plainReplyDoes: 'customer',
  text: `Hi,

our big printer on the second floor smells of smoke since this morning & the display says "Error <50.4>". I have attached a photo.

Can somebody come today? We have the board meeting tomorrow at 9.

Jane`,
  attachments: [
    { filename: 'printer-second-floor.jpg', size: 1_284_113, attached: true },
    { filename: 'film.mov', size: 48_000_000, attached: false },
  ],
  original: { mailbox: 'support', folder: 'Processed' },
  actions,
};

/** A requester who does not read what we write. */
export const unreached = { requesterAway: '16 Nov 2026', requesterFails: '5.1.1 user unknown' };

/** Of a ticket that waits for the reader. */
export const standing = { whoseTurn: 'you', plainReplyDoes: 'customer' } as const;
