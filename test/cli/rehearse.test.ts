import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { asked } from '../support/asked.ts';
import { scratch } from '../support/scratch.ts';
import { root } from '../support/source-files.ts';
import { writeMail } from '../support/write-mail.ts';

const scratchDir = scratch();

const mine = `workflow: mine
entry: [{ state: raised, tell: { requester: acknowledged, team: new-ticket } }]
asks: { done: { of: requester, answers: [confirm, reject], remind: [1d] } }
states: { raised: { waits_for: staff }, solved: { waits_for: customer } }
steps:
  - { command: solve, from: raised, to: solved, asks: done }
  - { answer: { done: confirm }, from: solved, to: closed }
  - { answer: { done: reject }, from: solved, to: raised }
  - { silent: done, from: solved, to: closed }
`;
const words = `title: Mine
states: { raised: Raised, solved: Solved }
verbs: { solve: { title: Solve, help: "It is solved." } }
asks: { done: { title: Is it solved?, question: "{{person}} says it is solved. Is it?" } }
texts: { acknowledged: "We look at it today.", new-ticket: "A new one." }
`;
const helpdesk = `desk: { name: Acme, address: support@acme.example, workflow: mine, timezone: Europe/Berlin }
authentication: { trusted: [mx.acme.example], probe: never }
outgoing: { maildir: data/out }
`;

/** A desk with a process of its own, a changed copy of its configuration, and a folder for mails. */
async function aDesk() {
  const dir = scratchDir();
  const [old, changed, mails, data] = ['config', 'changed', 'mails', 'data'].map((name) => join(dir, name)) as [
    string,
    string,
    string,
    string,
  ];
  await cp(join(root, 'test', 'world-config'), old, { recursive: true });
  await Promise.all(['workflows', 'templates/en/workflows'].map((name) => mkdir(join(old, name), { recursive: true })));
  await mkdir(mails);
  await writeFile(join(old, 'helpdesk.yaml'), helpdesk);
  await writeFile(join(old, 'workflows', 'mine.yaml'), mine);
  await writeFile(join(old, 'templates/en/workflows', 'mine.yaml'), words);
  await cp(old, changed, { recursive: true });
  return {
    ...{ old, changed, mails, data },
    change: (file: string, text: string) => writeFile(join(changed, file), text),
    rehearse: (options: Record<string, unknown> = {}, config = changed) =>
      asked('rehearse', [mails], { against: old, ...options }, { data, config }),
  };
}
type Desk = Awaited<ReturnType<typeof aDesk>>;

const at = (time: string): number => Date.parse(`2026-03-02T${time}:00Z`);
const jane = 'Jane Roe <jane@globex.example>';

const mail = (from: string, subject: string, text: string, time: string, more: object = {}): string =>
  writeMail({
    ...{ from, to: 'support@acme.example', subject, text, date: at(time) },
    messageId: `<${time.replace(':', '')}@${from.replace(/^.*@|>$/g, '')}>`,
    ...more,
  });

/** Yesterday: two customers write, Maria solves the first ticket. */
async function yesterday({ mails }: Desk): Promise<void> {
  const all = {
    'b-printer.eml': mail(jane, 'Printer on fire', 'Tray 2 smokes.', '09:00'),
    'a-solved.eml': mail(
      'Maria Lopez <maria@acme.example>',
      'Re: [HD-1001] Printer on fire [solve]',
      'A new tray is in.',
      '10:00',
    ),
    'c-away.eml': mail('sam@elsewhere.example', 'Out of office', 'I am away.', '11:00', {
      headers: ['Auto-Submitted: auto-replied'],
    }),
  };
  for (const [name, text] of Object.entries(all)) await writeFile(join(mails, name), text);
}

test('a configuration beside itself differs in nothing, whatever the mails are', async () => {
  const desk = await aDesk();
  for (const own of ['workflows', 'templates']) await rm(join(desk.old, own), { recursive: true });
  await writeFile(join(desk.old, 'helpdesk.yaml'), helpdesk.replace('mine', 'quote-first'));
  await yesterday(desk);
  const known = join(root, 'test', 'mails');
  for (const name of await readdir(known)) await cp(join(known, name), join(desk.mails, name));
  await writeFile(join(desk.mails, 'broken.eml'), Buffer.from([0, 255, 10, 13]));
  const { code, out, err } = await desk.rehearse({}, desk.old);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain('8 mails of ');
  expect(out).toContain('Nothing differs.');
});

test('what a changed process and a changed text do, and no more; mails in the order of time, reminders too', async () => {
  const desk = await aDesk();
  await yesterday(desk);
  await desk.change(
    'templates/en/workflows/mine.yaml',
    words.replace('solved: Solved', 'solved: Done for us').replace('today', 'at once'),
  );
  await desk.change('workflows/mine.yaml', mine.replace('remind: [1d]', 'remind: [2d]'));
  const { code, out, err } = await desk.rehearse({ days: '3' });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/2026-03-02 09:00 {2}jane@globex\.example {2}Printer on fire\n {2}b-printer\.eml: created HD-1001\n/);
  expect(out).toMatch(/mail acknowledge to jane@globex\.example[\s\S]*- We look at it today\.\n +\+ We look at it at once\./);
  expect(out).toMatch(/a-solved\.eml: commanded HD-1001\n {2}state\n +- Solved \(solved\)\n +\+ Done for us \(solved\)/);
  expect(out).toMatch(/Later, on HD-1001\n[\s\S]*reminded to jane@globex\.example[\s\S]*leaves/);
  expect(out).not.toContain('c-away');
  expect(out).toContain('nothing was sent or stored');

  expect((await readdir(join(desk.old, '..'))).toSorted()).toEqual(['changed', 'config', 'mails']);
});

test('on a desk that took these mails already: as it was before them, and nothing of it changes', async () => {
  const desk = await aDesk();
  await yesterday(desk);
  const place = { data: desk.data, config: desk.old };
  await writeFile(join(desk.old, '..', 'older.eml'), mail(jane, 'Scanner is slow', 'Very.', '08:00'));
  await asked('deliver', [join(desk.old, '..', 'older.eml')], { now: '2026-03-02T08:00:00Z' }, place);
  await writeFile(
    join(desk.mails, 'a-solved.eml'),
    mail('Maria Lopez <maria@acme.example>', 'Re: [HD-1001] Scanner is slow [solve]', 'It is quick now.', '10:00'),
  );
  for (const [file, time] of [
    ['b-printer', '09:00'],
    ['a-solved', '10:00'],
  ])
    await asked('deliver', [join(desk.mails, `${file}.eml`)], { now: `2026-03-02T${time}:00Z` }, place);
  const before = await contentOf(desk.data);

  const changed = mine.replace('[{ state: raised,', '[{ state: received,').replaceAll('raised', 'received');
  await desk.change('workflows/mine.yaml', changed);
  await desk.change('templates/en/workflows/mine.yaml', words.replace('raised: Raised', 'received: Received'));
  const options = { against: desk.old, since: '2026-03-02T08:30Z', json: true };
  const { code, out } = await asked('rehearse', [], options, { data: desk.data, config: desk.changed });
  expect(code).toBe(0);
  const [printer, solved, ...none] = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(printer).toMatchObject({
    ...{
      file: expect.stringMatching(/^[0-9a-f]{12}$/),
      at: '2026-03-02T09:00:00.000Z',
      from: 'jane@globex.example',
      subject: 'Printer on fire',
    },
    ...{ differs: true, old: { outcome: 'created', ticket: 'HD-1002', stands: { workflow: 'mine' } } },
  });
  expect(printer.differences).toContainEqual({ what: 'state', old: 'Raised (raised)', new: 'Received (received)' });
  expect(solved.old).toMatchObject({
    outcome: 'commanded',
    ticket: 'HD-1001',
    mails: [{ template: 'receipt' }, { template: 'asked' }],
  });
  expect(solved.differences).toMatchObject([
    { what: 'mail', text: expect.stringContaining('-    Raised → Solved\n+    raised → Solved') },
  ]);
  expect(none).toEqual([]);
  expect(await contentOf(desk.data)).toEqual(before);
});

/** Of the files that hold a desk; what an engine lays beside its database while somebody reads says nothing. */
async function contentOf(dir: string): Promise<Record<string, string>> {
  const files = (await readdir(dir, { recursive: true, withFileTypes: true })).filter(
    (one) => one.isFile() && !/-(shm|wal)$/.test(one.name),
  );
  const hashes = files.map(async ({ parentPath, name }) => [
    name,
    createHash('sha256')
      .update(await readFile(join(parentPath, name)))
      .digest('hex'),
  ]);
  return Object.fromEntries(await Promise.all(hashes));
}

test('a broken configuration is told with file, line and column, and so is a broken text', async () => {
  const desk = await aDesk();
  await yesterday(desk);
  await desk.change('workflows/mine.yaml', mine.replace('to: solved', 'to: sovled'));
  const wrong = await desk.rehearse();
  expect(wrong).toMatchObject({ code: 1, out: '' });
  expect(wrong.err).toMatch(/changed\/workflows\/mine\.yaml:6:\d+: .*no state "sovled", did you mean `solved`\?/);

  await desk.change('workflows/mine.yaml', mine);
  await desk.change('templates/en/workflows/mine.yaml', words.replace('{{person}}', '{{perso}}'));
  const text = await desk.rehearse();
  expect(text).toMatchObject({ code: 1, out: '' });
  expect(text.err).toMatch(/changed\/templates\/en\/workflows\/mine\.yaml:\d+:\d+: .*perso/);
});

test.each([
  ['no folder', { args: 'nowhere' }, 1, 'there is no such folder'],
  ['no mails', { args: '' }, 1, 'no mails there'],
  ['a mailbox nobody knows', { mailbox: 'sales' }, 1, 'no mailbox sales'],
  ['days that are none', { days: 'x' }, 2, 'expected --days from 0 to 400'],
  ['no day', { since: 'monday' }, 1, '--since monday: expected a day, a moment or how long ago'],
  ['a day without mails', { since: '2026-04-01' }, 1, 'no mails there since 2026-04-01'],
])('%s: says what was expected', async (_name, { args, ...options }: Record<string, string>, code, told) => {
  const desk = await aDesk();
  if (args === undefined) await yesterday(desk);
  const folder = join(desk.mails, args ?? '');
  const answer = await asked('rehearse', [folder], { against: desk.old, ...options }, { data: desk.data, config: desk.changed });
  expect(answer).toMatchObject({ code, out: '' });
  expect(answer.err).toContain(told);
});

test('without a changed configuration there is nothing to rehearse', async () => {
  const { code, err } = await asked('rehearse', ['mails'], {}, { data: 'data', config: 'config' });
  expect(code).toBe(2);
  expect(err).toContain('expected the changed configuration: --config DIR');
});
