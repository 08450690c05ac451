import { expect, test } from 'vitest';
import { helpdesk, type World } from '../support/world.ts';

async function withTicket(world: World) {
  await world.jane.writes('Printer on fire', 'Tray 2 smokes.');
  const heard = await world.jane.receives('[HD-1001]');
  await world.maria.receives('[HD-1001]');
  await world.ravi.receives('[HD-1001]');
  return heard.headers.get('reply-to') ?? '';
}

test('admit lets a held mail in, as if its writer were proved; always keeps the address', async () => {
  await using world = await helpdesk();
  const { stranger, maria, ravi, desk } = world;
  const to = await withTicket(world);
  await stranger.writes('Re: [HD-1001] Printer on fire', 'I am her electrician: the fuse is 16 A.', { to });
  const notice = await maria.receives('[HD-1001]', /is held for a look[\s\S]*16 A/);
  expect(notice.text).toContain('!admit');
  await ravi.receives('[HD-1001]', /16 A/);
  expect((await desk.messages(1001)).at(-1)).toMatchObject({ status: 'held' });

  await maria.replies('!admit always', { to: notice });
  await maria.receives('[HD-1001]', /the held mail of sam@elsewhere\.example is taken, and the address takes part from now on/);
  await ravi.receives('[HD-1001]', /16 A/);
  await desk.settles();
  const messages = await desk.messages(1001);
  expect(messages).toHaveLength(2);
  expect(messages.at(-1)).toMatchObject({ status: 'filed', direction: 'in' });
  expect((await desk.participants(1001)).map(({ address }) => address)).toContain('sam@elsewhere.example');
  expect(await desk.ledger()).toMatchObject({ held: 0, appended: 1 });

  await stranger.writes('Re: [HD-1001] Printer on fire', 'Or 25 A.', { to });
  await ravi.receives('[HD-1001]', /Or 25 A/);
  await maria.replies('!admit', { to: notice });
  await maria.receives('[HD-1001]', /no mail is held here/);
});

test('admit without always: that mail and no other; a forged one needs admit!', async () => {
  await using world = await helpdesk();
  const { stranger, maria, desk } = world;
  const to = await withTicket(world);
  await stranger.writes('Re: [HD-1001] Printer on fire', 'It is out.', { to });
  await maria.receives('[HD-1001]', /It is out/);
  await maria.replies('!admit');
  await maria.receives('[HD-1001]', /the held mail of sam@elsewhere\.example is taken/);
  await desk.settles();
  await stranger.writes('Re: [HD-1001] Printer on fire', 'No, it is not.', { to });
  await maria.receives('[HD-1001]', /is held for a look[\s\S]*No, it is not/);
  expect((await desk.messages(1001)).map(({ status }) => status)).toEqual(['filed', 'filed', 'held']);
});

test('admit on a notice of a mail without a ticket opens one', async () => {
  await using world = await helpdesk();
  const { stranger, maria, desk } = world;
  await stranger.writes('Your list', 'I cannot get off your list.', {
    to: 'postmaster@acme.example',
    headers: ['Precedence: bulk', 'List-Id: <list.elsewhere.example>', 'To: postmaster@acme.example'],
  });
  await desk.settles();
  const notice = await maria.receives('held', /off your list/);
  await maria.replies('!admit', { to: notice });
  await maria.receives('', /the held mail of sam@elsewhere\.example is taken/);
  await maria.receives('[HD-1001]', /off your list/);
  expect(await desk.ticket(1001)).toMatchObject({ requester: 'sam@elsewhere.example' });
});
