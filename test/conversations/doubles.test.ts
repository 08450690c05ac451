import { expect, test } from 'vitest';
import { ticketNo } from '../../src/domain/ids.ts';
import { until } from '../support/until.ts';
import { helpdesk } from '../support/world.ts';
import { writeMail } from '../support/write-mail.ts';

const at = Date.parse('2026-03-02T08:00:00Z');
const base = {
  from: 'Jane Roe <jane@globex.example>',
  to: 'support@acme.example',
  subject: 'Printer on fire',
  text: 'Tray 2 smokes.',
  date: at,
};

const counted = (world: Awaited<ReturnType<typeof helpdesk>>, wanted: object) =>
  until(async () => expect(await world.desk.ledger()).toMatchObject(wanted) ?? true, { what: JSON.stringify(wanted) });

test.each([
  [
    'over another way',
    (raw: string) => `Received: from x by y; Mon, 2 Mar 2026 09:00:00 +0000\r\nDelivered-To: support@acme.example\r\n${raw}`,
  ],
  ['with other line ends at its end', (raw: string) => `${raw}\r\n\r\n`],
  ['with a list’s footer', (raw: string) => `${raw}\r\n_______\r\nThis mail came over our list. INTERNAL-LIST\r\n`],
])('F-36: the same mail twice, %s, is one ticket and one acknowledgement', async (_, changed) => {
  await using world = await helpdesk();
  const raw = writeMail({ ...base, messageId: '<twice@globex.example>' });
  await world.jane.sendsRaw(raw);
  await world.jane.receives('[HD-1001]');
  await world.jane.sendsRaw(changed(raw));
  await counted(world, { created: 1, duplicate: 1 });
  await world.desk.settles();
  world.jane.hasNothingUnread();
  expect(await world.desk.messages(1001)).toHaveLength(1);
});

test('F-37: one mail to two mailboxes is one ticket; the second one’s team hears of it too, once', async () => {
  const people = `people:
  - { handle: maria, name: Maria Lopez, addresses: [maria@acme.example], roles: [associate, admin], teams: [web], language: en }
  - { handle: ravi, name: Ravi Kumar, addresses: [ravi@acme.example], roles: [associate], teams: [sales], language: en }
`;
  await using world = await helpdesk({
    files: { 'people.yaml': people },
    mailboxes: (port) =>
      `  - name: sales\n    imap: { host: 127.0.0.1, port: ${port}, secure: false, user: sales, password: secret }\n    team: sales`,
  });
  const { dovecot, desk, maria, ravi, jane } = world;
  await until(() => desk.log.filter((line) => line.includes('first connection')).length >= 2, { what: 'both mailboxes' });
  const raw = writeMail({ ...base, to: 'support@acme.example, sales@acme.example', messageId: '<both@globex.example>' });
  await dovecot.deliver('support', raw);
  await maria.receives('[HD-1001]', /Tray 2/);
  await dovecot.deliver('sales', raw);
  await ravi.receives('[HD-1001]', /Tray 2/);
  await dovecot.deliver('sales', `Received: again by y; Mon, 2 Mar 2026 09:00:00 +0000\r\n${raw}`);
  await counted(world, { created: 1, duplicate: 2 });
  await desk.settles();
  maria.hasNothingUnread();
  ravi.hasNothingUnread();
  expect(jane.inbox()).toHaveLength(1);
});

test.each([
  ['missing', (raw: string) => raw.replace(/^Message-ID:.*\r\n/m, '')],
  ['empty', (raw: string) => raw.replace(/^Message-ID:.*$/m, 'Message-ID: <>')],
  ['of 5 kB', (raw: string) => raw.replace(/^Message-ID:.*$/m, `Message-ID: <${'x'.repeat(5000)}@globex.example>`)],
  ['not ASCII', (raw: string) => raw.replace(/^Message-ID:.*$/m, 'Message-ID: <müll@globex.example>')],
])('F-38: a Message-ID that is %s: taken, acknowledged and answered', async (_, changed) => {
  await using world = await helpdesk();
  const { jane, maria, desk } = world;
  await jane.sendsRaw(changed(writeMail({ ...base, messageId: '<x@globex.example>' })));
  await jane.receives('[HD-1001]');
  await maria.receives('[HD-1001]');
  await maria.replies('We come at noon.');
  await desk.settles();
  desk.passes('4m');
  await jane.receives('[HD-1001]', /at noon/);
  await desk.settles();
});

test('F-39: a known Message-ID with another text is another mail: not dropped, not appended, flagged', async () => {
  await using world = await helpdesk();
  const { jane, maria, stranger, desk } = world;
  await jane.sendsRaw(writeMail({ ...base, messageId: '<known@globex.example>' }));
  await jane.receives('[HD-1001]');
  await maria.receives('[HD-1001]');
  await stranger.writes('Something else', 'A forgery.', { messageId: '<known@globex.example>' });
  await maria.receives('[HD-1002]', /A forgery/);
  await jane.sendsRaw(writeMail({ ...base, text: 'Quite another text.', messageId: '<known@globex.example>' }));
  await maria.receives('[HD-1003]', /Quite another text/);
  await desk.settles();
  expect(await desk.messages(1001)).toHaveLength(1);
  const journal = await desk.house.store.read((reading) => reading.journal(ticketNo(1003)));
  expect(journal.map(({ event }) => event)).toContain('id-collision');
});

test('A26: two short mails with the same subject and minute are two mails', async () => {
  await using world = await helpdesk();
  const { jane, desk } = world;
  await jane.sendsRaw(writeMail({ ...base, messageId: '<one@globex.example>' }));
  await jane.sendsRaw(writeMail({ ...base, messageId: '<two@globex.example>' }));
  await desk.settles();
  expect(await desk.ledger()).toMatchObject({ created: 2, duplicate: 0 });
});

test('F-13, 9051-1: the server numbers all mails anew: no ticket, no mail', async () => {
  await using world = await helpdesk();
  const { jane, dovecot, desk, sink } = world;
  await jane.writes('Printer on fire', 'Tray 2 smokes.');
  await jane.receives('[HD-1001]');
  await desk.settles();
  const sent = sink.mails.length;
  const [raw] = await dovecot.mailsIn('support', 'Processed');
  await dovecot.resetUidValidity('support');
  await dovecot.deliver('support', raw?.raw ?? '');
  desk.passes('10m');
  await counted(world, { created: 1, duplicate: 1 });
  await desk.settles();
  expect(sink.mails).toHaveLength(sent);
});
