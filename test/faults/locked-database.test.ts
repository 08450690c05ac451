import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { startDovecot } from '../support/dovecot.ts';
import { until } from '../support/until.ts';
import { aDesk, aMail } from './a-desk.ts';

/** Holds the database as a hand query or a backup does. */
function holding(data: string): { letGo(): void } {
  const other = new BetterSqlite(join(data, 'maildesk.db'));
  other.exec('begin exclusive');
  return {
    letGo() {
      other.exec('rollback');
      other.close();
    },
  };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('F-28: another process holds the database', () => {
  test('mails by SMTP wait for their 250, mails by IMAP stay in the mailbox; then every step is made, once', async () => {
    await using dovecot = await startDovecot();
    const mailbox = `mailboxes:
  - { name: support, imap: { host: 127.0.0.1, port: ${dovecot.port}, secure: false, user: support, password: secret }, since: 2020-01-01 }`;
    await using desk = await aDesk({ more: mailbox });
    const run = desk.start();
    await run.ready();
    await until(async () => (await desk.log()).includes('first connection'), { what: 'the mailbox' });
    const hold = holding(desk.data);
    let told = 0;
    const sending = Array.from({ length: 3 }, (_, n) =>
      desk.send(aMail(`By SMTP ${n}`, { from: `s${n}@globex.example` })).then(() => told++),
    );
    await dovecot.deliverMany(
      'support',
      [0, 1, 2].map((n) => aMail(`By IMAP ${n}`, { from: `i${n}@globex.example` })),
    );
    await pause(6_000); // longer than any short lock; the point of this test is that time passes
    expect(told).toBe(0);
    expect(await dovecot.mailsIn('support')).toHaveLength(3);
    expect(run.isAlive()).toBe(true);
    hold.letGo();
    await Promise.all(sending);
    await desk.sink.waitFor(12, 20_000);
    await until(async () => (await dovecot.mailsIn('support')).length === 0, { what: 'an empty INBOX' });
    expect(desk.rows('select number from tickets')).toHaveLength(6);
    expect(desk.sink.mails).toHaveLength(12);
    expect((await desk.log()).match(/connection given up/g)).toBeNull();
  });

  test('deliver waits as well', async () => {
    await using desk = await aDesk();
    expect((await desk.run(['deliver'], aMail('To make the database'))).code).toBe(0);
    const hold = holding(desk.data);
    const delivering = desk.run(['deliver', '--json'], aMail('Patience'));
    await pause(2_000);
    hold.letGo();
    const { code, out } = await delivering;
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ outcome: 'created', ticket: 'HD-1002' });
  });
});
