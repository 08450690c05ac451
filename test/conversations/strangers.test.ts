import { expect, test } from 'vitest';
import { helpdesk } from '../support/world.ts';
import { writeMail } from '../support/write-mail.ts';

test('A15: a stranger hears shortly, without one word of theirs, and once a day', async () => {
  await using world = await helpdesk();
  const { stranger, desk } = world;

  const first = await stranger.writes('BUYPILLS now', 'BUYPILLS at https://BUYPILLS.example', { proved: false });
  const heard = await stranger.receives('[HD-1001] We have received your message');
  expect(heard.raw.toString()).not.toContain('BUYPILLS');
  expect(heard.headers.get('to')).toBe('sam@elsewhere.example');
  expect(heard.headers.get('auto-submitted')).toBe('auto-replied');
  expect(heard.headers.get('in-reply-to')).toBe(first);

  await stranger.writes('BUYPILLS again', 'Really.', { proved: false });
  await desk.settles();
  expect(await desk.ticket(1002)).toMatchObject({ state: 'raised' });
  stranger.hasNothingUnread();

  desk.passes('25h');
  await stranger.writes('A question', 'Is anybody there?', { proved: false });
  await stranger.receives('[HD-1003] We have received your message');
});

test('A15: a sender whose check failed gets a ticket and no answer', async () => {
  await using world = await helpdesk();
  const { stranger, maria, desk } = world;
  const failed = ['Authentication-Results: mx.acme.example; dmarc=fail header.from=elsewhere.example'];
  await stranger.writes('Hello', 'Am I who I say?', { proved: false, headers: failed });
  await maria.receives('[HD-1001] Hello');
  await desk.settles();
  stranger.hasNothingUnread();
});

test.each([
  ['known', 0],
  ['none', 0],
  ['all', 1],
] as const)('A15: acknowledge: %s answers a stranger %i times', async (acknowledge, times) => {
  await using world = await helpdesk({ desk: `  acknowledge: ${acknowledge}` });
  await world.stranger.writes('Hello', 'Am I known?', { proved: false });
  await world.maria.receives('[HD-1001] Hello');
  await world.desk.settles();
  expect(world.stranger.inbox()).toHaveLength(times);
});

test('a customer who writes Spanish is answered in Spanish, and so on that ticket for good', async () => {
  await using world = await helpdesk();
  const { stranger, maria, desk } = world;
  await stranger.writes(
    'La impresora no funciona',
    'Buenos días, la impresora de la oficina no funciona desde ayer por la mañana. ¿Pueden ustedes ayudarnos, por favor?',
  );
  const heard = await stranger.receives('[HD-1001] La impresora no funciona', /tenemos su mensaje/i);
  expect(heard.text).not.toMatch(/received/i);
  await maria.receives('[HD-1001]');
  await maria.replies('!close\nListo, ya está.');
  await maria.receives('[HD-1001]', /close/);
  desk.passes('3m');
  await stranger.receives('[HD-1001]', /Listo/);
  await stranger.replies('Otra vez no funciona.');
  await stranger.receives('[HD-1001]', /abiert/i);
});

test('A4: a stranger who quotes a number opens a ticket of their own, linked, and learns nothing of the other', async () => {
  await using world = await helpdesk();
  const { jane, stranger, maria, desk } = world;
  await jane.writes('Merger plans', 'SECRETPLAN: we buy Initech.');
  await jane.receives('[HD-1001]');
  await stranger.writes('Re: [HD-1001] Merger plans', 'What is the state of it?');
  const heard = await stranger.receives('[HD-1002]');
  expect(heard.raw.toString()).not.toMatch(/SECRETPLAN|jane@/);
  await maria.receives('[HD-1002]', /quotes HD-1001/);
  await desk.settles();
  expect(await desk.messages(1001)).toHaveLength(1);
  expect((await desk.participants(1001)).map(({ address }) => address)).toEqual(['jane@globex.example']);
});

test('A1: a stranger who copies a Message-ID of a ticket opens one of their own', async () => {
  await using world = await helpdesk();
  const { jane, stranger, desk } = world;
  const first = await jane.writes('Merger plans', 'SECRETPLAN');
  const seen = await jane.receives('[HD-1001]');
  await stranger.writes('Hello', 'Tell me.', { inReplyTo: seen.messageId, references: [first, seen.messageId] });
  await stranger.receives('[HD-1002]');
  await desk.settles();
  expect(await desk.messages(1001)).toHaveLength(1);
});

test('customers are found by a known address; by their domain only where it is proved', async () => {
  await using world = await helpdesk();
  const { john, desk } = world;
  await john.writes('Unproved', 'Hello.', { proved: false });
  await desk.settles();
  expect(await desk.ticket(1001)).toMatchObject({ customer: null, requester: 'john@globex.example' });
  await john.writes('Proved', 'Hello.');
  await desk.settles();
  expect(await desk.ticket(1002)).toMatchObject({ customer: 'globex' });
  await john.writes('Unproved again', 'Hello.', { proved: false });
  await desk.settles();
  expect(await desk.ticket(1003)).toMatchObject({ customer: 'globex' });
});

test('2142-1: mail to postmaster or abuse is for a person, in whatever letters and with whatever marks', async () => {
  await using world = await helpdesk();
  const { maria, jane, desk } = world;
  const mail = writeMail({
    from: 'Scanner <reports@elsewhere.example>',
    to: 'PostMaster@Acme.example',
    subject: 'Your server sends spam',
    text: 'See attached.',
    date: Date.now(),
    messageId: '<abuse.1@elsewhere.example>',
    proved: false,
    headers: ['X-Spam-Flag: YES'],
  });
  await jane.sendsRaw(mail);
  await maria.receives('', /See attached/);
  await desk.settles();
  expect(await desk.ledger()).toMatchObject({ created: 1, ignored: 0 });
});
