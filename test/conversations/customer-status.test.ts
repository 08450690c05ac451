import { expect, test } from 'vitest';
import { helpdesk } from '../support/world.ts';

test('a customer’s [status]: how their own ticket stands, in their words, and nothing happens to it', async () => {
  await using world = await helpdesk();
  const { jane, maria, stranger, john, desk } = world;
  await jane.writes('Printer on fire', 'Tray 2 smokes.');
  await jane.receives('[HD-1001]');
  await maria.receives('[HD-1001]');
  await jane.writes('Re: [HD-1001] Printer on fire [status]', '', { headers: ['Reply-To: other@elsewhere.example'] });
  const told = await jane.receives('[HD-1001]', /We are working on it/);
  expect(told.text).not.toMatch(/maria|raised|severity/i);
  await maria.replies('!note\nINTERNAL-3 they owe us money');
  await maria.receives('[HD-1001]', /kept inside/);
  await maria.replies('!reply\nIs it plugged in?');
  await maria.receives('[HD-1001]');
  await desk.settles();
  desk.passes('5m');
  await jane.receives('[HD-1001]', /plugged in/);
  await jane.writes('AW: [HD-1001] Printer on fire [Estado]', '');
  await jane.receives('[HD-1001]', /waiting for your answer/);
  expect(await desk.ticket(1001)).toMatchObject({ state: 'raised', waitsFor: 'customer' });
  expect(await desk.messages(1001)).toHaveLength(3);
  await stranger.writes('Re: [HD-1001] Printer on fire [status]', '');
  await stranger.receives('HD-1002', /We have your message/);
  await john.writes('Re: [HD-1001] Printer on fire [status]', '', { proved: false });
  await desk.settles();
  expect(john.inbox().filter(({ text }) => /working on it|waiting for/.test(text))).toEqual([]);
});

test('what stands beside the question is a reply like any other; a title that says so is a title', async () => {
  await using world = await helpdesk();
  const { jane, maria, ravi, desk } = world;
  await jane.writes('Broken [status] lamp', 'It blinks.');
  await jane.receives('[HD-1001]');
  await maria.receives('[HD-1001]');
  await ravi.receives('[HD-1001]');
  await jane.replies('It blinks faster.');
  await maria.receives('[HD-1001]', /faster/);
  await desk.settles();
  expect(jane.inbox()).toHaveLength(1);
  await jane.writes('Printer', 'Smokes.');
  await jane.receives('[HD-1002]');
  await jane.writes('Re: [HD-1002] Printer [status]', 'And the second one too.');
  await jane.receives('[HD-1002]', /We are working on it/);
  await maria.receives('[HD-1002]', /second one too/);
  await desk.settles();
});
