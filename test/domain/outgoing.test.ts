import { expect, test } from 'vitest';
import { noWords } from '../../src/domain/answer/flow/no-words.ts';
import { threadData, toAssociate, toContact } from '../../src/domain/answer/outgoing.ts';
import { ticketNo } from '../../src/domain/ids.ts';
import { someFacts } from './facts.ts';
import { aPerson, aTicket } from './parts.ts';

const data = { deskName: 'Acme', tag: 'HD-1001', called: false, ...noWords };
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

test('all mails to us on one ticket cite the same first, whatever they answer; a customer’s do not', () => {
  const [one, other] = [aTicket(), aTicket({ number: ticketNo(1002) })];
  const facts = someFacts();
  const first = (ticket: typeof one) => {
    const letter = {
      ticket,
      template: 'reopened',
      data: { ...threadData(facts, ticket), putBack: false },
      automatic: null,
    } as const;
    const [effect] = toAssociate(facts, aPerson('ravi'), letter);
    const [toJane] = toContact(facts, { ...letter, to: { name: '', address: 'jane@globex.example' } });
    if (effect?.act !== 'queue-mail' || toJane?.act !== 'queue-mail') throw new Error('no mail was queued');
    expect(toJane.mail.references).toEqual([]);
    expect(effect.mail.inReplyTo).toBe(effect.mail.references[0]);
    return effect.mail.references[0];
  };
  expect(first(one)).toBe('<thread.hd-1001@acme.example>');
  expect(first(one)).toBe(first(one));
  expect(first(other)).not.toBe(first(one));
});
