import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { afterEach, expect, test } from 'vitest';
import type { Incoming } from '../../../src/domain/ports.ts';
import { aListener } from './a-listener.ts';
import { smtpClient } from './smtp-client.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const line = Buffer.from(`${'A'.repeat(76)}\r\n`);
const block = Buffer.alloc(line.length * 1_000, line);
const megabyte = 1024 * 1024;

test('F-34: of a 50 MB mail no more is held than sockets buffer, however slowly it is stored', async () => {
  const hash = createHash('sha256');
  let stored = 0;
  let sent = 0;
  let largestGap = 0;
  const receive = async ([mail]: readonly Incoming[]) => {
    if (mail === undefined || mail.content instanceof Uint8Array) return [];
    for await (const chunk of mail.content) {
      hash.update(chunk);
      stored += chunk.length;
      largestGap = Math.max(largestGap, sent - stored);
      await new Promise(setImmediate);
    }
    return [];
  };
  const desk = await aListener({ intake: { receive }, maxMailMb: 64 });
  ends.push(desk.close);
  const smtp = await smtpClient(desk.port);
  ends.push(smtp.end);
  await smtp.reply();
  for (const said of ['EHLO x', 'MAIL FROM:<a@b.example>', 'RCPT TO:<support@desk.example>', 'DATA']) await smtp.say(said);

  const expected = createHash('sha256');
  for (; sent < 50 * megabyte; sent += block.length) {
    expected.update(block);
    if (!smtp.socket.write(block)) await once(smtp.socket, 'drain');
  }
  expect(await smtp.sendRaw('.\r\n')).toMatch(/^250/);

  expect(hash.digest('hex')).toBe(expected.digest('hex'));
  expect(largestGap / megabyte).toBeLessThan(20);
});
