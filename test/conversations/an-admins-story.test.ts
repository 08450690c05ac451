import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { adapters } from '../../src/app/compose.ts';
import { asked } from '../support/asked.ts';
import { withTicket } from '../support/first-ticket.ts';
import { until } from '../support/until.ts';
import { helpdesk, type World } from '../support/world.ts';

/** Changes words of a file, which must stand there. */
async function change(file: string, words: string, to: string): Promise<void> {
  const text = await readFile(file, 'utf8');
  expect(text).toContain(words);
  await writeFile(file, text.replace(words, to));
}

/** The running desk takes changed files up as `start` has it: by itself, or on SIGHUP. */
const reloads = ({ desk }: World) =>
  adapters.watchConfig(
    join(desk.dir, 'config'),
    {},
    async (loaded) => void (loaded.kind === 'ok' && (await desk.daemon.adopt(loaded.settings))),
    () => {},
  );

test('an admin copies a process, changes a state and a mail, checks, rehearses on yesterday’s mails, goes live without a restart; then an open ticket follows', async () => {
  await using world = await helpdesk({ desk: '  workflow: quote-first' });
  const { jane, maria, desk, dovecot } = world;
  const [config, changed, data] = ['config', 'changed', 'data'].map((name) => join(desk.dir, name)) as [string, string, string];
  const yesterday = join(dovecot.folder, 'mail', 'support', 'Maildir', '.Processed');
  await withTicket(world);
  await jane.replies('It is tray 2, by the way.');
  await desk.settles();

  // A copy of the configuration, with the process and the mail in it.
  await cp(config, changed, { recursive: true });
  const ask = (name: string, args: readonly string[], options = {}) => asked(name, args, options, { config: changed, data });
  expect(await ask('workflow', ['copy', 'quote-first'])).toMatchObject({ code: 0, err: '' });
  expect(await ask('template', ['copy', 'acknowledge'])).toMatchObject({ code: 0, err: '' });
  const process = join(changed, 'workflows', 'quote-first.yaml');
  const raised = 'raised: { stage: raised, waits_for: staff,';
  await change(join(changed, 'templates/en/workflows/quote-first.yaml'), 'raised: Raised', 'raised: Just arrived');
  await change(join(changed, 'templates/en/acknowledge.hbs'), 'To add something, simply reply', 'Something to add? Just reply');

  // A slip is told where it stands.
  await change(process, raised, raised.replace('staff', 'laed'));
  const line = (await readFile(process, 'utf8')).split('\n').findIndex((one) => one.includes('laed')) + 1;
  const slip = await ask('check', []);
  expect(slip.code).toBe(1);
  expect(slip.err).toMatch(new RegExp(`changed/workflows/quote-first\\.yaml:${line}:39: .*laed.*did you mean .?lead`));
  await change(process, 'laed', 'lead');
  expect(await ask('check', [])).toMatchObject({ code: 0, out: expect.stringContaining('all is well') });

  // Yesterday's mails, from the folder that the desk files them in: what would differ, and no more.
  const rehearsed = await ask('rehearse', [yesterday], { against: config, json: true });
  expect(rehearsed).toMatchObject({ code: 0, err: '' });
  const [first, second, ...none] = rehearsed.out
    .trim()
    .split('\n')
    .map((one) => JSON.parse(one));
  expect(first).toMatchObject({ subject: 'Printer on fire', old: { outcome: 'created', ticket: 'HD-1001' } });
  expect(first.differences).toMatchObject([
    { what: 'state', old: 'Raised (raised)', new: 'Just arrived (raised)' },
    { what: 'waits for', old: 'staff', new: 'lead' },
    {
      what: 'mail',
      mail: { template: 'acknowledge', to: 'jane@globex.example' },
      text: expect.stringMatching(/^-To add something.*\n(.*\n)*\+Something to add\?/m),
    },
    { what: 'mail', mail: { template: 'notify-new', to: 'maria@acme.example' } },
    { what: 'mail', mail: { template: 'notify-new', to: 'ravi@acme.example' } },
  ]);
  expect(second).toMatchObject({ old: { outcome: 'appended', ticket: 'HD-1001' } });
  expect(none).toEqual([]);

  // Live, while the desk runs.
  const watch = await reloads(world);
  await watch.ready;
  await cp(changed, config, { recursive: true });
  await watch.reload();
  const inForce = () => desk.house.settings().workflows['quote-first']?.states['raised']?.waitsFor === 'lead';
  await until(inForce, { what: 'the changed process' });
  await jane.writes('Scanner is slow', 'Very slow.');
  await jane.receives('[HD-1002]', /Something to add\? Just reply/);
  await maria.receives('[HD-1002]', /Your turn/); // she is a lead
  await desk.settles();
  const [began, now] = [await desk.ticket(1001), await desk.ticket(1002)];
  expect([began.waitsFor, now.waitsFor]).toEqual(['staff', 'lead']);
  expect(began.workflowVersion).not.toBe(now.workflowVersion);

  // The open ticket goes on as it began, until somebody says otherwise.
  await maria.writes('Re: [HD-1001] Printer on fire [workflow latest]', '');
  await maria.receives('[HD-1001]', /follows quote-first as it stands now/);
  expect((await desk.ticket(1001)).workflowVersion).toBe(now.workflowVersion);
  await maria.replies('!undo');
  await maria.receives('[HD-1001]', /is taken back/);
  expect((await desk.ticket(1001)).workflowVersion).toBe(began.workflowVersion);
  const all = await asked('workflow', ['adopt', 'quote-first'], {}, { config, data });
  expect(all).toMatchObject({ code: 0, out: expect.stringContaining('HD-1001 goes on in raised') });
  expect((await desk.ticket(1001)).workflowVersion).toBe(now.workflowVersion);
  await watch.close();
});
