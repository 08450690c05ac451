import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const run = promisify(execFile);
const root = join(import.meta.dirname, '..');

describe('the demo', () => {
  let dir: string;
  let told: string;
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'demo-'));
    const { stdout } = await run(process.execPath, [join(root, 'scripts', 'demo.ts'), '--fast', '--dir', dir], { cwd: root });
    told = stdout;
  });
  afterAll(() => rm(dir, { recursive: true, force: true }));

  const ask = async (...command: string[]) => {
    const options = ['--config', join(dir, 'config'), '--data', join(dir, 'data'), '--json'];
    const { stdout } = await run(process.execPath, [join(root, 'src', 'main.ts'), ...command, ...options]);
    return stdout;
  };

  test('tells a whole story, from a customer’s mail to closure, in its order', () => {
    const beats = [
      'Jane Roe to Acme Support',
      'your message has the number HD-1001',
      'New ticket HD-1001 from Jane Roe (Globex)',
      '[take]',
      'Done on HD-1001: assignee: nobody → maria',
      'please unplug it',
      'Jane Roe (Globex) answered on HD-1001',
      '✗ assign rvai',
      'Perhaps: [assign ravi]',
      'gave you HD-1001',
      'is held for a look: from Maria Lopez',
      'HD-1001 is closed',
      'HD-1001 is open again',
      'HD-1001  closed',
    ];
    let from = 0;
    for (const beat of beats) {
      const at = told.indexOf(beat, from);
      expect(at, `${beat}, in what follows:\n${told.slice(from)}`).toBeGreaterThan(-1);
      from = at + beat.length;
    }
  });

  test('leaves a ticket, closed, whose customer never saw a note or a held mail', async () => {
    const ticket = JSON.parse(await ask('ticket', '1001'));
    expect(ticket).toMatchObject({ state: 'closed', assignee: 'ravi', customer: 'globex', waitsFor: 'nobody' });
    const toJane = (await ask('outbox'))
      .split('\n')
      .filter((line) => line.includes('"to":"jane@globex.example"'))
      .map((line) => JSON.parse(line).template);
    expect(toJane).toEqual(['acknowledge', 'reply', 'closed', 'reopened', 'closed']);
    expect((await ask('held')).trim().split('\n')).toHaveLength(2);
  });

  test('writes no colours into a pipe', () => expect(told).not.toContain('\u001b'));

  test('clears away an earlier demo, and nothing else', async () => {
    const other = await mkdtemp(join(tmpdir(), 'demo-other-'));
    await writeFile(join(other, 'thesis.txt'), 'precious');
    const refused = run(process.execPath, [join(root, 'scripts', 'demo.ts'), '--fast', '--dir', other]);
    await expect(refused).rejects.toThrow(/is not empty and no earlier demo/);
    await rm(other, { recursive: true });
  });
});
