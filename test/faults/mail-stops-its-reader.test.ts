import { afterAll, expect, test } from 'vitest';
import { threadLimits } from '../../src/adapters/email/mime/worker/thread.ts';
import { workerParser } from '../../src/adapters/email/mime/worker/worker-parser.ts';
import { adapters } from '../../src/app/compose.ts';
import { until } from '../support/until.ts';
import { helpdesk } from '../support/world.ts';

const hostile = workerParser({
  entry: new URL('../adapters/mime/hostile-worker.ts', import.meta.url),
  compileCache: null,
  limits: threadLimits,
});
afterAll(() => hostile.close());

test('F-33, A13: a mail whose reading never ends is held; an admin gets it as it came; the queue goes on within 15 s', async () => {
  await using world = await helpdesk({ adapters: { ...adapters, parse: hostile.parse } });
  const { jane, stranger, maria, desk, dovecot } = world;
  const start = Date.now();
  await stranger.writes('Deadly', 'for ever', { headers: ['X-Deed: loop'] });
  await jane.writes('Printer on fire', 'Tray 2 smokes.');
  await until(async () => (await desk.ledger()).created === 1, { what: 'the ticket behind it', within: 15_000 });
  await maria.receives('[HD-1001]', /Tray 2 smokes/);
  expect(Date.now() - start).toBeLessThan(16_000);
  const { parsed } = await maria.receives('could not be taken', /took longer than 5 s/);
  expect(parsed.attachments.map(({ filename, content }) => [filename, content.toString().includes('X-Deed: loop')])).toEqual([
    [expect.stringMatching(/^mail-\d+\.eml$/), true],
  ]);
  await desk.settles();
  expect(await desk.ledger()).toMatchObject({ created: 1, held: 1 });
  expect((await dovecot.mailsIn('support', 'Quarantine')).map(({ raw }) => raw.includes('X-Deed'))).toEqual([true]);
});
