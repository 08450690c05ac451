import { expect, test } from 'vitest';
import { later, withTicket } from '../support/first-ticket.ts';
import { helpdesk } from '../support/world.ts';

test('an answer and, two minutes later, a close: Jane gets one mail that says both', async () => {
  await using world = await helpdesk();
  const { jane, maria, desk } = world;
  const notice = await withTicket(world);

  await maria.replies('We changed the fuse of tray 2.', { to: notice });
  await desk.settles();
  desk.passes('2m');
  await maria.replies('Closed for now, then.', { to: notice, subject: `Re: ${notice.subject} [close]` });
  await desk.settles();
  desk.passes('2m');
  await desk.settles();
  jane.hasNothingUnread(); // the first waits for the second

  await later(world);
  const mail = await jane.receives('[HD-1001]', /changed the fuse[\s\S]*Closed for now/);
  expect(mail.text).toMatch(/We have closed|is closed/);
  expect(mail.headers.get('auto-submitted')).toBeUndefined();
  jane.hasNothingUnread();

  const rows = await desk.house.store.read((at) => at.outbox({}));
  const told = rows.filter(({ to, template }) => to.address === jane.address && template !== 'acknowledge');
  expect(told.map(({ template, state }) => [template, state])).toEqual([
    ['reply', 'sent'],
    ['closed', 'folded'],
  ]);
  await jane.replies('It smokes again.', { to: mail });
  await jane.receives('[HD-1001]', /open again/i);
  expect(await desk.ticket(1001)).toMatchObject({ state: 'raised' });
});

test('two answers within the delay: the first taken back, the second leaves alone', async () => {
  await using world = await helpdesk();
  const { jane, maria, ravi, desk } = world;
  const notice = await withTicket(world);

  await maria.replies('Please send a photo.', { to: notice });
  await desk.settles();
  desk.passes('1m');
  await ravi.replies('[reply!]\nI shall come by at noon.', {
    to: ravi.inbox().find(({ subject }) => subject.includes('HD-1001')),
    subject: `Re: ${notice.subject} [reply!]`,
  });
  await desk.settles();
  await maria.replies('', { to: notice, subject: `Re: ${notice.subject} [undo]` });
  await later(world);
  const mail = await jane.receives('[HD-1001]', /come by at noon/);
  expect(mail.text).not.toMatch(/photo/);
  jane.hasNothingUnread();
});

test('who took part in one answer only gets that one', async () => {
  await using world = await helpdesk();
  const { jane, john, maria, desk } = world;
  const notice = await withTicket(world);

  await maria.replies('Please send a photo.', { to: notice });
  await desk.settles();
  desk.passes('1m');
  await maria.replies('And its number.', { to: notice, subject: `Re: ${notice.subject} [cc john@globex.example]` });
  await later(world);
  await jane.receives('[HD-1001]', /photo[\s\S]*number/);
  const mail = await john.receives('[HD-1001]', /number/);
  expect(mail.text).not.toMatch(/photo/);
});
