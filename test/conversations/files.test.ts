import { expect, test } from 'vitest';
import { later, withTicket } from '../support/first-ticket.ts';
import type { SinkMail } from '../support/smtp-mail.ts';
import { helpdesk, type World } from '../support/world.ts';

type Part = { type: string; name: string; cid?: string; bytes: Buffer };
type Letter = {
  from: string;
  to: string;
  subject: string;
  id: string;
  inReplyTo?: string;
  cc?: string;
  html: string;
  text?: string;
  parts: readonly Part[];
};

/** A mail as programs with formatting write it: text, HTML, pictures in it, files. */
const letter = ({ from, to, subject, id, inReplyTo, cc, html, text, parts }: Letter): string => {
  const domain = from.split('@')[1];
  return [
    `Authentication-Results: mx.acme.example; dkim=pass header.d=${domain}; dmarc=pass header.from=${domain}`,
    ...[`From: ${from}`, `To: ${to}`, ...(cc === undefined ? [] : [`Cc: ${cc}`]), `Subject: ${subject}`, `Message-ID: ${id}`],
    ...(inReplyTo === undefined ? [] : [`In-Reply-To: ${inReplyTo}`]),
    ...['Date: Mon, 2 Mar 2026 09:10:00 +0000', 'MIME-Version: 1.0', 'Content-Type: multipart/related; boundary="b"', '', '--b'],
    ...['Content-Type: multipart/alternative; boundary="a"', ''],
    ...(text === undefined ? [] : ['--a', 'Content-Type: text/plain; charset=utf-8', '', text]),
    ...['--a', 'Content-Type: text/html; charset=utf-8', '', html, '--a--'],
    ...parts.flatMap(({ type, name, cid, bytes }) => [
      ...['--b', `Content-Type: ${type}; name="${name}"`, 'Content-Transfer-Encoding: base64'],
      `Content-Disposition: ${cid === undefined ? 'attachment' : 'inline'}; filename="${name}"`,
      ...(cid === undefined ? [] : [`Content-ID: <${cid}>`]),
      ...['', bytes.toString('base64').replace(/.{76}/g, '$&\r\n')],
    ]),
    ...['--b--', ''],
  ].join('\r\n');
};

const picture = (seed: number, size = 30_000): Buffer => Buffer.alloc(size, seed);
const png = (name: string, cid: string, bytes: Buffer): Part => ({ type: 'image/png', name, cid, bytes });
const pdf = (name: string, bytes: Buffer): Part => ({ type: 'application/pdf', name, bytes });
const files = (mail: SinkMail) => mail.parsed.attachments.map(({ filename, size }) => [filename, size]);
const answer = (world: World, notice: SinkMail, id: string, rest: Pick<Letter, 'html' | 'parts'> & Partial<Letter>) =>
  world.maria.sendsRaw(
    letter({
      ...{ from: 'maria@acme.example', to: notice.headers.get('reply-to') ?? '', id },
      ...{ subject: 'Re: [HD-1001] Printer on fire', inReplyTo: notice.messageId, ...rest },
    }),
  );
const queued = async ({ desk, jane }: World) => {
  const rows = await desk.house.store.read((at) => at.outbox({}));
  return rows.filter(({ to, template }) => to.address === jane.address && template === 'reply').map(({ data }) => data);
};

test('files of a customer go along to those who work on it, as far as they fit; a logo never', async () => {
  await using world = await helpdesk();
  const { jane, maria, desk } = world;
  const parts = [
    png('smoke.png', 'pic@x', picture(1)),
    pdf('manual.pdf', picture(2, 11 * 1024 * 1024)),
    { type: 'text/plain', name: '../../log.txt', bytes: Buffer.from('it smokes') },
  ];
  await jane.sendsRaw(
    letter({
      from: jane.address,
      to: 'support@acme.example',
      subject: 'Smoke',
      id: '<s@x>',
      html: '<p>Look: <img src="cid:pic@x"></p>',
      parts,
    }),
  );
  const told = await maria.receives('[HD-1001]');
  expect(files(told)).toEqual([
    ['smoke.png', 30_000],
    [expect.stringMatching(/^[^/\\]*log\.txt$/), 9],
  ]);
  const rows = await desk.house.store.read((at) => at.outbox({}));
  const data = rows.find(({ template }) => template === 'notify-new')?.data;
  expect(data).toMatchObject({
    attachments: [{ filename: 'smoke.png', attached: true }, { filename: 'manual.pdf', attached: false }, { attached: true }],
    original: { mailbox: 'support', folder: 'Processed' },
  });
});

test('A9: formatted words of an associate go on as safe HTML with their pictures; nothing that loads, runs or was quoted does', async () => {
  await using world = await helpdesk();
  const notice = await withTicket(world);
  const html = [
    '<div>!take</div><div><b>Hello Jane</b>,</div><ol><li>open <a href="https://a.example/m">the manual</a></li><li>look here: <img src="cid:pic@x"></li></ol>',
    '<img src="https://track.example/p.gif"><script>alert(1)</script><div>-- <br>Maria<img src="cid:logo@x"></div>',
    '<div class="gmail_quote">On Monday wrote:<blockquote>INTERNAL-WORD <img src="cid:old@x"></blockquote></div>',
  ].join('');
  const text =
    '!take\nHello Jane,\n\n1. open the manual <https://a.example/m>\n2. look here: [image: pic]\n\n-- \nMaria\n\nOn Monday wrote:\n> INTERNAL-WORD\n';
  const parts = [
    png('pic.png', 'pic@x', picture(1)),
    png('logo.png', 'logo@x', picture(2, 2_000)),
    png('old.png', 'old@x', picture(3)),
  ];
  await answer(world, notice, '<f@acme.example>', { html, text, parts });
  await later(world);
  const mail = await world.jane.receives('[HD-1001]', /Hello Jane/);
  expect(files(mail)).toEqual([['pic.png', 30_000]]);
  expect((await queued(world))[0]).toMatchObject({
    bodyHtml:
      '<div><b>Hello Jane</b>,</div><ol><li>open <a href="https://a.example/m">the manual</a></li><li>look here: <img src="cid:pic@x" alt=""></li></ol>',
  });
  expect(mail.html).toContain('<b>Hello Jane</b>');
  expect(mail.html).toMatch(/<img [^>]*src="cid:pic@x"/);
  expect(mail.parsed.attachments[0]).toMatchObject({ cid: 'pic@x', contentDisposition: 'inline', related: true });
  expect(mail.html).not.toMatch(/track\.example|script|alert|INTERNAL/);
});

test('where the words go as text, a picture goes as a file; a logo and what was quoted stay here', async () => {
  await using world = await helpdesk();
  const notice = await withTicket(world);
  const html = '<p>Something else than the text says</p><img src="cid:pic@x"><img src="cid:logo@x">';
  const parts = [png('pic.png', 'pic@x', picture(1)), png('logo.png', 'logo@x', picture(2, 2_000))];
  await answer(world, notice, '<t@acme.example>', { html, text: 'See the picture.', parts });
  await later(world);
  const mail = await world.jane.receives('[HD-1001]', /See the picture/);
  expect((await queued(world))[0]).toMatchObject({ bodyHtml: '' });
  expect(files(mail)).toEqual([['pic.png', 30_000]]);
});

test('the same file does not go twice to the same reader of a ticket, but again where the first mail failed', async () => {
  await using world = await helpdesk();
  const notice = await withTicket(world);
  const send = async (id: string, words: string) => {
    await answer(world, notice, id, { html: `<p>${words}</p>`, parts: [pdf('plan.pdf', Buffer.from('PLAN'))] });
    await later(world);
  };
  world.sink.refuse('RCPT', 550, '5.1.1 No such user', 1, world.jane.address);
  await send('<1@acme.example>', 'The plan, first.');
  await send('<2@acme.example>', 'The plan, second.');
  expect(files(await world.jane.receives('[HD-1001]', /second/))).toEqual([['plan.pdf', 4]]);
  await send('<3@acme.example>', 'The plan, third.');
  expect(files(await world.jane.receives('[HD-1001]', /third/))).toEqual([]);
});

test('below an answer stands the mail that it answers, for who wrote it: who is new to the ticket sees none of it', async () => {
  await using world = await helpdesk();
  const { jane, john, maria, desk } = world;
  const notice = await withTicket(world);
  await maria.replies('!note\nINTERNAL-1 never to be read outside', { to: notice });
  await desk.settles();
  await maria.replies('We come at noon.', { to: notice, subject: `Re: ${notice.subject} [cc john@globex.example]` });
  await later(world);
  expect((await jane.receives('[HD-1001]', /noon/)).text).toMatch(/noon[\s\S]*Jane Roe wrote:\s+> Tray 2 smokes\./);
  expect((await john.receives('[HD-1001]', /noon/)).text).not.toMatch(/wrote:|smokes/);
  const rows = await desk.house.store.read((at) => at.outbox({}));
  const said = rows.filter(({ template }) => template === 'reply').map(({ to, data }) => [to.address, data['quoted']]);
  expect(said).toEqual([
    [jane.address, { from: 'Jane Roe', at: expect.stringMatching(/\d{4}/), text: 'Tray 2 smokes.' }],
    [john.address, null],
  ]);
});

test('A10: names of files and pictures of an answer add no field and no recipient to what leaves', async () => {
  await using world = await helpdesk();
  const notice = await withTicket(world);
  const evil = '=?utf-8?Q?a=0D=0ABcc:_eve@evil.example=0D=0A=0D=0Ax=2Epdf?=';
  const parts = [pdf(evil, Buffer.from('PLAN')), png(evil, 'p=0D=0ABcc:eve@evil.example', picture(1))];
  const html = '<p>See the plan. <img src="cid:p=0D=0ABcc:eve@evil.example" alt="&#13;&#10;Bcc: eve@evil.example"></p>';
  await answer(world, notice, '<a10@acme.example>', { html, text: 'See the plan.', parts });
  await later(world);
  const mail = await world.jane.receives('[HD-1001]', /See the plan/);
  expect(mail.recipients).toEqual([world.jane.address]);
  expect(mail.raw.toString('latin1')).not.toMatch(/^(?:bcc|cc|to):.*eve/im);
  expect(mail.parsed.attachments.map(({ content }) => content.length).toSorted()).toEqual([30_000, 4]);
  expect(world.sink.mails.flatMap(({ recipients }) => recipients).filter((one) => one.includes('eve'))).toEqual([]);
});

test('A11: whatever ends a line within an answer, it ends no mail: what follows stays its text', async () => {
  await using world = await helpdesk();
  const notice = await withTicket(world);
  const smuggled = ['MAIL FROM:<eve@evil.example>', 'RCPT TO:<jane@globex.example>', 'DATA', 'Subject: smuggled', '', 'boo'];
  for (const [at, end] of ['\n.\n', '\r.\r', '\n.\r\n', '\r\n.\r'].entries()) {
    const words = `Part ${at} of it.${end}${smuggled.join(end.includes('\n') ? '\n' : '\r')}`;
    await answer(world, notice, `<a11.${at}@acme.example>`, { html: `<pre>${words}</pre>`, text: words, parts: [] });
    await later(world);
    const mail = await world.jane.receives('[HD-1001]', new RegExp(`Part ${at} of it`));
    expect(mail.text).toMatch(/MAIL FROM:<eve@evil\.example>[\s\S]*boo/);
    expect(mail.raw.toString('latin1')).not.toMatch(/\r(?!\n)|(?<!\r)\n/);
  }
  expect(world.sink.mails.filter(({ subject }) => subject.includes('smuggled'))).toEqual([]);
});
