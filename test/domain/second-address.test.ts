import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AddressClaim, claimOfNumber, numberOfClaim } from '../../src/domain/address-claim.ts';
import { decideMail } from '../../src/domain/decide/decide-mail.ts';
import { claimId, ticketNo } from '../../src/domain/ids.ts';
import { someFacts } from './facts.ts';
import { aMail, aPerson } from './parts.ts';

const maria = aPerson('maria', { roles: ['associate', 'admin'] });
const claim: AddressClaim = {
  ...{ id: claimId(7), handle: 'maria', address: 'home@else.example', expires: Number.POSITIVE_INFINITY },
  ...{ said: { associate: 1, address: null }, state: 'open' },
};

function answer(text: string, address = claim.address) {
  const settings = { ...someFacts().settings, people: [maria] };
  const mail = aMail({ from: { name: '', address }, text, visibleText: text });
  return decideMail(someFacts({ mail, settings, claiming: { kind: 'answer', claim: { ...claim, address }, by: 'address' } }));
}

const told = (decision: ReturnType<typeof answer>) =>
  decision.effects.flatMap((effect) => (effect.act === 'queue-mail' ? [effect.mail] : []));

test('numbers of claims are no tickets and no other questions, and fit a token', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 ** 28 - 1 }), (id) => {
      const number = numberOfClaim(claimId(id));
      expect(number).toBeLessThan(2 ** 32);
      expect(claimOfNumber(number)).toBe(id);
    }),
  );
  for (const number of [0, 1001, 2 ** 31, Math.floor(Date.UTC(2096, 0) / 1000)])
    expect(claimOfNumber(ticketNo(number))).toBeNull();
});

test.each([
  ['confirm', 'confirmed'],
  ['Confirmo.\n\nthanks', 'confirmed'],
  ['not me', 'refused'],
  ['No soy yo!', 'refused'],
])('“%s” is an answer', (text, state) => {
  const decision = answer(text);
  expect(decision).toMatchObject({ outcome: 'commanded', effects: [{ act: 'answer-address', by: 'address', state }, {}, {}] });
  expect(told(decision)).toMatchObject([{ template: 'second-address', to: { address: maria.addresses[0] } }]);
});

test.each(['', 'confirm?', 'I confirm', 'Hello\nconfirm', 'yes confirm'])('“%s” is none, and a person reads it', (text) => {
  const decision = answer(text);
  expect(decision.outcome).toBe('held');
  expect(told(decision).map(({ template }) => template)).toEqual(['notify-held']);
});

test('the line for people.yaml stays one list of addresses, whatever stands in the new one', () => {
  const [mail] = told(answer('confirm', '#a, b: ]@else.example'));
  expect(mail?.data).toMatchObject({ line: `addresses: [${maria.addresses[0]}, "#a, b: ]@else.example"]` });
});

test('journal rows name no address', () => {
  const rows = answer('confirm').effects.flatMap((effect) => (effect.act === 'journal' ? [effect.data] : []));
  expect(JSON.stringify(rows)).not.toContain('@');
});
