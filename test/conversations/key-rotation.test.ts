import { join } from 'node:path';
import { expect, test } from 'vitest';
import { adapters } from '../../src/app/compose.ts';
import { helpdesk } from '../support/world.ts';

test('A1, A16: when the key changes under a running desk, old addresses find their ticket and mails of ours that come back are known', async () => {
  await using world = await helpdesk();
  const { jane, maria, desk } = world;
  const data = join(desk.dir, 'data');
  await jane.writes('Printer on fire', 'Tray 2 smokes.');
  const before = await jane.receives('[HD-1001]');
  await maria.receives('[HD-1001]', /Tray 2/);
  await desk.settles();
  expect(await adapters.rotateKeys(data, desk.house.options.clock.now())).toBe(2);
  const [, old = ''] = /\+([a-z2-7]+)@/.exec(before.headers.get('reply-to') ?? '') ?? [];

  await jane.replies('It is out.', { subject: 'no tag', references: [], inReplyTo: '<unknown@globex.example>' });
  await maria.receives('[HD-1001]', /It is out/);
  await maria.replies('Thank you.');
  await desk.settles();
  desk.passes('5m');
  const after = await jane.receives('[HD-1001]', /Thank you/);
  const [, renewed = ''] = /\+([a-z2-7]+)@/.exec(after.headers.get('reply-to') ?? '') ?? [];
  expect([old.slice(0, 2), renewed.slice(0, 2)]).toEqual(['ae', 'ai']);

  const mark = before.headers.get('x-maildesk-loop') ?? '';
  expect(after.headers.get('x-maildesk-loop')).not.toBe(mark);
  await jane.writes('Fwd: [HD-1001]', 'Came back.', { headers: [`X-Maildesk-Loop: ${mark}`] });
  await desk.settles();
  expect(await desk.ledger()).toMatchObject({ ignored: 1 });

  expect(await adapters.revokeKey(data, 1)).toBe('revoked');
  await jane.writes('no tag', 'By a dead address.', { to: before.headers.get('reply-to') ?? '' });
  await maria.receives('[HD-1002]', /By a dead address/);
});
