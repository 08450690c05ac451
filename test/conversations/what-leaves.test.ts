import { expect, test } from 'vitest';
import { later, withTicket } from '../support/first-ticket.ts';
import { mailPrograms } from '../support/mail-programs.ts';
import type { SinkMail } from '../support/smtp-mail.ts';
import { helpdesk, type World } from '../support/world.ts';

/** Maria's notes stand in it, as in every answer to `status`. */
async function withNotes(world: World): Promise<SinkMail> {
  await withTicket(world);
  await world.maria.replies('INTERNAL-NOTE: they never pay.', { subject: 'Re: [HD-1001] Printer on fire [note]' });
  await world.maria.receives('[HD-1001]', /note/);
  await world.maria.replies('!status');
  const status = await world.maria.receives('[HD-1001]', /INTERNAL-NOTE/);
  await world.desk.settles();
  return status;
}

const toJane = (world: World) => world.jane.inbox().slice(1);

/** No line of what she answered is in what went out; below it stand the customer's own words, by our own hand. */
function carriesNothingOf(quoted: SinkMail, sent: SinkMail) {
  const told = quoted.text.split('\n').map((line) => line.trim());
  const internal = told.filter(
    (line) => line.length > 12 && !line.includes('Printer on fire') && !line.startsWith('Acme Support'),
  );
  const [words = '', ...below] = sent.text.split(/^On .+ wrote:$/m);
  expect(below).toEqual([expect.stringMatching(/^\s+> Tray 2 smokes\.\s+-- $/m)]);
  expect(internal.filter((line) => words.includes(line))).toEqual([]);
}

test('whatever program an associate answers with, the customer gets the words and nothing that it quotes', async () => {
  await using world = await helpdesk();
  const { maria, jane } = world;
  const status = await withNotes(world);
  let serial = 0;
  for (const [program, write] of Object.entries(mailPrograms)) {
    const from = 'Maria Lopez <maria@acme.example>';
    const text = `We come at noon. (${program})`;
    await maria.sendsRaw(
      write({ from, to: status, text, date: world.clock.now(), messageId: `<program.${++serial}@acme.example>` }),
    );
    await later(world);
    const sent = await jane.receives('[HD-1001]', /at noon/);
    expect(sent.text, program).toContain(program);
    carriesNothingOf(status, sent);
  }
});

test('a command sent off without a word: whatever the program copied below it stays inside', async () => {
  await using world = await helpdesk();
  const { maria } = world;
  const status = await withNotes(world);
  let serial = 0;
  for (const [program, write] of Object.entries(mailPrograms)) {
    const subject = `Re: [HD-1001] Printer on fire [assign ${serial % 2 === 0 ? 'ravi' : 'maria'} ] [x${serial}]`.replace(
      / \[x\d+\]/,
      '',
    );
    await maria.sendsRaw(
      write({
        from: 'maria@acme.example',
        to: status,
        text: '',
        date: world.clock.now(),
        messageId: `<empty.${++serial}@acme.example>`,
        subject,
      }),
    );
    await later(world);
    expect(toJane(world), program).toEqual([]);
  }
});

test('R6: what is forwarded to a ticket is for us: none of it leaves, nor what stands above it', async () => {
  await using world = await helpdesk();
  const { maria, desk } = world;
  await withTicket(world);
  const forwarded = 'From: Vendor <v@vendor.example>\nDate: Mon\nSubject: x\nTo: Maria\n\nINTERNAL-PRICE 12 EUR';
  const body = `INTERNAL-FYI the vendor answered.\n\n---------- Forwarded message ---------\n${forwarded}`;
  await maria.writes('Re: [HD-1001] Printer on fire', body);
  await later(world);
  expect(toJane(world)).toEqual([]);
  expect((await desk.messages(1001)).at(-1)).toMatchObject({ direction: 'note', from: { address: 'maria@acme.example' } });
});

test('a note stays inside, its attachments too, also where the same mail closes the ticket', async () => {
  await using world = await helpdesk();
  const { maria, jane, ravi, desk } = world;
  await withTicket(world);
  await maria.replies('INTERNAL-FIRST: they never pay.', { subject: 'Re: [HD-1001] Printer on fire [note]' });
  await maria.receives('[HD-1001]', /note/);
  await later(world);
  expect(toJane(world)).toEqual([]);

  await ravi.replies('!note; close\nINTERNAL-SECOND: good riddance.');
  await ravi.receives('[HD-1001]', /close/);
  await later(world);
  const closed = await jane.receives('[HD-1001]');
  expect(closed.headers.get('auto-submitted')).toBe('auto-generated');
  expect(await desk.ticket(1001)).toMatchObject({ state: 'closed' });
  const notes = (await desk.messages(1001)).filter(({ direction }) => direction === 'note');
  expect(notes.map(({ visibleText }) => visibleText)).toEqual([
    'INTERNAL-FIRST: they never pay.',
    'INTERNAL-SECOND: good riddance.',
  ]);
});

test('R2: the link [note] used a second time still keeps the words inside, and says so', async () => {
  await using world = await helpdesk();
  const { maria } = world;
  await withTicket(world);
  const subject = 'Re: [HD-1001] Printer on fire [note]';
  await maria.replies('INTERNAL-FIRST', { subject });
  await maria.receives('[HD-1001]', /note/);
  await maria.replies('INTERNAL-SECOND', { subject });
  await maria.receives('[HD-1001]', /not repeated|already/i);
  await later(world);
  expect(toJane(world)).toEqual([]);
});

test('the customer in Cc of the answer gets no second copy', async () => {
  await using world = await helpdesk();
  const { maria, john, jane, desk } = world;
  await jane.writes('Printer on fire', 'Tray 2 smokes.', { cc: 'John Doe <john@globex.example>' });
  await jane.receives('[HD-1001]');
  await maria.receives('[HD-1001]');
  expect((await desk.participants(1001)).map(({ address }) => address)).toEqual(['jane@globex.example', 'john@globex.example']);
  await maria.replies('We come at noon.', { cc: 'Jane Roe <Jane@Globex.example>' });
  await later(world);
  await john.receives('[HD-1001]', /at noon/);
  expect(jane.inbox().filter(({ text }) => /at noon/.test(text))).toEqual([]);
});

test('A2: a stranger in Cc takes no part and gets no history; a colleague joins and gets none either', async () => {
  await using world = await helpdesk();
  const { maria, john, jane, stranger, desk } = world;
  await withTicket(world);
  await jane.replies('I add John and Sam.', { cc: 'John Doe <john@globex.example>, Sam <sam@elsewhere.example>' });
  await maria.receives('[HD-1001]', /I add John/);
  await desk.settles();
  expect((await desk.participants(1001)).map(({ address }) => address)).toEqual(['jane@globex.example', 'john@globex.example']);
  expect([...john.inbox(), ...stranger.inbox()]).toEqual([]);
  await maria.replies('Welcome, John.');
  await later(world);
  const welcome = await john.receives('[HD-1001]', /Welcome/);
  expect(welcome.text).not.toMatch(/smokes|I add John/);
  expect(stranger.inbox()).toEqual([]);
});

test('attachments of an answer go on to the customer as they were', async () => {
  await using world = await helpdesk();
  const { maria, jane } = world;
  const notified = await withTicket(world);
  const body = [
    '--b',
    'Content-Type: text/plain',
    '',
    'See the plan.',
    '--b',
    'Content-Type: application/pdf; name="plan.pdf"',
    'Content-Disposition: attachment; filename="plan.pdf"',
    'Content-Transfer-Encoding: base64',
    '',
    'UExBTg==',
    '--b--',
    '',
  ];
  const head = [
    'Authentication-Results: mx.acme.example; dkim=pass header.d=acme.example; dmarc=pass header.from=acme.example',
    'From: maria@acme.example',
    `To: ${notified.headers.get('reply-to')}`,
    'Subject: Re: [HD-1001] Printer on fire',
    'Message-ID: <plan@acme.example>',
    'Date: Mon, 2 Mar 2026 09:10:00 +0000',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="b"',
    '',
  ];
  await maria.sendsRaw([...head, ...body].join('\r\n'));
  await later(world);
  const sent = await jane.receives('[HD-1001]', /See the plan/);
  expect(sent.parsed.attachments.map(({ filename, content }) => [filename, content.toString()])).toEqual([['plan.pdf', 'PLAN']]);
});
