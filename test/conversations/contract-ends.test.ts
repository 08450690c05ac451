import { expect, test } from 'vitest';
import { later } from '../support/first-ticket.ts';
import { processDesk } from '../support/process-desk.ts';

const contracts = `contracts:
      - { number: AMC-1, kind: amc, starts: 2025-04-01, ends: 2026-03-31, hours: 10 }`;

test('before a contract ends the SPOC and Sales hear of it, each once, in the morning; Sales’ button renews it', async () => {
  await using here = await processDesk('simple', { contracts, opens: '2026-03-01T06:30:00Z' });
  const { jane, sana, gus, max, desk } = here;
  await desk.lives('1m');
  await desk.settles();
  jane.hasNothingUnread();
  await desk.restarts();
  await desk.lives('1d2h');
  const word = await jane.receives('AMC-1', /runs until Mar 31, 2026/);
  expect(word.subject).toBe('Acme Support: your contract AMC-1 ends in 29 days');
  const notice = await sana.receives('AMC-1', /Jane Roe at Globex gets word of it too/);
  expect(notice.text).toMatch(/contract renew AMC-1 until 2027-03-31/);

  await desk.lives('2d');
  jane.hasNothingUnread();
  await desk.lives('20d');
  expect((await jane.receives('AMC-1')).subject).toMatch(/ends in 7 days/);
  const last = await sana.receives('AMC-1', /in 7 days/);

  const [, command = ''] = /subject=(%5Bcontract%20renew\S*)/.exec(last.text) ?? [];
  await sana.writes(decodeURIComponent(command), '', { to: 'support@acme.example' });
  await desk.settles();
  const asked = await sana.receives('confirm', /contract renew AMC-1/);
  const link = new URL(/it is mine:\n(mailto:\S+)/.exec(asked.text)?.[1] ?? '');
  const written = (field: string): string => link.searchParams.get(field) ?? '';
  await sana.writes(written('subject'), written('body'), { to: decodeURIComponent(link.pathname) });
  await sana.receives('', /until 2026-03-31 → 2027-03-31/);
  await later(here);
  await desk.lives('30d');
  jane.hasNothingUnread();
  gus.hasNothingUnread();
  max.hasNothingUnread();
});
