import { createHmac } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { composeRaw } from '../../../src/adapters/email/send/compose-raw.ts';
import { UnsafeHeader } from '../../../src/adapters/email/send/unsafe-header.ts';
import type { Templates } from '../../../src/adapters/templates/load-templates.ts';
import { sampleNames, samples } from '../../../src/adapters/templates/samples/samples.ts';
import { type Correspondence, composeMail } from '../../../src/domain/answer/compose-mail.ts';
import { messageId, outboxId, ticketNo } from '../../../src/domain/ids.ts';
import type { Mail } from '../../../src/domain/mail.ts';
import type { ReadyRow } from '../../../src/domain/outbox.ts';
import type { Signer } from '../../../src/domain/ports.ts';
import { desk, now } from '../../domain/parts.ts';
import { parseRaw } from '../mime/parse.ts';
import { languages, shippedTemplates } from '../templates/support.ts';
import { blobsOf } from './an-outbound-mail.ts';
import { meant } from './meant.ts';

let shipped: Templates;
beforeAll(async () => {
  shipped = await shippedTemplates();
});

const signer: Signer = { currentKey: 1, mac: (key, data) => createHmac('sha256', `key ${key}`).update(data).digest() };
const house: Correspondence = { desk, envelope: 'verp', signer, principal: { kind: 'contact', id: 7 }, now };
const replyTo = 'support+reply@acme.example';

const aRow = (template: string, language: string, given: Partial<ReadyRow> = {}): ReadyRow => ({
  ...{ id: outboxId(7), ticket: ticketNo(1042), template, language, party: 'contact', fromName: 'María López' },
  ...{ to: { name: 'Jürgen Groß', address: 'j.gross@globex.example' }, subject: null, data: {}, attachments: [] },
  ...{ messageId: messageId('<7.abc@acme.example>'), inReplyTo: messageId('<1@globex.example>') },
  ...{ references: [messageId('<0@globex.example>'), messageId('<1@globex.example>')], automatic: 'auto-generated' },
  ...{ state: 'sending', attempts: 1, next: null, error: null, created: now, journey: null },
  ...given,
});

type Sent = { raw: string; rendered: ReturnType<Templates['render']>; read: Mail };

/** A mail as it leaves, and as our own reader takes it. */
async function sent(row: ReadyRow, data: object): Promise<Sent> {
  const filled = { ...row, data: Object.fromEntries(Object.entries(data)) };
  const rendered = shipped.render(row.template, row.language, filled.data);
  const { content } = composeRaw(composeMail(filled, rendered, replyTo, house), blobsOf({}));
  const bytes = Buffer.isBuffer(content) ? content : await buffer(content);
  const parsed = await parseRaw(bytes);
  if (parsed.kind !== 'mail') throw new Error(parsed.why);
  return { raw: bytes.toString('latin1'), rendered, read: parsed.mail };
}

/** What must hold of every mail of ours, whatever it says. */
function expectOurs({ raw, rendered, read }: Sent): void {
  expect(raw).not.toMatch(/\r(?!\n)|(?<!\r)\n|\0/);
  expect(Math.max(...raw.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998);
  const head = raw.split('\r\n\r\n', 1)[0] ?? '';
  for (const line of head.split('\r\n'))
    expect([line, line.length <= 78 || !/^\s?\S+:?\s\S+\s/.test(line)]).toEqual([line, true]);
  const names = head.split(/\r\n(?![ \t])/).map((line) => line.slice(0, line.indexOf(':')).toLowerCase());
  expect(names.filter((name) => !ofProbe.has(name)).toSorted()).toEqual(fields);
  const subject = rendered.subject.replace(/\s+/g, ' ').trim();
  expect(read).toMatchObject({ subject, to: [{ name: 'Jürgen Groß', address: 'j.gross@globex.example' }], cc: [] });
  expect(read.from).toEqual({ name: `María López (${desk.name})`, address: desk.address });
  expect(read.replyTo).toEqual([{ name: '', address: replyTo }]);
  expect([read.messageId, read.inReplyTo, read.references]).toEqual([
    '<7.abc@acme.example>',
    '<1@globex.example>',
    ['<0@globex.example>', '<1@globex.example>'],
  ]);
  expect(read.date).toBe(now - (now % 1000));
  expect(read.text).toBe(meant(rendered.text).trimEnd());
  expect(read.html).toBe(rendered.html.replace(/\r\n?/g, '\n'));
}

/** A test of our own borders bears lines that a forger would write. */
const ofProbe = new Set(['authentication-results', 'x-maildesk-probe']);
const fields = ['auto-submitted', 'content-type', 'date', 'from', 'in-reply-to', 'message-id', 'mime-version', 'references']
  .concat(['reply-to', 'subject', 'to', 'x-auto-response-suppress', 'x-maildesk-loop'])
  .toSorted();

test.each(languages)('5322-1: every mail in %s reads back as what it was meant to be', async (language) => {
  for (const name of sampleNames) for (const sample of samples[name]) expectOurs(await sent(aRow(name, language), sample));
});

const smuggled = fc.constantFrom(
  ...[
    '\r\nBcc: eve@evil.example',
    '\nTo: eve@evil.example',
    '\r\n\r\nbody',
    '\0',
    '\r\n.\r\nMAIL FROM:<eve@evil.example>',
    '\u2028x',
  ],
  ...[
    '=?utf-8?Q?=0D=0ABcc:_eve@evil.example?=',
    'x'.repeat(1_200),
    '漢'.repeat(400),
    '"><script>',
    '\u202e',
    '--=_',
    '\r.\r',
    'ä',
  ],
);

/** Every text of a sample, with something smuggled in. */
function tampered(value: unknown, evil: string, key = ''): unknown {
  if (typeof value === 'string') return value === '' || kept.has(key) ? value : `${value}${evil}`;
  if (Array.isArray(value)) return value.map((item) => tampered(item, evil, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, tampered(inner, evil, name)]));
}
/** Words that choose between sentences, and links that we make ourselves. */
const kept = new Set(
  [
    'whoseTurn',
    'plainReplyDoes',
    'reason',
    'direction',
    'what',
    'href',
    'state',
    'asks',
    'task',
    'refusedBy',
    'label',
    'event',
    'kind',
  ].concat(['gaps', 'says', 'fallback', 'text', 'language']),
);

test('A10, A11: whatever stands in any field of any mail, it adds no field, no recipient and no command', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...sampleNames), fc.constantFrom(...languages), smuggled, async (name, language, evil) => {
      for (const sample of samples[name]) {
        const mail = await sent(aRow(name, language), Object(tampered(sample, evil)));
        expectOurs(mail);
        expect(mail.raw.split('\r\n\r\n', 1)[0]).not.toMatch(/^(?:bcc|cc):/im);
      }
    }),
    { numRuns: 120 },
  );
}, 120_000);

const places: [string, (evil: string) => Partial<ReadyRow>][] = [
  ['the reader’s name', (evil) => ({ to: { name: `J${evil}`, address: 'j.gross@globex.example' } })],
  ['the reader’s address', (evil) => ({ to: { name: '', address: `j.gross@globex.example${evil}` } })],
  ['the name it speaks for', (evil) => ({ fromName: `M${evil}` })],
  ['its own id', (evil) => ({ messageId: messageId(`<7.abc@acme.example${evil}>`) })],
  ['the id it answers', (evil) => ({ inReplyTo: messageId(`<1@globex.example${evil}>`) })],
  ['the ids before', (evil) => ({ references: [messageId(`<0@globex.example${evil}>`)] })],
  ['how it ends', (evil) => ({ digest: { command: `digest off${evil}`, oneClick: `https://acme.example/x${evil}` } })],
];

test.each(places)('A10: a line break in %s throws, or does nothing', async (_what, given) => {
  for (const evil of ['\r\nBcc: eve@evil.example', '\nBcc: eve@evil.example', '\rBcc: eve@evil.example', '\0']) {
    const row = aRow('reply', 'en', given(evil));
    await expect(sent(row, samples.reply[0])).rejects.toThrow(UnsafeHeader);
  }
});

test('3834-3, xars-1: what the desk says by itself says so; a person’s words suppress no answer', async () => {
  const head = async (automatic: ReadyRow['automatic']) =>
    (await sent(aRow('reply', 'en', { automatic }), samples.reply[0])).raw.split('\r\n\r\n', 1)[0];
  expect(await head('auto-replied')).toMatch(/^Auto-Submitted: auto-replied\r\nX-Auto-Response-Suppress: All\r$/m);
  expect(await head(null)).not.toMatch(/Auto-Submitted|X-Auto-Response-Suppress|Precedence/i);
});

test('8058-1: a digest says how it ends, a mail on a ticket never does', async () => {
  const head = async (given: Partial<ReadyRow>) =>
    (await sent(aRow('reply', 'en', given), samples.reply[0])).raw.split('\r\n\r\n', 1)[0]?.replaceAll('\r\n ', ' ');
  expect(await head({})).not.toMatch(/^List-/im);
  const byMail = '<mailto:support\\+reply@acme\\.example\\?subject=%5Bdigest%20off%5D>';
  expect(await head({ digest: { command: 'digest off', oneClick: null } })).toMatch(
    new RegExp(`^List-Unsubscribe: ${byMail}\\r?$`, 'm'),
  );
  const both = await head({ digest: { command: 'digest off', oneClick: 'https://desk.acme.example/off/1' } });
  expect(both).toMatch(new RegExp(`^List-Unsubscribe: <https://desk\\.acme\\.example/off/1>, ${byMail}\\r?$`, 'm'));
  expect(both).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r?$/m);
});
