import { expect, test } from 'vitest';
import { correspondent } from '../support/correspondent.ts';
import { later, withTicket } from '../support/first-ticket.ts';
import { helpdesk } from '../support/world.ts';

const people = `people:
  - { handle: maria, name: Maria Lopez, addresses: [maria@acme.example], roles: [associate, lead, admin], teams: [web], language: en }
  - { handle: ravi, name: Ravi Kumar, addresses: [ravi@acme.example], roles: [associate], teams: [web], language: es }
  - { handle: olga, name: Olga Out, addresses: [olga@outside.example], roles: [operator], language: en }
`;

test.each([
  ['a mistyped command in the subject', 'Re: [HD-1001] x [clsoe]', 'Hello.'],
  ['a command that is not theirs', 'Re: [HD-1001] x [status]', ''],
  ['a line that names it', 'Work', '!HD-1001 assign olga'],
  ['words for a note', 'Re: [HD-1001] x', 'I would like to know.'],
])('A2, A4: an outside party is told nothing of a ticket they take no part in, by %s', async (_, subject, text) => {
  await using world = await helpdesk({ files: { 'people.yaml': people } });
  await withTicket(world);
  const olga = correspondent(world, 'Olga Out', 'olga@outside.example');
  await olga.writes(subject, text);
  await olga.receives('');
  await later(world);
  for (const mail of olga.inbox())
    expect(`${mail.subject}\n${mail.text}\n${mail.html}`).not.toMatch(/Printer on fire|Tray 2|jane/i);
  expect(await world.desk.messages(1001)).toHaveLength(1);
  expect(await world.desk.ticket(1001)).toMatchObject({ state: 'raised', assignee: null });
});

const notTheirs = ['history', 'status', 'why', 'undo', 'cc eve@outside.example', 'reply', 'close', 'take'];

test('A2: on what was handed to them they note, answer and set a date; every other command is refused, and tells nothing', async () => {
  await using world = await helpdesk({
    files: { 'people.yaml': people.replace('outside.example', 'provider.example') },
    desk: '  workflow: simple',
  });
  await withTicket(world);
  const { maria, desk } = world;
  const olga = correspondent(world, 'Olga Out', 'olga@provider.example');
  await maria.replies('!operator olga\nThe fuser of model X9 overheats.');
  await maria.receives('[HD-1001]', /handed to Olga Out/);
  await later(world);
  const given = await olga.receives('[HD-1001]', /overheats/);
  for (const command of notTheirs) {
    await olga.replies(`!${command}\nPlease.`, { to: given });
    await olga.receives('', new RegExp(`“${command.split(' ')[0]}” is for associate`));
  }
  for (const command of ['list open', 'find fire', 'new for eve@outside.example']) {
    await olga.writes(`[${command}]`, '');
    await olga.receives('', new RegExp(`“${command.split(' ')[0]}” is for associate`));
  }
  await later(world);
  for (const mail of olga.inbox())
    expect(`${mail.subject}\n${mail.text}\n${mail.html}`).not.toMatch(/Printer on fire|Tray 2|jane|globex/i);
  expect(await desk.ticket(1001)).toMatchObject({ state: 'raised', assignee: null });
  expect(world.jane.inbox().filter(({ text }) => /Please\.|Olga/.test(text))).toEqual([]);
});
