import { expect, test } from 'vitest';
import { later, withTicket } from '../support/first-ticket.ts';
import { helpdesk } from '../support/world.ts';

const subject = (end: string) => `Re: [HD-1001] Printer on fire ${end}`;

test.each([
  ['a mark of no width before it', '\u200b!note\nINTERNAL-1', subject('')],
  ['a mark of direction before it', '\u200f!note\nINTERNAL-1', subject('')],
  ['the wide sign of an East Asian keyboard', '！note\nINTERNAL-1', subject('')],
  ['wide brackets', 'INTERNAL-1', subject('［note］')],
])('a note written with %s is a note', async (_, text, written) => {
  await using world = await helpdesk();
  await withTicket(world);
  await world.maria.replies(text, { subject: written });
  await world.maria.receives('[HD-1001]', /text kept inside/);
  await later(world);
  expect(world.jane.inbox()).toHaveLength(1);
});

test('R4: a bracket that a phone cut off is told as what it is, and nothing goes out', async () => {
  await using world = await helpdesk();
  await withTicket(world);
  await world.maria.replies('INTERNAL-1', { subject: subject('[not') });
  await world.maria.receives('[HD-1001]', /there is no command “\[not”[\s\S]*\[note\]/);
  await later(world);
  expect(world.jane.inbox()).toHaveLength(1);
});

test.each(['[note]', '! note', '  [nota]'])('the line %j in a text, where it is no command, holds the text', async (line) => {
  await using world = await helpdesk();
  await withTicket(world);
  await world.maria.replies(`${line}\nINTERNAL-1`);
  await world.maria.receives('[HD-1001]', /hardly meant for the customer/);
  await world.maria.replies('!note');
  await world.maria.receives('[HD-1001]', /kept as a note/);
  await later(world);
  expect(world.jane.inbox()).toHaveLength(1);
});
