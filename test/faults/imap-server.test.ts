import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FaultPoint } from '../../src/app/intake/watch.ts';
import type { Folder, Mailboxes } from '../../src/domain/mailbox.ts';
import { type Dovecot, startDovecot } from '../support/dovecot.ts';
import { handClock } from '../support/hand-clock.ts';
import { mailClient } from '../support/mail-client.ts';
import { type PaperLedger, paperLedger } from '../support/paper-ledger.ts';
import { until } from '../support/until.ts';
import { mail, mailboxOn, realMailboxes, type Watching, watching } from '../support/watching.ts';

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
const allClosed = (ledger: PaperLedger, count: number) =>
  until(() => ledger.arrivals().length === count && ledger.arrivals().every(({ state }) => state === 'closed'), {
    within: 20_000,
  });
const texts = (desk: Watching) => desk.log.lines.map(({ text }) => text).join('\n');
const many = (count: number) => Array.from({ length: count }, (_, n) => mail(n));
/** Real folders, one of whose methods is another. */
const with_ = (change: (folder: Folder) => Partial<Folder>): Mailboxes => ({
  async open(settings) {
    const opening = await realMailboxes().open(settings);
    return opening.kind === 'open' ? { kind: 'open', folder: { ...opening.folder, ...change(opening.folder) } } : opening;
  },
});

describe('F-1, F-2, F-3, F-6, F-7: after a crash', () => {
  const points: FaultPoint[] = ['connected', 'fetched', 'received', 'decided', 'moved', 'closed'];
  test.each(points)('at the point `%s` the next start leaves one ticket and one filed mail', async (point) => {
    const user = someone();
    const ledger = paperLedger();
    await watchOnce(user, ledger);
    await dovecot.deliver(user, mail(1));
    const desk = watching(mailbox(user), { ledger, reached: crashAt(point) });
    await until(() => texts(desk).includes('crash'));
    await desk.stop();
    // what every start does first: take what was received, but not decided
    await ledger.intake.take(ledger.arrivals().flatMap(({ id, state }) => (state === 'received' ? [id] : [])));
    await using again = watching(mailbox(user), { ledger });
    await allClosed(again.ledger, 1);
    expect(ledger.mails('created')).toEqual([mail(1)]);
    expect(await dovecot.mailsIn(user, 'Processed')).toHaveLength(1);
    expect(await dovecot.mailsIn(user)).toEqual([]);
  });

  const crashAt = (wanted: FaultPoint) => (point: FaultPoint) => {
    if (point === wanted) throw new Error('crash');
  };
  const watchOnce = async (user: string, ledger: PaperLedger) => {
    const desk = watching(mailbox(user), { ledger });
    await ready(desk);
    await desk.stop();
  };
});

test('a machine that breaks in the middle (T1, T2) loses nothing, and takes up where it stopped', async () => {
  const user = someone();
  const broken = new Set(['receive', 'take']);
  const ledger = paperLedger({
    before: (step) => {
      if (broken.delete(step)) throw new Error(`disk full in ${step}`);
    },
  });
  await using desk = watching(mailbox(user), { ledger, random: () => 0 });
  await ready(desk);
  await dovecot.deliver(user, mail(1));
  await allClosed(ledger, 1);
  expect(texts(desk)).toMatch(/disk full in receive(.|\n)*disk full in take/);
  expect(ledger.mails('created')).toEqual([mail(1)]);
});

describe('F-13, 9051-1: the server numbers a folder anew', () => {
  test.each([0, 2000])('with %i mails in INBOX and in Processed: no new ticket, one warning', async (count) => {
    const user = someone();
    const settings = mailbox(user, { after: { kind: 'keep' } });
    const ledger = paperLedger();
    await using desk = watching(settings, { ledger, random: () => 0 });
    await ready(desk);
    await dovecot.deliverMany(user, many(count));
    await dovecot.deliverMany(user, many(count), 'Processed');
    await allClosed(ledger, count);
    const before = ledger.position('support')?.uidValidity;
    await dovecot.resetUidValidity(user);
    await until(() => ledger.position('support')?.uidValidity !== before);
    await dovecot.deliver(user, mail('new'));
    await allClosed(ledger, count * 2 + 1);
    expect(ledger.mails('created').toSorted()).toEqual([...many(count), mail('new')].toSorted());
    expect(desk.log.lines.filter(({ text }) => text.includes('UIDVALIDITY'))).toHaveLength(1);
  });

  test('while mails wait to be filed: they are filed under their new numbers', async () => {
    const user = someone();
    const ledger = paperLedger();
    const refusing = with_((folder) => ({
      file: async () => {
        if (folder.isOpen()) throw new Error('the server is in no mood to move mails');
      },
    }));
    {
      await using desk = watching(mailbox(user), { ledger, mailboxes: refusing });
      await ready(desk);
      await dovecot.deliverMany(user, many(3));
      await until(() => ledger.arrivals().filter(({ state }) => state === 'decided').length === 3);
    }
    await dovecot.resetUidValidity(user);
    await using desk = watching(mailbox(user), { ledger });
    await allClosed(ledger, 6);
    expect(desk.ledger.mails('created')).toHaveLength(3);
    expect(await dovecot.mailsIn(user, 'Processed')).toHaveLength(3);
    expect(await dovecot.mailsIn(user)).toEqual([]);
  });
});

test('F-14: a mail that a person deletes between search and fetch is skipped, the others come', async () => {
  const user = someone();
  await dovecot.deliverMany(user, []);
  await using person = await mailClient(dovecot.port, user);
  const meddling = with_((folder) => ({
    async *fetch(uids) {
      await person.messageDelete('2', { uid: true });
      yield* folder.fetch(uids);
    },
  }));
  await dovecot.deliverMany(user, many(3));
  await person.noop();
  await using desk = watching(mailbox(user, { since: 0 }), { mailboxes: meddling });
  await allClosed(desk.ledger, 2);
  expect(desk.ledger.mails('created')).toEqual([mail(0), mail(2)]);
  expect(texts(desk)).toContain('UID 2 was gone');
  expect(texts(desk)).not.toContain('given up');
  expect(desk.alerts).toEqual([]);
});

describe('F-15: the folder for processed mail', () => {
  test('is made where it is missing', async () => {
    await using bare = await startDovecot({ folders: [] });
    await using desk = watching(mailboxOn(bare.port));
    await ready(desk);
    await bare.deliver('asha', mail(1));
    await allClosed(desk.ledger, 1);
    expect(await bare.mailsIn('asha', 'Processed')).toHaveLength(1);
    expect(texts(desk)).toContain('folder Processed was missing');
  });

  test('may be read-only for a while: each mail is taken once, filed when it can be, and somebody is told after 15 min', async () => {
    const user = someone();
    const clock = handClock(Date.now());
    await using desk = watching(mailbox(user), { clock });
    await ready(desk);
    await dovecot.deliver(user, mail('first'));
    await allClosed(desk.ledger, 1); // the folder exists now
    const parts = ['', 'cur', 'new', 'tmp'].map((part) => join(dovecot.folder, 'mail', user, 'Maildir', '.Processed', part));
    for (const part of parts) await chmod(part, 0o500);
    await dovecot.deliverMany(user, many(2));
    await until(() => texts(desk).includes('stay where they are'));
    const start = clock.now();
    await until(() => {
      clock.passes(10_000);
      return desk.alerts.length > 0;
    });
    expect(clock.now() - start).toBeGreaterThanOrEqual(15 * 60_000);
    for (const part of parts) await chmod(part, 0o700);
    await until(() => {
      clock.passes(10_000);
      return desk.ledger.arrivals().every(({ state }) => state === 'closed');
    });
    expect(desk.ledger.mails('created')).toEqual([mail('first'), ...many(2)]);
    expect(await dovecot.mailsIn(user, 'Processed')).toHaveLength(3);
    expect(desk.alerts).toHaveLength(1);
  });
});

test('F-16: an admin who cuts the connection delays mail by a moment', async () => {
  const user = someone();
  await using desk = watching(mailbox(user));
  await ready(desk);
  await dovecot.kick(user);
  await dovecot.deliver(user, mail(1));
  await allClosed(desk.ledger, 1);
});

describe('F-35: the first connection to an old mailbox', () => {
  const oldMail = async (user: string, age: number, count: number) => {
    await using person = await mailClient(dovecot.port, user);
    for (const raw of many(count)) await person.append('INBOX', raw, [], new Date(Date.now() - age));
  };
  const day = 86_400_000;

  test('takes nothing, says how many it left and how to bring them in; what comes later is taken', async () => {
    const user = someone();
    await oldMail(user, day, 12);
    await using desk = watching(mailbox(user));
    await ready(desk);
    expect(texts(desk)).toMatch(/12 older mails are left.*maildesk deliver --imported/);
    await dovecot.deliver(user, mail('new'));
    await allClosed(desk.ledger, 1);
    expect(await dovecot.mailsIn(user)).toHaveLength(12);
  });

  test('takes what is not older than `since`, to the second', async () => {
    const user = someone();
    await oldMail(user, 3 * day, 5);
    await dovecot.deliver(user, mail('recent'));
    await using desk = watching(mailbox(user, { since: Date.now() - day }));
    await allClosed(desk.ledger, 1);
    expect(desk.ledger.mails('created')).toEqual([mail('recent')]);
    expect(texts(desk)).toContain('5 older mails are left');
  });

  test('leaves them alone also when the server numbers the folder anew', async () => {
    const user = someone();
    await oldMail(user, day, 3);
    await using desk = watching(mailbox(user), { random: () => 0 });
    await ready(desk);
    await dovecot.resetUidValidity(user);
    await until(() => texts(desk).includes('UIDVALIDITY'));
    await dovecot.deliver(user, mail('new'));
    await allClosed(desk.ledger, 1);
    expect(desk.ledger.mails('created')).toEqual([mail('new')]);
  });

  test('goes back further when `since` is set earlier afterwards', async () => {
    const user = someone();
    await oldMail(user, day, 3);
    const ledger = paperLedger();
    const first = watching(mailbox(user), { ledger });
    await ready(first);
    await first.stop();
    await using _ = watching(mailbox(user, { since: Date.now() - 2 * day }), { ledger });
    await allClosed(ledger, 3);
  });
});

test('F-35: after an outage all of a backlog is taken, in memory that does not grow with it', async () => {
  const user = someone();
  const ledger = paperLedger({ forgetful: true });
  const first = watching(mailbox(user), { ledger });
  await ready(first);
  await first.stop();
  await dovecot.deliverMany(user, many(2000));
  const before = process.memoryUsage().rss;
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 5);
  const start = performance.now();
  await using _ = watching(mailbox(user), { ledger });
  await allClosed(ledger, 2000);
  clearInterval(watch);
  expect(performance.now() - start).toBeLessThan(20_000);
  expect((most - before) / 2 ** 20).toBeLessThan(120);
});
