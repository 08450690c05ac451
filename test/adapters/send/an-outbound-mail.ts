import { messageId } from '../../../src/domain/ids.ts';
import type { BlobStore } from '../../../src/domain/ports.ts';
import type { OutboundMail } from '../../../src/domain/sender.ts';

/** An acknowledgement as the outbox would hand it over. */
export const anOutboundMail = (given: Partial<OutboundMail> = {}): OutboundMail => ({
  envelope: { from: 'support@desk.example', to: 'asha@customer.example' },
  from: { name: 'Desk Support', address: 'support@desk.example' },
  to: { name: 'Asha Rao', address: 'asha@customer.example' },
  replyTo: 'support+t.abc@desk.example',
  subject: '[HD-1042] Printer jams',
  messageId: messageId('<1.abc@desk.example>'),
  inReplyTo: messageId('<first@customer.example>'),
  references: [messageId('<first@customer.example>')],
  date: Date.UTC(2026, 2, 2, 3, 30),
  headers: [
    { name: 'Auto-Submitted', value: 'auto-replied' },
    { name: 'X-Auto-Response-Suppress', value: 'All' },
  ],
  text: 'Hello Asha,\n\nwe have your request.\n',
  html: '<p>Hello Asha,</p><p>we have your request.</p>\n',
  pictures: [],
  attachments: [],
  ...given,
});

/** Blobs of one text each, by name. */
export const blobsOf = (contents: Readonly<Record<string, Uint8Array>>): BlobStore => ({
  keep: () => Promise.reject(new Error('nothing is kept here')),
  erase: () => Promise.reject(new Error('nothing is erased here')),
  async *open(name) {
    const content = contents[name];
    if (content === undefined) throw new Error(`no blob ${name}`);
    yield content;
  },
});
