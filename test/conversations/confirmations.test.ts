import { expect, test } from 'vitest';
import { later, withTicket } from '../support/first-ticket.ts';
import { helpdesk } from '../support/world.ts';

/** What the mail client opens when one of the links is tapped, sent as it is. */
function tapped(text: string, which: RegExp): { to: string; subject: string; body: string } {
  const [, href = ''] = which.exec(text) ?? [];
  const url = new URL(href);
  return {
    to: decodeURIComponent(url.pathname),
    subject: url.searchParams.get('subject') ?? '',
    body: url.searchParams.get('body') ?? '',
  };
}
const yes = /it is mine:\n(mailto:\S+)/;

test('E4: a mail that nothing proves waits; its sender confirms at the registered address, and it is carried out once', async () => {
  await using world = await helpdesk();
  const { maria, jane, desk } = world;
  const notice = await withTicket(world);
  await maria.replies('!take\nWe come at noon.', { proved: false, to: notice });
  const asked = await maria.receives('confirm', /take/);
  expect(asked.text).toContain('[HD-1001]');
  expect(asked.text).not.toContain('noon');
  await later(world);
  expect(await desk.ticket(1001)).toMatchObject({ assignee: null });
  expect(jane.inbox()).toHaveLength(1);
  const { to, subject, body } = tapped(asked.text, yes);
  await maria.writes(subject, body, { to, proved: false });
  await maria.receives('[HD-1001]', /nobody → maria/);
  await later(world);
  await jane.receives('[HD-1001]', /at noon/);
  expect(await desk.ticket(1001)).toMatchObject({ assignee: 'maria' });
  expect((await desk.messages(1001)).filter(({ status }) => status === 'held')).toEqual([]);
  await maria.writes(subject, body, { to, proved: false });
  await maria.receives('', /nothing waits for this answer any more/);
  await later(world);
  expect(jane.inbox()).toHaveLength(2);
});

test('C4: closing from another than the signed address is asked first; the signed address closes at once', async () => {
  await using world = await helpdesk();
  const { maria, jane, desk } = world;
  const notice = await withTicket(world);
  await maria.writes('Re: [HD-1001] Printer on fire [close]', 'It is mended.', { inReplyTo: notice.messageId });
  const asked = await maria.receives('confirm', /close/);
  expect(await desk.ticket(1001)).toMatchObject({ state: 'raised' });
  const { to, subject, body } = tapped(asked.text, yes);
  await maria.writes(subject, body, { to });
  await maria.receives('[HD-1001]', /raised → closed/);
  await later(world);
  await jane.receives('[HD-1001]', /mended/);
  expect(await desk.ticket(1001)).toMatchObject({ state: 'closed' });
  await maria.replies('!reopen', { to: notice });
  await maria.receives('[HD-1001]', /closed → raised/);
  await maria.replies('!close', { to: notice });
  await maria.receives('[HD-1001]', /raised → closed/);
  await later(world);
});

test('a forged mail: “not me” leaves it held and tells the admins; nobody else’s answer counts', async () => {
  await using world = await helpdesk();
  const { maria, ravi, stranger, desk } = world;
  const notice = await withTicket(world);
  await ravi.replies('!take', { proved: false, to: notice });
  const asked = await ravi.receives('Confírmalo', /take/);
  const mine = tapped(asked.text, /es mío:\n(mailto:\S+)/);
  await stranger.writes(mine.subject, mine.body, { to: mine.to });
  await maria.writes(mine.subject, mine.body, { to: mine.to });
  await later(world);
  expect(await desk.ticket(1001)).toMatchObject({ assignee: null });
  const { to, subject, body } = tapped(asked.text, /no es mío:\n(mailto:\S+)/);
  await ravi.writes(subject, body, { to, proved: false });
  await maria.receives('', /in their name is not theirs/);
  await later(world);
  expect(await desk.ticket(1001)).toMatchObject({ assignee: null });
});

test('one question is open per person: what comes meanwhile is asked after the answer, and a question ends after a day', async () => {
  await using world = await helpdesk();
  const { maria, desk } = world;
  const notice = await withTicket(world);
  await maria.replies('!take', { proved: false, to: notice });
  const first = await maria.receives('confirm', /take/);
  await maria.replies('!close', { proved: false, to: notice });
  await desk.settles();
  maria.hasNothingUnread();
  const one = tapped(first.text, yes);
  await maria.writes(one.subject, one.body, { to: one.to, proved: false });
  const second = await maria.receives('confirm', /close/);
  await maria.receives('[HD-1001]', /nobody → maria/);
  desk.passes('49h');
  const two = tapped(second.text, yes);
  await maria.writes(two.subject, two.body, { to: two.to, proved: false });
  await later(world);
  expect(await desk.ticket(1001)).toMatchObject({ state: 'raised', assignee: 'maria' });
});

test('an answer by the mail program’s own button counts for nothing, opens nothing, and the question comes once more', async () => {
  await using world = await helpdesk();
  const { maria, desk } = world;
  const notice = await withTicket(world);
  await maria.replies('!take', {
    proved: false,
    to: notice,
    headers: ['Received: from http://evil.example/x by y; Mon, 2 Mar 2026'],
  });
  const first = await maria.receives('confirm', /take/);
  expect(first.text).not.toContain('evil.example');
  for (const proved of [true, false]) {
    await maria.replies('confirm', { to: first, proved });
    const again = await maria.receives('confirm', /take/);
    expect(tapped(again.text, yes).to).toContain('support+');
  }
  expect(await desk.ticket(1001)).toMatchObject({ assignee: null });
  expect(await desk.ledger()).toMatchObject({ created: 1 });
  const last = maria.inbox().at(-1);
  const one = tapped(last?.text ?? '', yes);
  await maria.writes(one.subject, one.body, { to: one.to, proved: false });
  await maria.receives('[HD-1001]', /nobody → maria/);
  await maria.replies('confirm', { to: first });
  await maria.receives('', /nothing waits for this answer any more/);
  await later(world);
});

test('where the configuration says so, closing needs no signed address', async () => {
  await using world = await helpdesk({ more: '  rules:\n    C4: { needs: E2, else: hold }' });
  const { maria, desk } = world;
  const notice = await withTicket(world);
  await maria.writes('Re: [HD-1001] Printer on fire [close]', '', { inReplyTo: notice.messageId });
  await maria.receives('[HD-1001]', /raised → closed/);
  await later(world);
  expect(await desk.ticket(1001)).toMatchObject({ state: 'closed' });
});
