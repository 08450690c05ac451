import { expect, test } from 'vitest';
import { mailVerifier } from '../../src/adapters/email/verify/mail-verifier.ts';
import { adapters } from '../../src/app/compose.ts';
import { acmeZone, aKey, offlineDns, plainMail, type Signing, signed, type Zone } from '../adapters/verify/signed-mail.ts';
import { until } from '../support/until.ts';
import { helpdesk, type World } from '../support/world.ts';

/** Dovecot says by its own clock when a mail came, and signatures age by that. */
const today = Date.now();
const signedToday = (mail: string, signing: Signing = {}) => signed(mail, { signedAt: today, ...signing });

/** A desk that verifies by itself, asking DNS of this test. */
const verifying = (zone: Zone) =>
  helpdesk({
    opens: new Date(today).toISOString(),
    more: '  verify: true',
    adapters: { ...adapters, verify: mailVerifier(offlineDns(zone), 1_000) },
  });

/** Jane's ticket HD-1001, and the signed address that Maria was given. */
async function withTicket(world: World): Promise<string> {
  await world.jane.writes('Printer on fire', 'Tray 2 smokes.');
  const notified = await world.maria.receives('[HD-1001]');
  await world.desk.settles();
  return notified.headers.get('reply-to') ?? '';
}

let serial = 0;
const command = (to: string, other: Record<string, string> = {}, body = '!assign ravi\r\n') =>
  plainMail({ To: to, Subject: 'Re: [HD-1001] Printer on fire', 'Message-ID': `<v${++serial}@acme.example>`, ...other }, body);
/** What waits for DNS stays in the mailbox, and is tried each minute of the desk's clock. */
const minutesUntil = (world: World, holds: () => Promise<boolean>) =>
  until(
    async () => {
      world.desk.passes('1m');
      return holds();
    },
    { what: `it: ${holds}` },
  );
const assignee = async (world: World) => (await world.desk.ticket(1001)).assignee;

test('6376-1, E3: a mail that its own domain signed commands, with no border in front', async () => {
  await using world = await verifying(acmeZone());
  const marias = await withTicket(world);
  await world.maria.sendsRaw(await signedToday(command(marias)));
  await world.desk.settles();
  expect(await assignee(world)).toBe('ravi');
});

const whole: Signing = {};
test.each<[string, Signing, (mail: string) => string]>([
  [
    'A19: signed without its Subject, and another written in',
    { fields: 'From:To:Date:Message-ID' },
    (mail) => mail.replace('on fire', 'is cold'),
  ],
  ['A19: signed to a length, and a command added', { maxBodyLength: 5 }, (mail) => `${mail}!assign ravi\r\n`],
  ['A19: replayed after eight days', { signedAt: today - 8 * 86_400_000 }, (mail) => mail],
  ['A19: with a second To on top', whole, (mail) => `To: other@acme.example\r\n${mail}`],
  ['A19: changed after it was signed', whole, (mail) => mail.replace('ravi', 'maria')],
  ['6376-2: signed with a key of 512 bits', { key: aKey(512), selector: 'short' }, (mail) => mail],
  ['A20: signed by the house that sends for many', { domain: 'sender.example' }, (mail) => mail],
  ['A12: with two From fields', whole, (mail) => `From: Ravi <ravi@acme.example>\r\n${mail}`],
])('%s: nothing is applied, staff see it', async (_, signing, change) => {
  const short = { TXT: [[aKey(512).record]] };
  const sender = { TXT: [[aKey(2048).record]] };
  await using world = await verifying({
    ...acmeZone(),
    'short._domainkey.acme.example': short,
    's1._domainkey.sender.example': sender,
  });
  const marias = await withTicket(world);
  await world.stranger.sendsRaw(change(await signedToday(command(marias), signing)));
  await world.desk.settles();
  expect(await world.desk.ledger()).toMatchObject({ held: 1 });
  expect(await assignee(world)).toBeNull();
  expect(world.jane.inbox()).toHaveLength(1);
});

test('F-43, 9989-2: while DNS is dead commands wait and tickets flow; when it answers they are done', async () => {
  const zone = acmeZone();
  zone['s1._domainkey.acme.example'] = { TXT: 'SERVFAIL' };
  await using world = await verifying(zone);
  const { jane, maria, desk } = world;
  const marias = await withTicket(world);
  await maria.sendsRaw(await signedToday(command(marias)));
  await jane.writes('Scanner is deaf', 'It does not listen.');
  await maria.receives('[HD-1002]');
  await minutesUntil(world, async () => desk.log.some((line) => line.includes('"outcome":"held"')));
  expect(await assignee(world)).toBeNull();
  expect(await desk.ledger()).toMatchObject({ undecided: 1, held: 0 });
  zone['s1._domainkey.acme.example'] = { TXT: [[aKey(2048).record]] };
  await minutesUntil(world, async () => (await assignee(world)) === 'ravi');
  expect(await desk.ledger()).toMatchObject({ undecided: 0 });
});

test('F-43, 9989-2: after a day without DNS a mail is what it could be proved to be: nothing', async () => {
  await using world = await verifying({ ...acmeZone(), 's1._domainkey.acme.example': { TXT: 'SERVFAIL' } });
  const marias = await withTicket(world);
  await world.maria.sendsRaw(await signedToday(command(marias)));
  await minutesUntil(world, async () => (await world.desk.ledger()).undecided === 1);
  world.desk.passes('25h');
  await minutesUntil(world, async () => (await world.desk.ledger()).held === 1);
  expect(await assignee(world)).toBeNull();
});
