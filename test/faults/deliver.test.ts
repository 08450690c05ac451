import { chmod, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { until } from '../support/until.ts';
import { aDesk, aMail } from './a-desk.ts';

describe('deliver answers an MTA by the codes of sysexits.h', () => {
  test('0 and what became of it; the same mail again is a duplicate; what is no mail is kept too', async () => {
    await using desk = await aDesk();
    const mail = aMail();
    const first = await desk.run(['deliver', '--json'], mail);
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(first.out)).toMatchObject({ outcome: 'created', ticket: 'HD-1001' });
    const again = await desk.run(['deliver', '--json', '-'], mail);
    expect(again.code).toBe(0);
    expect(JSON.parse(again.out)).toMatchObject({ outcome: 'duplicate', ticket: 'HD-1001' });
    const noise = await desk.run(['deliver', '--json'], Buffer.from([0, 1, 2, 255, 254, 10, 13]));
    expect(noise.code).toBe(0);
    expect(JSON.parse(noise.out).outcome).toMatch(/created|held|ignored/);
  });

  test('65 for empty input, and for nothing else', async () => {
    await using desk = await aDesk();
    expect(await desk.run(['deliver'], '')).toMatchObject({ code: 65, out: '' });
  });

  test('F-40: 75 while the configuration is broken, every mistake on stderr', async () => {
    await using desk = await aDesk();
    await desk.rewrite('helpdesk.yaml', 'desk: { name: 3 }\n');
    const { code, err, out } = await desk.run(['deliver'], aMail());
    expect({ code, out }).toEqual({ code: 75, out: '' });
    expect(err).toMatch(/helpdesk\.yaml:1:\d+: /);
  });

  test.each([
    ['an unknown mailbox', ['--mailbox', 'nobody'], /no mailbox nobody/],
    ['an unknown option', ['--mailbax', 'x'], /unknown option/],
    ['a moment that is none', ['--now', 'yesterday'], /expected a moment/],
    ['a file that is not there', ['/no/such/file.eml'], /cannot be read/],
  ])('75 for %s: the MTA keeps the mail', async (_, args, words) => {
    await using desk = await aDesk();
    const { code, err } = await desk.run(['deliver', ...args], aMail());
    expect(err).toMatch(words);
    expect(err).not.toMatch(/\n\s+at /);
    expect(code).toBe(75);
  });

  test('75 where the data directory is a file', async () => {
    await using desk = await aDesk();
    await rm(desk.data, { recursive: true });
    await writeFile(desk.data, '');
    const { code, err } = await desk.run(['deliver'], aMail());
    expect(err).toMatch(/a file is in the way/);
    expect(code).toBe(75);
  });

  test.skipIf(process.getuid?.() === 0)('75 where the data directory may not be written', async () => {
    await using desk = await aDesk();
    await chmod(desk.data, 0o500);
    expect((await desk.run(['deliver'], aMail())).code).toBe(75);
    await chmod(desk.data, 0o700);
  });

  test('of several files each that could be read is taken; 75 tells that one was not', async () => {
    await using desk = await aDesk();
    const [one, two] = [join(desk.dir, 'one.eml'), join(desk.dir, 'two.eml')];
    await Promise.all([writeFile(one, aMail('One')), writeFile(two, aMail('Two'))]);
    const { code, out } = await desk.run(['deliver', '--json', one, join(desk.dir, 'none.eml'), two]);
    expect(code).toBe(75);
    expect(out.trim().split('\n')).toHaveLength(2);
  });
});

describe('deliver while the daemon runs: two processes write', () => {
  test('nothing is lost or doubled, numbers are given once, and the daemon sends the acknowledgements', async () => {
    await using desk = await aDesk();
    const run = desk.start();
    await run.ready();
    const count = 12;
    const [delivered] = await Promise.all([
      Promise.all(Array.from({ length: 4 }, (_, n) => desk.run(['deliver', '--json'], aMail(`Piped ${n}`, from(n))))),
      Promise.all(Array.from({ length: count - 4 }, (_, n) => desk.send(aMail(`Sent ${n}`, from(n + 4))))),
    ]);
    expect(delivered.map(({ code, err }) => ({ code, err }))).toEqual(Array(4).fill({ code: 0, err: '' }));
    await until(() => desk.rows('select number from tickets').length === count, { what: 'all tickets', within: 20_000 });
    await desk.sink.waitFor(2 * count, 20_000);
    const acknowledged = desk.sink.mails.filter(({ recipients }) => recipients[0]?.endsWith('@globex.example'));
    expect(new Set(acknowledged.map(({ recipients }) => recipients[0])).size).toBe(count);
    expect(desk.rows('select number from tickets')).toHaveLength(count);
    run.signal('SIGTERM');
    expect((await run.ended).code).toBe(0);
  });

  test('without a daemon nothing leaves; the next start sends it', async () => {
    await using desk = await aDesk();
    expect((await desk.run(['deliver'], aMail())).code).toBe(0);
    expect(desk.sink.mails).toEqual([]);
    desk.start();
    await desk.sink.waitFor(2, 20_000);
  });
});

/** Somebody else each time: short acknowledgements are one a day and stranger. */
const from = (n: number) => ({ from: `Person ${n} <p${n}@globex.example>` });
