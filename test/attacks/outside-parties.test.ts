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
