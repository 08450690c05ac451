import { expect, test } from 'vitest';
import { toContact } from '../../src/domain/answer/outgoing.ts';
import { someFacts } from './facts.ts';

const data = { deskName: 'Acme', tag: 'HD-1001', called: false };
const queued = (address: string, name = '') =>
  toContact(someFacts(), { ticket: null, template: 'acknowledge-short', data, to: { name, address }, automatic: 'auto-replied' });

test.each(['support@acme.example', 'SUPPORT@acme.example', 'support+abc@acme.example'])(
  'A27: nothing is queued to %s, an address of the desk',
  (address) => expect(queued(address)).toEqual([]),
);

test('A10: a name is cleaned of line ends and NUL where a mail is queued', () => {
  expect(queued('jane@globex.example', 'Jane\r\nBcc: x@evil.example\0')).toMatchObject([
    { act: 'queue-mail', mail: { to: { name: 'Jane Bcc: x@evil.example', address: 'jane@globex.example' } } },
  ]);
});
