import { expect, test } from 'vitest';
import { correspondent } from '../support/correspondent.ts';
import { later } from '../support/first-ticket.ts';
import { helpdesk } from '../support/world.ts';

const people = `people:
  - { handle: maria, name: Maria Lopez, addresses: [maria@acme.example], roles: [associate, lead, admin], teams: [web], language: en }
  - { handle: ravi, name: Ravi Kumar, addresses: [ravi@acme.example], roles: [associate], teams: [web], language: en }
  - { handle: olga, name: Olga Out, addresses: [olga@provider.example], roles: [operator], language: en }
`;
const desk = '  workflow: simple\n  handover: { fields: [severity] }';

const withPicture = [
  'Authentication-Results: mx.acme.example;',
  ' dkim=pass header.d=globex.example;',
  ' dmarc=pass header.from=globex.example',
  'From: Jane Roe <jane@globex.example>',
  'To: support@acme.example',
  'Subject: Printer on fire',
  'Date: Mon, 02 Mar 2026 09:00:00 +0000',
  'Message-ID: <picture@globex.example>',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary="=_x"',
  '',
  '--=_x',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'Tray 2 smokes whenever our director prints.',
  '--=_x',
  'Content-Type: image/png; name="desk.png"',
  'Content-Disposition: attachment; filename="desk.png"',
  'Content-Transfer-Encoding: base64',
  '',
  Buffer.alloc(30_000, 'p').toString('base64').replace(/.{76}/g, '$&\r\n'),
  '--=_x--',
  '',
].join('\r\n');

/** Words, names, addresses and files of what Jane said. */
const private_ = /Printer on fire|Tray 2|smokes|Jane|Roe|globex|jane@|desk\.png/i;

test('PRIVACY: a provider gets what was written for them and nothing of the conversation; their number is learnt and finds the ticket', async () => {
  await using world = await helpdesk({ desk, files: { 'people.yaml': people } });
  const { jane, maria } = world;
  const olga = correspondent(world, 'Olga Out', 'olga@provider.example');
  await jane.sendsRaw(withPicture);
  await jane.receives('[HD-1001]');
  await maria.receives('[HD-1001]');
  await world.desk.settles();
  await maria.replies('!severity high');
  await maria.receives('[HD-1001]', /high/);
  await maria.replies('!operator olga\nJane says that Tray 2 smokes whenever our director prints.');
  await maria.receives('[HD-1001]', /it carries something of the conversation: the name Jane/);
  await maria.replies('!operator olga show desk.png\nThe fuser of model X9 overheats after ten pages since firmware 3.');
  const receipt = await maria.receives(
    '[HD-1001]',
    /handed to Olga Out: your text; with severity; with the files fault-1\.png; left out: \d+ mails/,
  );
  expect(receipt.text).toMatch(/Olga Out/);
  await later(world);
  const given = await olga.receives(
    '[HD-1001] Acme Support',
    /fuser of model X9 overheats[\s\S]*severity: high[\s\S]*fault-1\.png/,
  );
  expect(given.text).not.toMatch(private_);

  await olga.replies('We look into it.', { to: given, subject: 'Re: [HD-1001] Acme Support [ABC-77]' });
  await world.desk.settles();
  expect((await world.desk.messages(1001)).at(-1)).toMatchObject({ direction: 'note', visibleText: 'We look into it.' });
  await maria.receives('[HD-1001]', /from the outside party Olga Out: the customer has not seen it[\s\S]*We look into it\./);
  await olga.replies('!eta 2026-03-20', { to: given });
  await olga.receives('[HD-1001] Acme Support', /expected by 2026-03-20/);
  await maria.receives('[HD-1001]', /from the outside party[\s\S]*expected by 2026-03-20/);
  await olga.replies('!answer\nThe sensor is too hot: change it.', { to: given });
  await maria.receives('[HD-1001]', /from the outside party[\s\S]*change it/);
  await world.desk.settles();
  expect(await world.desk.ticket(1001)).toMatchObject({ fields: { eta: '2026-03-20' }, waitsFor: 'staff' });
  await olga.writes('[ABC-77] Solved in firmware 4', 'Install firmware 4.');
  await world.desk.settles();
  expect((await world.desk.messages(1001)).at(-1)).toMatchObject({ direction: 'note', visibleText: 'Install firmware 4.' });
  await olga.writes('[ABC-77] Your request was received', 'This is an automatic answer.', {
    headers: ['Auto-Submitted: auto-replied'],
  });
  await world.desk.settles();
  expect((await world.desk.messages(1001)).at(-1)).toMatchObject({
    direction: 'note',
    visibleText: 'This is an automatic answer.',
  });

  await maria.replies('!assign olga', { to: receipt });
  await jane.replies('It is worse now, tell the director.');
  await maria.replies('We are on it, Jane.', { to: receipt });
  await olga.writes('[HD-1001] x [status]', '');
  await later(world);
  for (const mail of world.sink.mails.filter(({ recipients }) => recipients.includes('olga@provider.example'))) {
    expect(`${mail.subject}\n${mail.text}\n${mail.html}`).not.toMatch(private_);
    expect(mail.raw.toString().replace(/\r\n[ \t]/g, ' ')).not.toMatch(/jane@|globex/i);
  }
  for (const mail of jane.inbox()) expect(mail.text).not.toMatch(/Olga|firmware|ABC-77|automatic answer/);
});
