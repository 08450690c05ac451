import { messageId, sha256 } from '../../src/domain/ids.ts';
import type { Mail } from '../../src/domain/mail.ts';

/** A person's mail; header fields as `Name: value` lines. */
export function mailWith(fields = '', over: Partial<Mail> = {}): Mail {
  const headers = fields
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const colon = line.indexOf(':');
      return { name: line.slice(0, colon).toLowerCase(), value: line.slice(colon + 1).trim() };
    });
  return {
    sha256: sha256('0'.repeat(64)),
    size: 0,
    headers,
    from: { name: 'Jane Doe', address: 'jane@globex.example' },
    replyTo: [],
    to: [{ name: '', address: 'support@acme.example' }],
    cc: [],
    subject: headers.find(({ name }) => name === 'subject')?.value ?? 'Printer',
    date: 0,
    messageId: messageId('<1@globex.example>'),
    inReplyTo: null,
    references: [],
    text: 'Hello',
    visibleText: 'Hello',
    language: 'en',
    attachments: [],
    embedded: [],
    calendar: null,
    sealed: null,
    twoFaced: false,
    report: null,
    contentHash: sha256('0'.repeat(64)),
    ...over,
  };
}
