import { join } from 'node:path';
import { expect, test } from 'vitest';
import { later, withTicket } from '../support/first-ticket.ts';
import { helpdesk } from '../support/world.ts';
import { withCopy } from '../torture/database.ts';

test('the journal holds no address and no words of anybody; history has them, from where they can be erased', async () => {
  await using world = await helpdesk();
  const { maria, desk } = world;
  const heard = await withTicket(world);
  await maria.replies('', {
    subject: 'Re: [HD-1001] Printer on fire [cc bob@globex.example; hold "Bob Miller is ill"]',
    to: heard,
  });
  await maria.receives('[HD-1001]', /\+bob@globex\.example/);
  await maria.replies('!resume "Bob Miller is back"\n!block sam@elsewhere.example', { to: heard });
  await maria.receives('[HD-1001]', /mail from sam@elsewhere\.example is kept and left/);
  await maria.replies('!clsoe "Bob Miller is happy"', { to: heard });
  await maria.receives('[HD-1001]', /there is no command “clsoe”/);
  await maria.writes('[find Bob Miller bob@globex.example]', '');
  await maria.receives('Found', /Bob Miller/);
  await maria.replies('!subject "Printer of Bob Miller"', { to: heard });
  await maria.receives('[HD-1001]', /Printer of Bob Miller/);
  await maria.replies('!undo', { to: heard });
  await maria.receives('[HD-1001]', /is taken back/);
  await maria.replies('!history', { to: heard });
  const told = await maria.receives('[HD-1001]', /Bob Miller is ill/);
  expect(told.text).toMatch(/cc bob@globex\.example/);
  await later(world);

  const kept = withCopy(join(desk.dir, 'data'), ({ rows }) => rows<{ data: string }>('select data from journal'));
  expect(kept.length).toBeGreaterThan(8);
  expect(kept.map(({ data }) => data).join('\n')).not.toMatch(/@|Miller|clsoe/);
});
