import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { startDovecot } from '../support/dovecot.ts';
import { until } from '../support/until.ts';
import { aDesk, aMail } from './a-desk.ts';

const program = fileURLToPath(new URL('./poisoned-desk-process.ts', import.meta.url));

test('F-33: a mail that kills its reader is held after a few restarts, in Quarantine, and holds up no other', async () => {
  await using dovecot = await startDovecot();
  const mailbox = `mailboxes:
  - { name: support, imap: { host: 127.0.0.1, port: ${dovecot.port}, secure: false, user: support, password: secret }, since: 2020-01-01 }`;
  await using desk = await aDesk({ more: mailbox });
  const count = 20;
  const mails = Array.from({ length: count }, (_, n) => aMail(`Fault ${n}`, { from: `c${n}@globex.example` }));
  const deadly = aMail('Deadly', { text: 'POISON' });
  await dovecot.deliverMany('support', [...mails.slice(0, 10), deadly, ...mails.slice(10)]);
  const env = { POISON: createHash('sha256').update(deadly).digest('hex') };
  let deaths = 0;
  for (let isFiled = false; !isFiled; ) {
    const run = desk.start({ program, env });
    await until(async () => !run.isAlive() || (await dovecot.mailsIn('support')).length === 0, {
      what: 'a death or an empty INBOX',
      within: 30_000,
    });
    isFiled = run.isAlive();
    if (!isFiled) expect((await run.ended).signal).toBe('SIGKILL');
    deaths += isFiled ? 0 : 1;
    expect(deaths).toBeLessThan(6);
  }
  expect(deaths).toBe(4);
  expect(desk.rows('select number from tickets')).toHaveLength(count);
  expect(desk.rows("select outcome, why from arrivals where outcome = 'held'")).toEqual([
    { outcome: 'held', why: 'the desk stopped 3 times while it read this mail' },
  ]);
  const quarantined = await dovecot.mailsIn('support', 'Quarantine');
  expect(quarantined.map(({ raw }) => raw.includes('POISON'))).toEqual([true]);
  await desk.sink.waitFor(
    ({ subject, recipients }) => recipients.includes('maria@acme.example') && subject.includes('could not be taken'),
  );
});
