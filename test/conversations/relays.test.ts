import { expect, test } from 'vitest';
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
