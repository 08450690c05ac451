import { expect, test } from 'vitest';
import { issueToken } from '../../src/domain/authenticate/token.ts';
import { ticketNo } from '../../src/domain/ids.ts';
import { aSigner, day, now } from '../domain/parts.ts';
import { inspectPost } from './inspect-post.ts';
import { readMail } from './smtp-mail.ts';

const signer = aSigner();
const good = {
  From: 'Acme Support <support@acme.example>',
  To: 'jane@globex.example',
  Subject: '[HD-1] x',
  Date: 'Mon, 2 Mar 2026 09:00:00 +0000',
  'Message-ID': '<a@acme.example>',
  'MIME-Version': '1.0',
};

async function faults(
  headers: Readonly<Record<string, string>>,
  text: string,
  recipient = 'jane@globex.example',
  extra = '',
): Promise<string> {
  const raw = Buffer.from(
    [...Object.entries(headers).map(([name, value]) => `${name}: ${value}`), ...(extra === '' ? [] : [extra]), '', text, ''].join(
      '\r\n',
    ),
  );
  const mail = await readMail({ envelopeFrom: '', recipients: [recipient], raw, messageId: '<a@acme.example>', at: 0, user: '' });
  try {
    inspectPost([mail], signer);
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const signed = (kind: 'contact' | 'associate') =>
  `support+${issueToken(signer, { purpose: 'reply', ticket: ticketNo(1), principal: { kind, id: 1 }, expires: now + day })}@acme.example`;

test('a mail as it should be passes', async () => {
  expect(await faults({ ...good, 'Reply-To': signed('contact') }, 'Hello.')).toBe('');
});

test.each([
  ['an internal word', good, 'INTERNAL-NOTE', 'tells INTERNAL-NOTE'],
  ['an associate’s signed address', { ...good, 'Reply-To': signed('associate') }, 'Hello.', 'signed address of one of us'],
  ['one in a link', good, `mailto:${encodeURIComponent(signed('associate'))}`, 'signed address of one of us'],
  ['an automatic mail that provokes answers', { ...good, 'Auto-Submitted': 'auto-replied' }, 'Hello.', 'is marked'],
  ['a person’s words marked as automatic by half', { ...good, 'X-Auto-Response-Suppress': 'All' }, 'Hello.', 'suppresses'],
  ['8058-1: a mailing list’s header on ticket mail', { ...good, 'List-Unsubscribe': '<mailto:x@y.example>' }, 'Hello.', '8058-1'],
  ['a copy to others', { ...good, Cc: 'x@y.example' }, 'Hello.', 'names others'],
])('the inspection finds %s', async (_, headers, text, found) => {
  expect(await faults(headers, text)).toContain(found);
});

test('5322-1: the inspection finds a second From, and a customer’s address in a notification’s headers', async () => {
  expect(await faults(good, 'Hello.', 'jane@globex.example', 'From: x@y.example')).toContain('exactly one from');
  expect(
    await faults({ ...good, To: 'maria@acme.example', 'Reply-To': 'jane@globex.example' }, 'Hello.', 'maria@acme.example'),
  ).toContain('names jane@globex.example');
});
