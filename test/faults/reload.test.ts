import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { until } from '../support/until.ts';
import { type ADesk, aDesk, aMail } from './a-desk.ts';

const alerts = ({ sink }: ADesk) => sink.mails.filter(({ subject }) => subject.includes('The configuration has mistakes'));
const works = async (desk: ADesk) => {
  const before = desk.sink.mails.length;
  await until(() => desk.send(aMail()).then(() => true)); // while a listener is opened anew it says 421: come back
  await desk.sink.waitFor(before + 2);
};

describe('F-40: a broken configuration handed to a running desk', () => {
  test('it keeps the last good one, says so in the log, tells the admins by mail once; a mended one is taken up', async () => {
    await using desk = await aDesk();
    const run = desk.start();
    await run.ready();
    await desk.rewrite('helpdesk.yaml', desk.helpdesk().replace('delay: 1s', 'delay: soon'));
    run.signal('SIGHUP');
    await until(() => alerts(desk).length > 0, { what: 'the alert' });
    expect(alerts(desk)[0]?.text).toMatch(/helpdesk\.yaml:4:\d+: .*delay/);
    expect(alerts(desk)[0]?.recipients).toEqual(['maria@acme.example']);
    run.signal('SIGHUP');
    run.signal('SIGHUP');
    await works(desk);
    expect(alerts(desk)).toHaveLength(1);
    expect(await desk.log()).toContain('goes on with the last good one');

    await desk.rewrite('helpdesk.yaml', desk.helpdesk().replace('Acme Support', 'Mended Support'));
    run.signal('SIGHUP');
    await until(async () => (await desk.log()).includes('the changed configuration is in force'));
    await works(desk);
    expect(desk.sink.mails.at(-1)?.parsed.from?.text).toContain('Mended Support');
  });

  test('it notices a changed file by itself', async () => {
    await using desk = await aDesk();
    const run = desk.start();
    await run.ready();
    await desk.rewrite('people.yaml', 'people: [nobody\n');
    await until(() => alerts(desk).length > 0, { what: 'the alert' });
    await works(desk);
  });

  test('deleted: it goes on', async () => {
    await using desk = await aDesk();
    const run = desk.start();
    await run.ready();
    await rm(join(desk.config, 'helpdesk.yaml'));
    run.signal('SIGHUP');
    await until(() => alerts(desk).length > 0, { what: 'the alert' });
    await works(desk);
    expect(run.isAlive()).toBe(true);
  });

  test('a port that somebody else has: it keeps the old one', async () => {
    await using desk = await aDesk();
    const run = desk.start();
    await run.ready();
    await desk.rewrite('helpdesk.yaml', desk.helpdesk().replace(`port: ${desk.port} }`, `port: ${desk.sink.port} }`));
    run.signal('SIGHUP');
    await until(() => alerts(desk).length > 0, { what: 'the alert' });
    expect(alerts(desk)[0]?.text).toContain('another program has this port');
    await works(desk);
  });
});
