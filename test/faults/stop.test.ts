import { describe, expect, test } from 'vitest';
import { smtpClient } from '../adapters/listen/smtp-client.ts';
import { startDovecot } from '../support/dovecot.ts';
import { until } from '../support/until.ts';
import { aDesk, aMail } from './a-desk.ts';

/** Milliseconds that a desk may take to stop. */
const limit = 10_000;

describe('F-12: told to stop in the middle of work', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)(
    '%s: it ends within 10 s with exit 0, and nothing is lost or doubled',
    async (signal) => {
      await using dovecot = await startDovecot();
      const mailbox = `mailboxes:
  - { name: support, imap: { host: 127.0.0.1, port: ${dovecot.port}, secure: false, user: support, password: secret }, since: 2020-01-01 }`;
      await using desk = await aDesk({ more: mailbox });
      const count = 400;
      const mails = Array.from({ length: count }, (_, n) => aMail(`Fault ${n}`, { from: `c${n}@globex.example` }));
      await dovecot.deliverMany('support', mails);
      const first = desk.start();
      await first.ready();
      await until(() => desk.rows('select 1 from arrivals limit 1').length > 0, { what: 'the first mails', within: 20_000 });
      const told = performance.now();
      first.signal(signal);
      expect(await first.ended).toEqual({ code: 0, signal: null });
      expect(performance.now() - told).toBeLessThan(limit);
      expect(desk.rows("select id from outbox where state = 'sending'")).toEqual([]);

      const second = desk.start();
      await until(() => desk.sink.mails.length >= 2 * count, { what: 'all acknowledgements and notices', within: 40_000 });
      await until(async () => (await dovecot.mailsIn('support')).length === 0, { what: 'an empty INBOX' });
      expect(desk.rows('select count(*) as n from tickets')).toEqual([{ n: count }]);
      expect(desk.sink.mails).toHaveLength(2 * count);
      expect(new Set(desk.sink.mails.map(({ messageId }) => messageId)).size).toBe(2 * count);
      second.signal(signal);
      expect(await second.ended).toEqual({ code: 0, signal: null });
    },
  );

  test('while it waits for an SMTP server that says nothing: it ends all the same, and the mail goes out later', async () => {
    await using desk = await aDesk();
    desk.sink.stallAfterDot(Number.POSITIVE_INFINITY);
    const first = desk.start();
    await first.ready();
    await desk.send(aMail());
    await until(() => desk.rows("select id from outbox where state = 'sending'").length > 0, { what: 'a mail under way' });
    const told = performance.now();
    first.signal('SIGTERM');
    expect((await first.ended).code).toBe(0);
    expect(performance.now() - told).toBeLessThan(limit);
    expect(desk.rows("select id from outbox where state = 'sending'")).toEqual([]);
    desk.sink.behave();
    desk.start();
    await desk.sink.waitFor(2);
  });

  test('while a client is in the middle of a mail: it was never told 250, and the desk ends', async () => {
    await using desk = await aDesk();
    const first = desk.start();
    await first.ready();
    const client = await smtpClient(desk.port);
    await client.reply();
    await client.say('EHLO client.example');
    await client.say('MAIL FROM:<jane@globex.example>');
    await client.say('RCPT TO:<support@acme.example>');
    expect(await client.say('DATA')).toMatch(/^354/);
    client.socket.write('Subject: half a mail\r\n\r\nand then');
    const told = performance.now();
    first.signal('SIGTERM');
    expect((await first.ended).code).toBe(0);
    expect(performance.now() - told).toBeLessThan(limit);
    expect(desk.rows('select id from arrivals')).toEqual([]);
    client.end();
  });
});

test('F-12: SIGHUP reloads: a changed configuration is in force, mail goes on', async () => {
  await using desk = await aDesk();
  const run = desk.start();
  await run.ready();
  await desk.rewrite('helpdesk.yaml', desk.helpdesk().replace('name: Acme Support', 'name: Other Name'));
  run.signal('SIGHUP');
  await until(async () => (await desk.log()).includes('the changed configuration is in force'), { what: 'the reload' });
  await desk.send(aMail());
  const [mail] = await desk.sink.waitFor(({ recipients }) => recipients.includes('jane@globex.example'));
  expect(mail?.parsed.from?.text).toContain('Other Name');
  expect(run.isAlive()).toBe(true);
});

test('F-44: standard output and error closed under it: the desk goes on and stops cleanly', async () => {
  await using desk = await aDesk();
  const run = desk.start({ deaf: true });
  await until(() => desk.send(aMail()).then(() => true), { what: 'the desk to take a mail', within: 20_000 });
  await desk.send(aMail('A second one'));
  await desk.sink.waitFor(4);
  run.signal('SIGTERM');
  expect((await run.ended).code).toBe(0);
});
