import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Correspondent, correspondent } from '../support/correspondent.ts';
import type { SinkMail } from '../support/smtp-mail.ts';
import { helpdesk, type World } from '../support/world.ts';

const question = 'Is maria@home.example your address?';
const yes = /^Yes, it is mine:\n(mailto:\S+)/m;
const no = /^No, it is not mine:\n(mailto:\S+)/m;

const atHome = (world: World, address = 'maria@home.example'): Correspondent => correspondent(world, 'Maria L.', address);

/** Maria answers her notice from a mailbox that no file names. */
async function writesFromHome(world: World) {
  await world.jane.writes('Printer on fire', 'Tray 2 smokes.');
  await world.jane.receives('[HD-1001]');
  const notice = await world.maria.receives('[HD-1001]');
  await world.ravi.receives('[HD-1001]');
  const home = atHome(world);
  await home.replies('INTERNAL-HOME I come at noon.', { to: notice, proved: false });
  await world.maria.receives('[HD-1001]', /noon/);
  await world.ravi.receives('[HD-1001]', /noon/);
  return { home, notice };
}

async function later({ desk }: World) {
  await desk.settles();
  desk.passes('5m');
  await desk.settles();
}

/** Taps a link of a question and sends what it opens. */
async function taps(who: Correspondent, { text }: SinkMail, which: RegExp) {
  const [, href = ''] = which.exec(text) ?? [];
  const url = new URL(href);
  const subject = url.searchParams.get('subject') ?? '';
  await who.writes(subject, url.searchParams.get('body') ?? '', { to: decodeURIComponent(url.pathname), proved: false });
}

test('a second address: both are asked, both confirm, and each admin is told once; the desk changes nothing', async () => {
  await using world = await helpdesk();
  const { maria, ravi, jane, desk } = world;
  const { home, notice } = await writesFromHome(world);
  const asked = await maria.receives(question, /reply address that was made for you/);
  const asksHome = await home.receives(question, /Do you work here/);
  expect(asksHome.raw.toString()).not.toMatch(/HD-|Printer|noon|maria@acme|Lopez/);
  await taps(maria, asked, yes);
  await desk.settles();
  maria.hasNothingUnread();
  await taps(home, asksHome, yes);
  const told = await maria.receives('A second address of maria', /addresses: \[maria@acme\.example, maria@home\.example\]/);
  expect(told.text).toMatch(/maria confirmed it: .*2026[\s\S]*The address confirmed it: .*2026/);
  await taps(home, asksHome, yes);
  await later(world);
  for (const one of [maria, ravi, home]) one.hasNothingUnread();
  expect(jane.inbox()).toHaveLength(1);
  expect((await desk.messages(1001)).map(({ status }) => status)).toContain('held');
  expect(await readFile(join(desk.dir, 'config', 'people.yaml'), 'utf8')).not.toContain('home');
  await home.replies('INTERNAL-HOME And again.', { to: notice, proved: false });
  await maria.receives('[HD-1001]', /again/);
  await later(world);
  expect(home.inbox()).toHaveLength(1);
});

test('one no ends it, whatever the other says, and the admins hear of it', async () => {
  await using world = await helpdesk();
  const { maria } = world;
  const { home } = await writesFromHome(world);
  const asked = await maria.receives(question);
  const asksHome = await home.receives(question);
  await taps(home, asksHome, yes);
  await taps(maria, asked, no);
  await maria.receives('Not a second address of maria', /maria says so/);
  await taps(maria, asked, yes);
  await maria.receives('', /nothing waits for this answer any more/);
  await later(world);
  maria.hasNothingUnread();
  expect(home.inbox()).toHaveLength(1);
});

test('whoever reads the address may say no as well', async () => {
  await using world = await helpdesk();
  const { maria, desk } = world;
  const { home } = await writesFromHome(world);
  await maria.receives(question);
  const asksHome = await home.receives(question);
  await home.writes('What is this?', 'INTERNAL-WHO are you?', { to: linkOf(asksHome), proved: false });
  await maria.receives('', /neither a yes nor a no/);
  await taps(home, asksHome, no);
  await maria.receives('Not a second address of maria', /whoever reads it says so/);
  await later(world);
  expect((await desk.ledger()).created).toBe(1);
});

const linkOf = ({ text }: SinkMail): string => decodeURIComponent(new URL(yes.exec(text)?.[1] ?? '').pathname);

test('a stolen link is worth nothing from anybody else, nor to the other side', async () => {
  await using world = await helpdesk();
  const { maria, ravi, stranger, desk } = world;
  const { home } = await writesFromHome(world);
  const asked = await maria.receives(question);
  const asksHome = await home.receives(question);
  await taps(home, asksHome, yes);
  for (const thief of [stranger, ravi, home]) await taps(thief, asked, yes);
  await taps(maria, asksHome, no);
  await later(world);
  const subjects = maria.inbox().map(({ subject }) => subject);
  expect(subjects.filter((subject) => /second address/.test(subject))).toEqual([]);
  await taps(maria, asked, yes);
  await maria.receives('A second address of maria');
  expect(desk.log.filter((line) => line.startsWith('error'))).toEqual([]);
});

test('the question ends after a day; nothing is asked twice about one address, nor two at once of one associate', async () => {
  await using world = await helpdesk();
  const { maria, desk } = world;
  const { home, notice } = await writesFromHome(world);
  const asked = await maria.receives(question);
  const asksHome = await home.receives(question);
  const phone = atHome(world, 'maria@phone.example');
  await phone.replies('INTERNAL-PHONE hello', { to: notice, proved: false });
  await taps(maria, asked, yes);
  await later(world);
  expect(phone.inbox()).toEqual([]);
  desk.passes('26h');
  await taps(home, asksHome, yes);
  await taps(maria, asked, yes);
  await maria.receives('', /nothing waits for this answer any more/);
  await later(world);
  await phone.replies('INTERNAL-PHONE once more', { to: notice, proved: false });
  await phone.receives('Is maria@phone.example your address?');
  await home.replies('INTERNAL-HOME once more', { to: notice, proved: false });
  await later(world);
  expect(home.inbox()).toHaveLength(1);
  expect(maria.inbox().filter(({ subject }) => /second address/.test(subject))).toEqual([]);
});

test('a customer’s contact and a mail that failed its check: nothing is asked', async () => {
  await using world = await helpdesk();
  const { maria, ravi, jane, stranger } = world;
  await stranger.writes('Other printer', 'It squeaks.');
  const notice = await maria.receives('[HD-1001]');
  await jane.replies('INTERNAL-JANE hello', { to: notice });
  await atHome(world).replies('INTERNAL-HOME hello', {
    to: notice,
    proved: false,
    headers: ['Authentication-Results: mx.acme.example; dmarc=fail header.from=home.example'],
  });
  await later(world);
  for (const one of [maria, ravi, jane]) expect(one.inbox().filter(({ subject }) => /your address/.test(subject))).toEqual([]);
});

test('a customer’s colleague whom nobody knows, and whoever is known by their own mails: kept unverified, nobody is asked', async () => {
  await using world = await helpdesk();
  const { maria, jane, stranger, desk } = world;
  await stranger.writes('Other printer', 'It squeaks.', { proved: true });
  await stranger.receives('HD-1001');
  await jane.writes('Printer on fire', 'Tray 2 smokes.');
  const notice = await maria.receives('[HD-1002]');
  const colleague = correspondent(world, 'Ann', 'ann@globex.example');
  for (const [one, proved] of [
    [colleague, true],
    [colleague, false],
    [stranger, true],
  ] as const)
    await one.replies('INTERNAL-THEIRS hello', { to: notice, proved });
  await later(world);
  expect((await desk.messages(1002)).filter(({ status }) => status === 'held')).toHaveLength(3);
  expect(world.sink.mails.filter(({ subject }) => /your address/.test(subject))).toEqual([]);
});

test('an answer by the mail program’s own button counts for nothing, opens nothing, and the question comes once more', async () => {
  await using world = await helpdesk();
  const { maria, desk } = world;
  const { home } = await writesFromHome(world);
  const asked = await maria.receives(question);
  const asksHome = await home.receives(question);
  await maria.replies('confirm', { to: asked });
  await taps(maria, await maria.receives(question), yes);
  await home.replies('Yes. INTERNAL-OH I forgot it.', { to: asksHome, proved: false });
  await maria.receives('', /without its link/);
  await taps(home, await home.receives(question), yes);
  await maria.receives('A second address of maria');
  await maria.replies('confirm', { to: asked });
  await maria.receives('', /nothing waits for this answer any more/);
  await home.replies('confirm', { to: asksHome, proved: false });
  await maria.receives('', /which is over/);
  await later(world);
  expect(await desk.ledger()).toMatchObject({ created: 1 });
  expect(home.inbox()).toHaveLength(2);
});

test('each is asked in their own language; the admin hears of a colleague’s address, the colleague does not', async () => {
  await using world = await helpdesk();
  const { maria, ravi, jane } = world;
  await jane.writes('Printer on fire', 'Tray 2 smokes.');
  const notice = await ravi.receives('[HD-1001]');
  const home = correspondent(world, 'Ravi', 'ravi@home.example');
  await home.replies('INTERNAL-HOME Voy al mediodía, nos vemos en la oficina con el técnico.', { to: notice, proved: false });
  await taps(ravi, await ravi.receives('¿Es tuya la dirección ravi@home.example?'), /^Sí, es mía:\n(mailto:\S+)/m);
  await taps(home, await home.receives('ravi@home.example'), /^(?:Sí, es mía|Yes, it is mine):\n(mailto:\S+)/m);
  await maria.receives('A second address of ravi', /addresses: \[ravi@acme\.example, ravi@home\.example\]/);
  await later(world);
  expect(ravi.inbox().filter(({ text }) => text.includes('people.yaml'))).toEqual([]);
});

test('a desk that signs no addresses any more asks nothing', async () => {
  await using world = await helpdesk();
  const { maria, jane, desk } = world;
  await jane.writes('Printer on fire', 'Tray 2 smokes.');
  const notice = await maria.receives('[HD-1001]');
  await desk.settles();
  const file = join(desk.dir, 'config', 'helpdesk.yaml');
  const settings = await readFile(file, 'utf8');
  await writeFile(file, settings.replace('address: support@acme.example', '$&\n  reply: none'));
  await desk.restarts();
  const home = atHome(world);
  await home.replies('INTERNAL-HOME I come at noon.', { to: notice, proved: false });
  await maria.receives('', /noon/);
  await later(world);
  expect(home.inbox()).toEqual([]);
});
