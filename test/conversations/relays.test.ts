import { expect, test } from 'vitest';
import { ticketNo } from '../../src/domain/ids.ts';
import { helpdesk } from '../support/world.ts';

test('ms-5: a relay replaced our Message-ID: a reply to the signed address teaches it, for those who take part', async () => {
  await using world = await helpdesk();
  const { jane, stranger, maria, desk } = world;
  await jane.writes('Printer on fire', 'Tray 2 smokes.');
  await jane.receives('[HD-1001]');
  await maria.receives('[HD-1001]');
  const replaced = '<0102.replaced@relay.example>';
  await jane.replies('It still smokes.', { inReplyTo: replaced, references: [replaced] });
  await maria.receives('[HD-1001]', /still smokes/);

  await jane.writes('Tray 3 too', 'Without number and address.', { inReplyTo: replaced, references: [replaced] });
  await maria.receives('[HD-1001]', /Without number/);
  await stranger.writes('Tray 3 too', 'I copied an id.', { inReplyTo: replaced, references: [replaced] });
  await stranger.receives('[HD-1002]');
  await desk.settles();
  expect(await desk.messages(1001)).toHaveLength(3);
});

test('a colleague’s answer that overtakes the mail it answers: both are one ticket’s', async () => {
  await using world = await helpdesk();
  const { jane, john, maria, desk } = world;
  await jane.writes('Printer on fire', 'Tray 2 smokes.', { cc: 'john@globex.example' });
  const heard = await jane.receives('[HD-1001]');
  await maria.receives('[HD-1001]');
  const late = '<late.1@globex.example>';
  const signed = heard.headers.get('reply-to') ?? '';
  await john.writes('Re: Smoke again', 'I saw it too.', { to: `jane@globex.example, ${signed}`, inReplyTo: late });
  await maria.receives('[HD-1001]', /saw it too/);
  await jane.writes('Smoke again', 'Now tray 3.', { messageId: late });
  await maria.receives('[HD-1001]', /tray 3/);
  await desk.settles();
  expect(await desk.ledger()).toMatchObject({ created: 1, appended: 2 });
});

test('headers and number are lost: what the mail quotes finds its ticket, for those who take part', async () => {
  await using world = await helpdesk();
  const { jane, stranger, maria, desk } = world;
  await jane.writes('Printer on fire', 'Tray 2 smokes.');
  const heard = await jane.receives('[HD-1001]');
  await maria.receives('[HD-1001]');
  const quoted = `\n\nOn Monday, Acme Support wrote:\n${heard.text.replace(/^/gm, '> ')}`;
  await jane.writes('Printer', `It smokes again.${quoted}`);
  await maria.receives('[HD-1001]', /smokes again/);
  await stranger.writes('Printer', `Mine too.${quoted}`);
  await stranger.receives('[HD-1002]');
  await desk.settles();
  const journal = await desk.house.store.read((at) => at.journal(ticketNo(1001)));
  expect(journal.find(({ event }) => event === 'replied')?.data).toMatchObject({ match: { by: 'body' } });
  expect(await desk.messages(1001)).toHaveLength(2);
});

test('ms-1: Thread-Index finds the ticket of a conversation, for those who take part', async () => {
  await using world = await helpdesk();
  const { jane, stranger, maria, desk } = world;
  const index = (more: number) => [`Thread-Index: ${Buffer.alloc(22 + more, 9).toString('base64')}`];
  await jane.writes('Printer on fire', 'Tray 2 smokes.', { headers: index(0) });
  await maria.receives('[HD-1001]');
  await jane.writes('RE: Printer on fire', 'Tray 3 too.', { headers: index(5) });
  await maria.receives('[HD-1001]', /Tray 3 too/);
  await stranger.writes('RE: Printer on fire', 'And mine.', { headers: index(10) });
  await stranger.receives('[HD-1002]');
  await desk.settles();
  expect(await desk.messages(1001)).toHaveLength(2);
});
