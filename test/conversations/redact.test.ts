import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zstdDecompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { ticketNo } from '../../src/domain/ids.ts';
import { helpdesk, type World } from '../support/world.ts';

const card = '4111 1111 1111 1111';

/** Files of the data directory that hold `words`. */
async function filesWith(world: World, words: string): Promise<string[]> {
  const found: string[] = [];
  for (const tree of ['mails', 'attachments', 'sent']) {
    const root = join(world.desk.dir, 'data', tree);
    const names = await readdir(root, { recursive: true, withFileTypes: true });
    for (const name of names.filter((one) => one.isFile())) {
      const bytes = await readFile(join(name.parentPath, name.name));
      const text = name.name.endsWith('.zst') ? zstdDecompressSync(bytes).toString() : bytes.toString();
      if (text.includes(words)) found.push(name.name);
    }
  }
  return found;
}

const found = (world: World, search: string) => world.desk.house.store.read((at) => at.tickets({ search }));

test('redact "words": gone from the ticket, from searches, from queued mails and stored ones; the journal names none', async () => {
  await using world = await helpdesk();
  const { jane, maria, desk } = world;
  await jane.writes('My printer', `It smokes.\nMy card is ${card}.`);
  await jane.receives('[HD-1001]');
  const heard = await maria.receives('[HD-1001]', /4111/);
  await desk.settles();
  expect((await filesWith(world, card)).length).toBeGreaterThan(1); // their mail, and ours that told of it
  expect(await found(world, '4111')).toHaveLength(1);

  await maria.replies(`!redact "${card}"`, { to: heard });
  const receipt = await maria.receives('[HD-1001]', /the words are removed from one message/);
  await desk.settles();
  expect(receipt.text).not.toContain('4111');
  expect(receipt.text).toContain('redact "…"');
  expect(await filesWith(world, card)).toEqual([]);
  expect(await found(world, '4111')).toEqual([]);
  expect((await desk.messages(1001)).at(0)).toMatchObject({ visibleText: 'It smokes.\nMy card is [removed].' });
  const kept = await desk.house.store.read(async (at) => [
    await at.outbox({ ticket: ticketNo(1001) }),
    await at.journal(ticketNo(1001)),
    await at.messages(ticketNo(1001)),
    await at.heldArrivals(),
    await at.erasures(),
  ]);
  expect(JSON.stringify(kept)).not.toContain('4111');
  expect(kept[1]).toContainEqual(
    expect.objectContaining({ event: 'redacted', data: expect.objectContaining({ what: 'words', entries: 1 }) }),
  );
  expect(desk.log.join('\n')).not.toContain('4111');

  // The desk goes on: the same customer writes again, and a mail with the id of the erased one comes.
  await jane.replies('It is out.');
  await maria.receives('[HD-1001]', /It is out/);
});

test('redact attachment last, redact message', async () => {
  await using world = await helpdesk();
  const { jane, maria, desk } = world;
  const withFile = [
    'From: Jane Roe <jane@globex.example>',
    'To: support@acme.example',
    'Subject: Access',
    'Message-ID: <with-file@globex.example>',
    'Date: Mon, 2 Mar 2026 09:00:00 +0000',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'See the file, the hint is xyzzy-plugh.',
    '--b',
    'Content-Type: text/plain; name=keys.txt',
    'Content-Disposition: attachment; filename=keys.txt',
    '',
    'the secret key of our safe',
    '--b--',
    '',
  ];
  await jane.sendsRaw(withFile.join('\r\n'));
  const heard = await maria.receives('[HD-1001]', /keys\.txt/);
  await desk.settles();
  expect(await filesWith(world, 'secret key')).toHaveLength(2);
  await maria.replies('!redact attachment last', { to: heard });
  await maria.receives('[HD-1001]', /“keys\.txt” is removed/);
  await desk.settles();
  expect(await filesWith(world, 'secret key')).toEqual([]);
  expect((await desk.messages(1001)).at(0)).toMatchObject({ attachments: [] });

  expect(await found(world, 'xyzzy')).toHaveLength(1);
  await maria.replies('!note\nI wonder what that is about.', { to: heard });
  await maria.receives('[HD-1001]', /text kept inside/);
  await maria.replies('!redact message', { to: heard });
  await maria.receives('[HD-1001]', /the last message, of Maria Lopez, is removed/);
  await desk.settles();
  expect((await desk.messages(1001)).at(1)).toMatchObject({ text: '[removed]', subject: '[removed]' });
  await maria.replies('!redact xyzzy-plugh', { to: heard });
  await maria.receives('[HD-1001]', /removed from one message/);
  await desk.settles();
  expect(await filesWith(world, 'xyzzy')).toEqual([]);
  expect((await desk.messages(1001)).at(0)).toMatchObject({ visibleText: 'See the file, the hint is [removed].' });
  expect(await found(world, 'xyzzy')).toEqual([]);
  const rows = await desk.house.store.read((at) => at.outbox({ ticket: ticketNo(1001) }));
  expect(JSON.stringify(rows)).not.toContain('xyzzy');
});
