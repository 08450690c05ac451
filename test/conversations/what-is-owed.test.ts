import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { asked } from '../support/asked.ts';
import { type ProcessDesk, processDesk } from '../support/process-desk.ts';
import type { SinkMail } from '../support/smtp-mail.ts';
import { taps } from '../support/tap.ts';

const rates = 'hours: { work: 80 EUR, analysis: 60 EUR }\ntaxes: { standard: 19 }\ntax: standard\n';

/** In analysis at Emil's hands, its background complete. @returns the notice that he works by */
async function analysed({ jane, maria, emil, desk }: ProcessDesk, number: number, subject: string): Promise<SinkMail> {
  const tag = `[HD-${number}]`;
  await jane.writes(subject, 'Since Monday.');
  await jane.receives(tag);
  await maria.replies('!tick all; severity high; start; assign emil', { to: await maria.receives(tag) });
  await maria.receives(tag);
  await jane.receives(tag);
  const notice = await emil.receives(tag);
  await desk.settles();
  return notice;
}

/** Two requests from first mail to closing: one is built for an approved price, of one the analysis alone is paid. */
async function played(world: ProcessDesk): Promise<void> {
  const { jane, gus, maria, emil, desk } = world;
  const notice = await analysed(world, 1001, 'The report is empty');
  await emil.replies('!time 1h30 analysis; viable', { to: notice });
  await emil.receives('[HD-1001]', /feasible|viable/i);
  await maria.replies('!quote valid 2026-04-01\n\n8h Mend the report @ 60 EUR\nHere it is.');
  await taps(gus, await gus.receives('[HD-1001]', /HD-1001-Q1/), 'Approve', 'PO 4711, please.');
  await desk.settles();
  await emil.replies('!time 6h development', { to: notice });
  const other = await analysed(world, 1002, 'The old export');
  await emil.replies('!time 45m analysis; notviable\nReason: its source is gone.', { to: other });
  await taps(jane, await jane.receives('[HD-1002]', /May we close|close it/i), 'Yes');
  await desk.settles();
}

test('5.3: what is owed and what proves it: charges for the invoice, a ticket whole as a folder, every byte vouched for', async () => {
  await using world = await processDesk('qa-release', { files: { 'rates.yaml': rates } });
  await played(world);
  const { dir } = world.desk;
  const place = { data: join(dir, 'data'), config: join(dir, 'config') };
  const ask = (name: string, args: readonly string[], options = {}) => asked(name, args, options, place);

  const csv = (await ask('export', ['charges'], { month: '2026-03', customer: 'globex' })).out.trim().split(/\r?\n/);
  expect(csv).toHaveLength(3);
  expect(csv[1]).toMatch(/^2026-03,globex,HD-1001,quote,480\.00,91\.20,571\.20,EUR,,,2026-03-.+,HD-1001-Q1,1,,[\da-f]{64},<.+>,/);
  expect(csv[2]).toMatch(/^2026-03,globex,HD-1002,analysis,,,,EUR,0\.75,60\.00,/);
  const owed = (await ask('export', ['charges'], { json: true })).out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(owed).toMatchObject([
    { ticket: 'HD-1001', kind: 'quote', total: '571.20', offer: 'HD-1001-Q1', approval: { messageId: expect.any(String) } },
    { ticket: 'HD-1002', kind: 'analysis', hours: '0.75' },
  ]);
  expect((await ask('export', ['charges'], { month: '2026-04' })).out.trim().split('\n')).toHaveLength(1);

  const whole = JSON.parse((await ask('ticket', ['1001'], { json: true })).out);
  expect(whole).toMatchObject({
    ...{
      ticket: 'HD-1001',
      customer: 'globex',
      hours: [
        { kind: 'analysis', minutes: 90 },
        { kind: 'development', minutes: 360 },
      ],
    },
    charges: [{ kind: 'quote', net: '480.00' }],
    quotes: [{ quote: 'HD-1001-Q1', status: 'approved' }],
    asks: expect.arrayContaining([expect.objectContaining({ state: 'answered' })]),
    approvals: [expect.anything()],
  });
  expect(whole.clocks.length).toBeGreaterThan(0);

  const target = join(dir, 'HD-1001');
  expect(await ask('export', ['ticket', '1001', target])).toMatchObject({ code: 0, err: '' });
  const files = await filesIn(target);
  const left = world.sink.mails.filter(({ subject }) => subject.includes('[HD-1001]'));
  const bytes = new Set(left.map(({ raw }) => hashOf(Buffer.from(raw))));
  const kept = [...files].filter(([path]) => path.startsWith('sent/')).map(([, content]) => hashOf(content));
  expect(new Set(kept)).toEqual(bytes);
  const text = (path: string): string => files.get(path)?.toString() ?? '';
  expect(JSON.parse(text('sent.json'))).toContainEqual(
    expect.objectContaining({ to: 'gus@globex.example', template: 'offered', file: expect.stringMatching(/^sent\//) }),
  );
  expect(JSON.parse(text('ticket.json'))).toEqual(whole);
  expect([...files.keys()]).toContain('quotes/HD-1001-Q1-1.pdf');
  const offer = `quotes/${whole.quotes[0].hash}.json`;
  expect(hashOf(files.get(offer) ?? Buffer.from(''))).toBe(whole.quotes[0].hash);

  const sound = await ask('verify-evidence', [target]);
  expect(sound.out).toMatch(/hours: approve by contact \d+ \(mail, E\d\): counted/);
  for (const [path, content] of files) {
    const changed = Buffer.from(content);
    changed[changed.length >> 1] = (changed[changed.length >> 1] ?? 0) ^ 1;
    await writeFile(join(target, path), changed);
    expect([path, (await ask('verify-evidence', [target])).code]).toEqual([path, 1]);
    await writeFile(join(target, path), content);
  }
  await mkdir(join(target, 'sent', 'more'));
  await writeFile(join(target, 'sent', 'more', 'x.eml'), 'x');
  expect((await ask('verify-evidence', [target])).err).toMatch(/sent\/more\/x\.eml was added/);
  await rm(join(target, 'sent'), { recursive: true });
  expect((await ask('verify-evidence', [target])).err).toMatch(/sent\/\w+\.eml is missing/);
});

const hashOf = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

async function filesIn(dir: string): Promise<Map<string, Buffer>> {
  const found = await readdir(dir, { recursive: true, withFileTypes: true });
  const paths = found.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  return new Map(await Promise.all(paths.map(async (path) => [path.slice(dir.length + 1), await readFile(path)] as const)));
}
