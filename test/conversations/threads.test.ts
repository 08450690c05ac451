import { expect, test } from 'vitest';
import { messageId, ticketNo } from '../../src/domain/ids.ts';
import { helpdesk, type World } from '../support/world.ts';

const opens = async (world: World, number: number, subject: string, who: 'jane' | 'john' | 'stranger' = 'jane') => {
  const id = await world[who].writes(subject, `About “${subject}”.`);
  await world.desk.settles();
  await world[who].receives(`[HD-${number}]`);
  const heard = await world.maria.receives(`[HD-${number}]`);
  await world.ravi.receives(`[HD-${number}]`);
  await world.desk.settles();
  return { id, heard };
};

const later = async (world: World) => {
  await world.desk.settles();
  world.desk.passes('5m');
  await world.desk.settles();
};

test('merge: mails to the old number land in the new, people join; undo takes it back; unmerge sets it apart', async () => {
  await using world = await helpdesk();
  const { jane, john, maria, desk } = world;
  await opens(world, 1001, 'Printer on fire');
  const acknowledged = jane.inbox().at(-1);
  const { heard } = await opens(world, 1002, 'Printer smokes', 'john');
  await maria.replies('!merge HD-1001', { to: heard });
  await maria.receives('[HD-1002]', /lives on in HD-1001 “Printer on fire”; John Doe takes part there now/);
  expect(await desk.ticket(1002)).toMatchObject({ state: 'closed', mergedInto: 1001 });

  await maria.replies('!undo');
  await maria.receives('[HD-1001]', /“merge HD-1001” is taken back/);
  expect(await desk.ticket(1002)).toMatchObject({ state: 'raised', waitsFor: 'staff' });
  expect(await desk.participants(1001)).toHaveLength(1);

  await maria.replies('!merge HD-1001', { to: heard });
  await maria.receives('[HD-1002]', /lives on in HD-1001/);
  await john.replies('It is still smoking.', { proved: false });
  const told = await maria.receives('[HD-1001]', /still smoking/);
  expect(told.text).not.toMatch(/new (?:title|subject|matter)|split/i);
  expect((await desk.messages(1002)).map(({ visibleText }) => visibleText)).toEqual(['About “Printer smokes”.']);
  await maria.replies('We come at noon.');
  await later(world);
  await jane.receives('[HD-1001]', /at noon/);
  await john.receives('[HD-1001]', /at noon/);

  await maria.replies('!unmerge', { to: told });
  await maria.receives('[HD-1001]', /HD-1002 stands by itself again; John Doe takes part here no more/);
  expect(await desk.ticket(1002)).toMatchObject({ state: 'raised', waitsFor: 'staff' });
  await john.writes('Re: [HD-1002] Printer smokes', 'Mine still smokes.');
  await maria.receives('[HD-1002]', /Mine still smokes/);
  await jane.replies('Ours is out.', { to: acknowledged });
  await maria.receives('[HD-1001]', /Ours is out/);
  await later(world);
});

test('merge is refused for another customer’s ticket, and for the ticket that lives on in it', async () => {
  await using world = await helpdesk();
  const { maria, desk } = world;
  await opens(world, 1001, 'Printer on fire');
  const { heard } = await opens(world, 1002, 'Cheap pills', 'stranger');
  await maria.replies('!merge HD-1001', { to: heard });
  await maria.receives('[HD-1002]', /HD-1001 is another customer’s/);
  expect(await desk.ticket(1002)).toMatchObject({ state: 'raised' });
  await maria.replies('!merge! HD-1001', { to: heard });
  await maria.receives('[HD-1002]', /lives on in HD-1001/);
  await maria.writes('[HD-1001] Printer on fire [merge HD-1002]', '');
  await maria.receives('[HD-1001]', /HD-1002 was merged into this ticket|not proved far enough|confirm/i);
  await later(world);
});

test('split: a mail about something else opens its own ticket, and what answers it lands there', async () => {
  await using world = await helpdesk();
  const { jane, maria, ravi, desk } = world;
  const { heard } = await opens(world, 1001, 'Printer on fire');
  const acknowledged = jane.inbox().at(-1);
  await maria.replies('We come at noon.', { to: heard });
  await later(world);
  await jane.receives('[HD-1001]', /at noon/);
  const other = await jane.replies('The invoice is wrong too.', { subject: 'Wrong invoice' });
  const news = await maria.receives('[HD-1001]', /invoice is wrong/);
  await ravi.receives('[HD-1001]', /invoice is wrong/);
  await maria.replies('!split', { to: news });
  await maria.receives('[HD-1001]', /HD-1002 “Wrong invoice” is opened for Jane Roe with the last mail/);
  await ravi.receives('[HD-1002] Wrong invoice', /invoice is wrong/);
  expect(await desk.ticket(1001)).toMatchObject({ waitsFor: 'customer' });
  expect(await desk.ticket(1002)).toMatchObject({ requester: jane.address, customer: 'globex', state: 'raised' });
  expect(await desk.messages(1002)).toMatchObject([{ messageId: other, direction: 'in' }]);

  // She answers her own mail, whose signed address is still that of the first ticket.
  const signed = news.headers.get('reply-to') ?? '';
  expect(signed).not.toBe('');
  await jane.writes('Re: Wrong invoice', 'Number 4711, to be exact.', {
    inReplyTo: other,
    references: [other],
    to: acknowledged?.headers.get('reply-to') ?? '',
    proved: false,
  });
  await ravi.receives('[HD-1002]', /Number 4711/);
  await jane.replies('And the fire is out.', { to: acknowledged });
  await ravi.receives('[HD-1001]', /fire is out/);
  await desk.settles();
  await maria.receives('[HD-1001]', /fire is out/);
  await maria.replies('!undo!');
  await maria.receives('[HD-1001]', /“split” is taken back/);
  expect((await desk.messages(1001)).some(({ messageId: id }) => id === other)).toBe(true);
  expect(await desk.ticket(1002)).toMatchObject({ deleted: expect.any(Number) });
  await later(world);
});

test('move: the last mail goes where it belongs, and so does the rest of its thread', async () => {
  await using world = await helpdesk();
  const { jane, maria, ravi, desk } = world;
  await opens(world, 1001, 'Printer on fire');
  const first = jane.inbox().at(-1);
  const { heard } = await opens(world, 1002, 'Wrong invoice');
  await maria.replies('!assign ravi', { to: heard });
  await maria.receives('[HD-1002]', /nobody → ravi/);
  await ravi.receives('[HD-1002]');
  const strayed = await jane.replies('The invoice is 100 too high.', { to: first });
  const news = await maria.receives('[HD-1001]', /100 too high/);
  await maria.replies('!move HD-1002', { to: news });
  await maria.receives('[HD-1001]', /the last mail of Jane Roe goes to HD-1002 “Wrong invoice”/);
  await ravi.receives('[HD-1002]', /100 too high/);
  expect((await desk.messages(1002)).at(-1)).toMatchObject({ messageId: strayed });
  await jane.writes('Re: [HD-1001] Printer on fire', 'Make that 110.', {
    inReplyTo: strayed,
    references: [first?.messageId ?? '', strayed],
    to: first?.headers.get('reply-to') ?? '',
  });
  await ravi.receives('[HD-1002]', /Make that 110/);
  await later(world);
  const arrivals = await desk.house.store.read((at) => at.arrivalsOf({ messageId: messageId(strayed) }));
  expect(arrivals).toMatchObject([{ ticket: 1002 }]);
});

test('delete: out of lists, a new mail opens another ticket beside it; restore brings it back', async () => {
  await using world = await helpdesk();
  const { jane, maria, desk } = world;
  const { heard } = await opens(world, 1001, 'Printer on fire');
  const acknowledged = jane.inbox().at(-1);
  await maria.replies('!delete\nIt was a test.', { to: heard });
  await maria.receives('[HD-1001]', /deleted; `restore` brings it back until 2026-04-01/);
  const listed = () => desk.house.store.read(async (at) => (await at.tickets({ search: 'fire' })).map(({ number }) => number));
  expect(await listed()).toEqual([]);
  await jane.replies('Is anybody there?', { to: acknowledged });
  await jane.receives('[HD-1002]');
  await maria.receives('[HD-1002]', /answers HD-1001, which was deleted[\s\S]*anybody there/);
  await desk.settles();
  expect((await desk.house.store.read((at) => at.kin(ticketNo(1002)))).links).toEqual([1001]);
  await maria.replies('!restore', { to: heard });
  await maria.receives('[HD-1001]', /deleted → there again/);
  expect(await listed()).toContain(1001);
  await later(world);
  expect(jane.inbox()).toHaveLength(2);
});

test('spam: closed without a word, its sender is left for a day; block, and unblock from anywhere', async () => {
  await using world = await helpdesk();
  const { stranger, maria, desk } = world;
  const { heard } = await opens(world, 1001, 'Cheap pills', 'stranger');
  await maria.replies('!spam\nThe third this week.', { to: heard });
  await maria.receives('[HD-1001]', /closed, nobody is told; mail from sam@elsewhere\.example is left for 24 hours/);
  await stranger.writes('Cheaper pills', 'Buy.');
  await later(world);
  expect(await desk.ledger()).toMatchObject({ ignored: 1 });
  desk.passes('1d');
  await opens(world, 1002, 'Cheapest pills', 'stranger');
  await maria.replies('!block elsewhere.example');
  await maria.receives('[HD-1002]', /mail from elsewhere\.example is kept and left/);
  desk.passes('10d');
  await stranger.writes('Pills', 'Buy.');
  await later(world);
  expect(await desk.ledger()).toMatchObject({ ignored: 2 });
  await maria.writes('[unblock elsewhere.example]', '');
  await desk.settles();
  await maria.receives('unblock', /mail from elsewhere\.example is taken again/);
  await opens(world, 1003, 'Sorry', 'stranger');
  expect(stranger.inbox()).toHaveLength(3);
});
