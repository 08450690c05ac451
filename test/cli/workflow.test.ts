import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { asked } from '../support/asked.ts';
import { scratch } from '../support/scratch.ts';

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
    [['draw'], {}, 2, 'expected list, or draw with the name of a process'],
    [['paint', 'x'], {}, 2, 'expected list, or draw with the name of a process'],
    [['draw', 'simple'], { svg: true, mermaid: true }, 2, 'expected --svg or --mermaid, not both'],
  ])('%j is refused', async (args, options, code, told) => {
    const { ask } = await aDesk();
    const answer = await ask('workflow', args, options);
    expect(answer).toMatchObject({ code, out: '' });
    expect(answer.err).toContain(told);
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
