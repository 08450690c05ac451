import { expect, test } from 'vitest';
import { later } from '../support/first-ticket.ts';
import { helpdesk } from '../support/world.ts';

/** What phones put under every mail. */
const phoned = (text: string): string => `${text}\n\nSent from my iPhone`;

test('a morning’s work by phone: lines on top of short mails, nothing typed twice, nothing of it seen by the customer', async () => {
  await using world = await helpdesk();
  const { jane, john, maria, ravi, desk } = world;

  await jane.writes('Printer on fire', 'Tray 2 smokes since seven.');
  await jane.receives('[HD-1001] Printer on fire');
  await ravi.receives('[HD-1001]');
  await maria.receives('[HD-1001] Printer on fire', /Tray 2 smokes/);
  await maria.replies(phoned('!take\n!severity high\nHello Jane,\n\nplease pull the plug, somebody is on the way.'));
  const receipt = await maria.receives('[HD-1001]', /nobody → maria[\s\S]*→ high/);
  expect(receipt.text).toMatch(/Jane Roe: your reply, on/);
  await later(world);
  const answer = await jane.receives('[HD-1001] Printer on fire', /pull the plug/);
  expect(answer.text).not.toMatch(/iPhone|severity|!take/);

  await maria.writes('[phone john@globex.example "John Doe"] Badge reader dead', phoned('He called from the gate.'));
  await maria.receives('[HD-1002]');
  const opened = await john.receives('[HD-1002]');
  expect(opened.text).not.toContain('gate');
  expect(await desk.ticket(1002)).toMatchObject({ channel: 'phone', requester: john.address });
  await john.replies('It blinks red now.');
  const blinking = await maria.receives('[HD-1002]', /blinks red/);
  await maria.replies(phoned('!assign ravi\n!note\nLooks like the power supply again.'), { to: blinking });
  await maria.receives('[HD-1002]', /→ ravi[\s\S]*text kept inside/);
  await ravi.receives('[HD-1002]', /asign/i);

  await jane.replies('The engineer was here, it prints again.', { to: answer });
  await maria.receives('[HD-1001]', /prints again/);
  await maria.replies(phoned('!time 45m\n!clsoe\nGlad to hear it.'));
  await maria.receives('[HD-1001]', /clsoe[\s\S]*\[close\]/);
  await maria.replies(phoned('!drop\n!time 45m\n!close\nGlad to hear it.'));
  await maria.receives('[HD-1001]', /discarded[\s\S]*45[\s\S]*→ closed/);
  await later(world);
  const closed = await jane.receives('[HD-1001]', /Glad to hear it/);
  expect(closed.text).not.toMatch(/45 ?m|0:45|clsoe|iPhone/);
  expect(await desk.ticket(1001)).toMatchObject({ state: 'closed', assignee: 'maria', severity: 'high' });
  jane.hasNothingUnread();
  john.hasNothingUnread();
});

test('a lead triages ten tickets from one list mail: one answer, one question whether it was meant, one receipt', async () => {
  await using world = await helpdesk();
  const { jane, maria, ravi, desk } = world;
  for (let at = 1; at <= 10; at++) await jane.writes(`Matter ${at}`, `Please look at number ${at}.`);
  await desk.settles();
  for (const { subject } of maria.inbox()) await maria.receives(subject);
  for (const { subject } of ravi.inbox()) await ravi.receives(subject);
  await maria.writes('[list unassigned]', '');
  const list = await maria.receives('Open tickets that nobody has', /HD-1001[\s\S]*HD-1010/);

  const numbers = Array.from({ length: 10 }, (_, at) => `HD-${1001 + at}`);
  const lines = numbers.map((tag, at) => `!${tag} assign ${at % 2 === 0 ? 'ravi' : 'me'}; severity ${at < 3 ? 'high' : 'low'}`);
  await maria.replies(lines.join('\n'), { to: list });
  const asked = await maria.receives('confirm', /HD-1001/);
  expect(await desk.ticket(1001)).toMatchObject({ assignee: null });
  const [, href = ''] = /it is mine:\n(mailto:\S+)/.exec(asked.text) ?? [];
  const link = new URL(href);
  await maria.writes(link.searchParams.get('subject') ?? '', link.searchParams.get('body') ?? '', {
    to: decodeURIComponent(link.pathname),
  });
  const receipt = await maria.receives('', /Tickets changed: 10/);
  for (const tag of numbers) expect(receipt.text).toContain(tag);
  for (const [at] of numbers.entries())
    expect(await desk.ticket(1001 + at)).toMatchObject({
      assignee: at % 2 === 0 ? 'ravi' : 'maria',
      severity: at < 3 ? 'high' : 'low',
    });
  await later(world);
  expect(ravi.inbox().filter(({ text }) => /asign/i.test(text)).length).toBe(5);
  expect(jane.inbox()).toHaveLength(10);
  expect(maria.inbox().filter(({ subject }) => subject.includes('nobody has') || subject.includes('confirm'))).toHaveLength(
    2 + 1,
  );
});
