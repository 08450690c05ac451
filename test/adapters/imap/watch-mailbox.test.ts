import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Dovecot, startDovecot } from '../../support/dovecot.ts';
import { mailClient } from '../../support/mail-client.ts';
import { paperLedger } from '../../support/paper-ledger.ts';
import { until } from '../../support/until.ts';
import { mail, mailboxOn, type Watching, watching } from '../../support/watching.ts';

let dovecot: Dovecot;
beforeAll(async () => {
  dovecot = await startDovecot();
});
afterAll(() => dovecot.stop());

let users = 0;
/** A user of their own for each test. */
const someone = () => `user${++users}`;
const mailbox = (user: string, own = {}) => mailboxOn(dovecot.port, own, { user });
const ready = (desk: Watching) => until(() => desk.log.lines.some(({ text }) => text.includes('first connection')));
const closed = (desk: Watching, count: number) =>
  until(() => desk.ledger.arrivals().filter(({ state }) => state === 'closed').length === count);
const textsIn = async (user: string, folder?: string) => (await dovecot.mailsIn(user, folder)).map(({ raw }) => raw.toString());

describe('new mail', () => {
  test('is taken at once by IDLE, moved, and closed in the ledger', async () => {
    const user = someone();
    await using desk = watching(mailbox(user));
    await ready(desk);
    await dovecot.deliver(user, mail(1));
    await closed(desk, 1);
    expect(desk.ledger.mails('created')).toEqual([mail(1)]);
    expect(await textsIn(user, 'Processed')).toEqual([mail(1)]);
    expect(await textsIn(user)).toEqual([]);
  });

  test('comes in the order of its UIDs', async () => {
    const user = someone();
    const mails = Array.from({ length: 250 }, (_, n) => mail(n));
    await dovecot.deliverMany(user, mails);
    await using desk = watching(mailbox(user, { since: 0 }));
    await closed(desk, 250);
    expect(desk.ledger.mails('created')).toEqual(mails);
  });

  test('in a burst comes whole', async () => {
    const user = someone();
    const mails = Array.from({ length: 250 }, (_, n) => mail(n));
    await using desk = watching(mailbox(user));
    await ready(desk);
    await dovecot.deliverMany(user, mails);
    await closed(desk, 250);
    expect(desk.ledger.mails('created').toSorted()).toEqual(mails.toSorted());
    expect(await dovecot.mailsIn(user, 'Processed')).toHaveLength(250);
  });

  test('of several mailboxes comes in side by side', async () => {
    const users = [someone(), someone(), someone()];
    const ledger = paperLedger();
    const desks = users.map((user) => watching(mailbox(user, { name: user }), { ledger }));
    await Promise.all(desks.map(ready));
    await Promise.all(users.map((user) => dovecot.deliver(user, mail(user))));
    await until(() => ledger.arrivals().length === 3 && ledger.arrivals().every(({ state }) => state === 'closed'));
    expect(ledger.mails('created').toSorted()).toEqual(users.map((user) => mail(user)).toSorted());
    await Promise.all(desks.map((desk) => desk.stop()));
  });

  test('is found by the poll where the server has no IDLE, and filed where it has no MOVE', async () => {
    await using plain = await startDovecot({ extra: 'imap_capability = IMAP4rev1 UIDPLUS' });
    await using desk = watching(mailboxOn(plain.port, { poll: 100 }));
    await ready(desk);
    await plain.deliver('asha', mail(1));
    await closed(desk, 1);
    expect(await plain.mailsIn('asha', 'Processed')).toHaveLength(1);
    expect(await plain.mailsIn('asha')).toEqual([]);
  });

  test('larger than memory should hold streams through, byte for byte', async () => {
    const user = someone();
    const large = mail('large', 'A line of text that is repeated until the mail is big.\r\n'.repeat(60_000)); // 3.4 MB
    await using desk = watching(mailbox(user), { imap: { limits: { window: 4096, step: 100_000 } } });
    await ready(desk);
    await dovecot.deliverMany(user, [mail('before'), large, mail('after')]);
    await closed(desk, 3);
    const sizes = desk.ledger.arrivals().map(({ size }) => size);
    expect(sizes).toEqual([mail('before').length, large.length, mail('after').length]);
    expect(desk.ledger.arrivals()[1]?.sha256).toBe(sha256(large));
  });

  test('that is empty is stored as it is', async () => {
    const user = someone();
    await using desk = watching(mailbox(user));
    await ready(desk);
    await dovecot.deliver(user, '');
    await closed(desk, 1);
    expect(desk.ledger.arrivals()[0]?.size).toBe(0);
  });
});

describe('afterwards a mail', () => {
  test('that was held lies in the folder for held mail', async () => {
    const user = someone();
    const ledger = paperLedger({ outcomeOf: (raw) => (raw.includes('strange') ? 'held' : 'created') });
    await using desk = watching(mailbox(user), { ledger });
    await ready(desk);
    await dovecot.deliverMany(user, [mail(1), mail(2, 'Something strange.')]);
    await closed(desk, 2);
    expect(await textsIn(user, 'Processed')).toEqual([mail(1)]);
    expect(await textsIn(user, 'Quarantine')).toEqual([mail(2, 'Something strange.')]);
  });

  test.each([
    ['seen', ['\\Seen']],
    ['keep', []],
  ] as const)('stays where it is with `%s`, and a new connection does not take it again', async (kind, flags) => {
    const user = someone();
    const ledger = paperLedger();
    {
      await using desk = watching(mailbox(user, { after: { kind } }), { ledger });
      await ready(desk);
      await dovecot.deliver(user, mail(1));
      await closed(desk, 1);
    }
    await using desk = watching(mailbox(user, { after: { kind } }), { ledger });
    await dovecot.deliver(user, mail(2));
    await closed(desk, 2);
    expect(ledger.mails('created')).toEqual([mail(1), mail(2)]);
    expect((await dovecot.mailsIn(user)).map((stored) => stored.flags)).toEqual([flags, flags]);
  });
});

test('9051-3: without UIDPLUS nothing is expunged, least of all what others have marked', async () => {
  await using plain = await startDovecot({ extra: 'imap_capability = IMAP4rev1 IDLE' });
  await plain.deliver('asha', mail('marked by a person'));
  await using person = await mailClient(plain.port, 'asha');
  await person.messageFlagsAdd('1:*', ['\\Deleted']);
  await using desk = watching(mailboxOn(plain.port));
  await ready(desk);
  await plain.deliver('asha', mail(1));
  await closed(desk, 1);
  expect(await plain.mailsIn('asha', 'Processed')).toHaveLength(1);
  expect((await plain.mailsIn('asha')).map(({ flags }) => flags)).toEqual([['\\Deleted'], ['\\Deleted']]);
});

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
