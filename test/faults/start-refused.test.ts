import { chmod, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { until } from '../support/until.ts';
import { type ADesk, aDesk, aMail } from './a-desk.ts';

const noStack = /\n\s+at /;

describe('F-32: two desks on one data directory', () => {
  test('the second is refused in words, exit 1; after a SIGKILL of the first the next starts at once', async () => {
    await using desk = await aDesk();
    const first = desk.start();
    await first.ready();
    const second = await desk.run(['start']);
    expect(second.code).toBe(1);
    expect(second.err).toContain(`another desk runs on ${desk.data} (process ${first.pid})`);
    expect(second.err).toContain('Stop it first');
    expect(second.err).not.toMatch(noStack);
    expect(first.isAlive()).toBe(true);

    first.signal('SIGKILL');
    await first.ended;
    const third = desk.start();
    await third.ready();
    await desk.send(aMail());
    await desk.sink.waitFor(2);
  });

  test('a third that was refused leaves the lock with its holder', async () => {
    await using desk = await aDesk();
    const first = desk.start();
    await first.ready();
    expect((await desk.run(['start'])).code).toBe(1);
    expect((await desk.run(['start'])).code).toBe(1);
    expect(first.isAlive()).toBe(true);
  });
});

describe('F-40: start with a broken configuration', () => {
  test('exit 78, every mistake in its line and column, what was expected, the nearest key', async () => {
    await using desk = await aDesk();
    await desk.rewrite('helpdesk.yaml', desk.helpdesk().replace('delay: 1s', 'delay: soon').replace('outgoing:', 'outgoin:'));
    await desk.rewrite('people.yaml', 'people:\n  - { handle: maria }\n');
    const { code, err } = await desk.run(['start']);
    expect(code).toBe(78);
    expect(err).toMatch(/helpdesk\.yaml:4:\d+: .*delay.*soon/);
    expect(err).toMatch(/helpdesk\.yaml:\d+:1: .*outgoin.*outgoing/);
    expect(err).toMatch(/people\.yaml:2:\d+: /);
    expect(err).not.toMatch(noStack);
  });

  test('a broken workflow of words, not YAML at all: exit 78, the place', async () => {
    await using desk = await aDesk();
    await desk.rewrite('helpdesk.yaml', 'desk: [unclosed\nname: x');
    const { code, err } = await desk.run(['start']);
    expect(code).toBe(78);
    expect(err).toMatch(/helpdesk\.yaml:\d+:\d+: /);
  });

  test('no configuration folder: exit 78, says what to do', async () => {
    await using desk = await aDesk();
    await rm(desk.config, { recursive: true });
    const { code, err } = await desk.run(['start']);
    expect(code).toBe(78);
    expect(err).toContain('helpdesk.yaml');
    expect(err).not.toMatch(noStack);
  });
});

describe('what stands in the way of a start is told with what to do', () => {
  const refused = async (desk: ADesk, words: RegExp, code = 1) => {
    const { code: given, err } = await desk.run(['start']);
    expect(err).toMatch(words);
    expect(err).not.toMatch(noStack);
    expect(given).toBe(code);
  };

  test('the port is in use', async () => {
    await using desk = await aDesk();
    const other = createServer().listen(desk.port, '127.0.0.1');
    await until(() => other.listening);
    await refused(desk, new RegExp(`127\\.0\\.0\\.1:${desk.port} .*another program has this port; stop it, or choose another`));
    other.close();
  });

  test('the data directory is a file', async () => {
    await using desk = await aDesk();
    await rm(desk.data, { recursive: true });
    await writeFile(desk.data, 'a note\n');
    await refused(desk, /data: a file is in the way .* move it, or name another with --data/);
  });

  test('the folder that should hold the data directory is missing', async () => {
    await using desk = await aDesk();
    const run = await desk.run(['start'], '', join(desk.dir, 'no', 'such'));
    expect(run.err).toMatch(/does not exist: make it first, or name another directory with --data/);
    expect(run.code).toBe(1);
  });

  test('the database is no database', async () => {
    await using desk = await aDesk();
    await writeFile(join(desk.data, 'maildesk.db'), 'this is no database, whatever it is called\n'.repeat(50));
    await refused(desk, /maildesk\.db.*(restore|backup|damaged)/s);
  });

  test.skipIf(process.getuid?.() === 0)('a file that may not be read', async () => {
    await using desk = await aDesk();
    await chmod(join(desk.config, 'people.yaml'), 0o000);
    await refused(desk, /people\.yaml.*(read|permission)/s, 78);
  });
});
