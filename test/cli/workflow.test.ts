import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { asked } from '../support/asked.ts';
import { scratch } from '../support/scratch.ts';
import { root } from '../support/source-files.ts';

const scratchDir = scratch();

const mine = `workflow: mine
entry: [{ state: raised }]
states: { raised: { waits_for: staff, clock: first_response } }
steps: [{ command: finish, from: raised, to: closed }]
`;

/** A desk whose tickets follow a process of its own. */
async function aDesk() {
  const dir = scratchDir();
  const config = join(dir, 'config');
  await mkdir(join(config, 'workflows'), { recursive: true });
  const desk = 'desk: { name: Acme, address: support@acme.example, workflow: mine, language: de }';
  await writeFile(join(config, 'helpdesk.yaml'), `${desk}\noutgoing: { maildir: ${join(dir, 'out')} }\n`);
  const write = (text: string) => writeFile(join(config, 'workflows', 'mine.yaml'), text);
  await write(mine);
  const ask = (name: string, args: readonly string[], options: Record<string, unknown> = {}) =>
    asked(name, args, options, { data: join(dir, 'data'), config });
  return { dir, ask, write };
}

async function aTicket({ dir, ask }: Awaited<ReturnType<typeof aDesk>>) {
  const file = join(dir, 'mail.eml');
  const head = 'From: Jane <jane@globex.example>\r\nTo: support@acme.example\r\nMessage-ID: <1@globex.example>\r\n';
  await writeFile(file, `${head}Date: Mon, 2 Mar 2026 09:00:00 +0000\r\nSubject: Printer\r\n\r\nIt jams.\r\n`);
  return ask('deliver', [file]);
}

describe('maildesk workflow list', () => {
  test('shows those that ship and those of the desk, before it ever ran', async () => {
    const { ask } = await aDesk();
    const { code, out } = await ask('workflow', ['list']);
    expect(code).toBe(0);
    expect(out).toMatch(/^mine +own +1 +1 +- +- +mine$/m);
    expect(out).toMatch(/^quote-first +shipped +13 +\d+ +- +- +\S/m);
  });

  test('counts the tickets that follow each; --json a line each', async () => {
    const desk = await aDesk();
    expect(await aTicket(desk)).toMatchObject({ code: 0 });
    const { out } = await desk.ask('workflow', ['list'], { json: true });
    const rows = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(rows.find(({ workflow }) => workflow === 'mine')).toEqual({
      ...{ workflow: 'mine', source: 'own', title: 'mine', version: expect.stringMatching(/^[0-9a-f]{12}$/) },
      ...{ states: ['raised'], steps: 1, isDefault: true, tickets: 1, open: 1 },
    });
    expect(rows.find(({ workflow }) => workflow === 'simple')).toMatchObject({
      source: 'shipped',
      tickets: 0,
      open: 0,
      isDefault: false,
    });
  });
});

describe('maildesk workflow draw', () => {
  test('to the output, in the language of the desk unless told', async () => {
    const { ask } = await aDesk();
    const { code, out } = await ask('workflow', ['draw', 'quote-first']);
    expect(code).toBe(0);
    expect(out).toMatch(/^<svg [\s\S]*<\/svg>\n$/);
    expect(out).toContain('In jedem Zustand');
    expect((await ask('workflow', ['draw', 'quote-first'], { language: 'es' })).out).toContain('En cada estado');
  });

  test('into a file; its name or a flag says which kind', async () => {
    const { dir, ask } = await aDesk();
    const [svg, mmd] = [join(dir, 'mine.svg'), join(dir, 'mine.mmd')];
    expect((await ask('workflow', ['draw', 'mine', svg])).out).toContain(`file://${svg}`);
    expect(await readFile(svg, 'utf8')).toMatch(/^<svg /);
    expect(JSON.parse((await ask('workflow', ['draw', 'mine', mmd], { json: true })).out)).toEqual({ file: mmd });
    expect(await readFile(mmd, 'utf8')).toContain('stateDiagram-v2');
    expect((await ask('workflow', ['draw', 'mine'], { mermaid: true })).out).toMatch(/s_raised --> \[\*\] : finish/);
  });

  test.each([
    [['draw', 'quote-frst'], {}, 1, 'no process quote-frst, did you mean quote-first?'],
    [['draw'], {}, 2, 'expected list, or draw, copy or adopt with the name of a process'],
    [['paint', 'x'], {}, 2, 'expected list, or draw, copy or adopt with the name of a process'],
    [['draw', 'simple'], { svg: true, mermaid: true }, 2, 'expected --svg or --mermaid, not both'],
  ])('%j is refused', async (args, options, code, told) => {
    const { ask } = await aDesk();
    const answer = await ask('workflow', args, options);
    expect(answer).toMatchObject({ code, out: '' });
    expect(answer.err).toContain(told);
  });
});

describe('maildesk workflow copy', () => {
  test('a shipped process with its words in every language, under a name of its own; what is there stays', async () => {
    const { dir, ask } = await aDesk();
    const copied = await ask('workflow', ['copy', 'quote-first', 'our-quotes']);
    expect(copied).toMatchObject({ code: 0, err: '' });
    expect(copied.out).toContain(`wrote ${join(dir, 'config', 'workflows', 'our-quotes.yaml')}\n`);
    const text = await readFile(join(dir, 'config', 'workflows', 'our-quotes.yaml'), 'utf8');
    expect(text).toMatch(/^workflow: our-quotes$/m);
    const words = await readFile(join(dir, 'config', 'templates', 'es', 'workflows', 'our-quotes.yaml'), 'utf8');
    expect(words).toBe(await readFile(join(root, 'templates', 'es', 'workflows', 'quote-first.yaml'), 'utf8'));
    expect((await ask('workflow', ['list'])).out).toMatch(/^our-quotes +own +13 /m);

    const again = await ask('workflow', ['copy', 'mine', 'our-quotes']);
    expect(again).toMatchObject({ code: 1, out: '' });
    expect(again.err).toContain('our-quotes.yaml: is there already; nothing was written');
    expect((await ask('workflow', ['copy', 'quote-frst'])).err).toContain('no process quote-frst, did you mean quote-first?');
    expect((await ask('workflow', ['copy', 'mine', 'Our Quotes'])).err).toMatch(/copy: Our Quotes: expected a name/);
  });
});

test('maildesk template lists the files of the mails, and copies one to change', async () => {
  const { dir, ask } = await aDesk();
  expect((await ask('template', ['list'])).out).toMatch(/^de\/acknowledge\.hbs +shipped$/m);
  expect(await ask('template', ['copy', 'acknowledge'], { language: 'es' })).toMatchObject({ code: 0, err: '' });
  const [copy, shipped] = [join(dir, 'config', 'templates'), join(root, 'templates')].map((one) =>
    join(one, 'es', 'acknowledge.hbs'),
  );
  expect(await readFile(copy ?? '', 'utf8')).toBe(await readFile(shipped ?? '', 'utf8'));
  expect((await ask('template', ['list'], { language: 'es' })).out).toMatch(/^es\/acknowledge\.hbs +own$/m);
  expect((await ask('template', ['copy', 'acknowlege'])).err).toContain(
    'no template acknowlege in de, did you mean acknowledge?',
  );
  expect(await ask('template', ['paint'])).toMatchObject({ code: 2, out: '' });
});

describe('maildesk workflow adopt', () => {
  test('open tickets that can, follow the process as it stands now; the others are named, with what helps', async () => {
    const desk = await aDesk();
    await aTicket(desk);
    await desk.write(mine.replace('finish, from', 'end, from'));
    expect(await desk.ask('workflow', ['adopt', 'mine'], { dryRun: true })).toMatchObject({
      code: 0,
      out: 'HD-1001 can go on in raised\nmine: 1 of 1 open ticket would follow it as it stands now\n',
    });
    expect((await desk.ask('workflow', ['adopt', 'mine'])).out).toBe(
      'HD-1001 goes on in raised\nmine: 1 of 1 open ticket now follows it as it stands now\n',
    );
    expect((await desk.ask('workflow', ['adopt', 'mine'])).out).toBe('mine: every open ticket follows it as it stands now\n');
    const whole = JSON.parse((await desk.ask('ticket', ['1001'], { json: true })).out);
    expect(whole.journal.at(-1)).toMatchObject({ actor: 'desk', event: 'adopted', data: { workflow: 'mine', state: 'raised' } });

    await desk.write(mine.replaceAll('raised', 'begun'));
    const stays = await desk.ask('workflow', ['adopt', 'mine']);
    expect(stays.code).toBe(1);
    expect(stays.out).toMatch(
      /^HD-1001 stays in raised, .*\n +mine has no state raised any more\n +name the state .*\(begun\).*--to STATE/,
    );
    expect((await desk.ask('workflow', ['adopt', 'mine'], { ticket: 'HD-1001', to: 'begn' })).err).toContain(
      'did you mean begun?',
    );
    expect(await desk.ask('workflow', ['adopt', 'mine'], { ticket: 'HD-1001', to: 'begun', json: true })).toMatchObject({
      code: 0,
    });
    expect(JSON.parse((await desk.ask('ticket', ['1001'], { json: true })).out)).toMatchObject({
      state: 'begun',
      waitsFor: 'staff',
    });
    expect((await desk.ask('workflow', ['adopt', 'mine'], { ticket: '7' })).err).toContain('there is no open ticket 7');
  });
});

test('check names the open tickets that a changed process would strand', async () => {
  const desk = await aDesk();
  await aTicket(desk);
  expect((await desk.ask('check', [])).err).not.toContain('open ticket');
  await desk.write(mine.replaceAll('raised', 'begun'));
  const { err, code } = await desk.ask('check', []);
  expect(code).toBe(0);
  expect(err).toContain(
    'workflows/mine.yaml: 1 open ticket needs the state raised, which is gone: HD-1001; they go on in the version they began with (warning)',
  );
});
