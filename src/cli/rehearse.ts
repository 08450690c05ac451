import { resolve } from 'node:path';
import type { Adapters, LoadedSettings } from '../app/compose.ts';
import { rehearse as play, type Rehearsed } from '../app/rehearse/rehearse.ts';
import { strandedWarnings } from './check-stranded.ts';
import { type CliCommand, exitCodes, type Invocation } from './command.ts';
import { rehearsalJson } from './rehearsal-json.ts';
import { rehearsalLines } from './rehearsal-lines.ts';
import { rehearsalMails } from './rehearsal-mails.ts';
import { underWay } from './under-way.ts';

/** What `--config` is where nobody says, and no desk runs. */
const usual = 'config';
const day = 86_400_000;

/** Plays a folder of mails with two configurations, and shows what the changed one does otherwise. */
export const rehearse: CliCommand = {
  name: 'rehearse',
  args: '[folder]',
  summary:
    'plays mails (of a folder, else those that the desk took) with a changed configuration (--config) and shows what would differ; sends nothing',
  flags: [
    ['--against <dir>', `the configuration as it is; that of the desk that runs, else ${usual}, where nobody says`],
    ['--since <when>', 'only mails that came since: a day, a moment, or so long ago (2d); without a folder 1d'],
    ['--mailbox <name>', 'the mailbox they came by, where the desk does not know it'],
    ['--days <number>', 'so long the desk goes on after the last mail; 1 where nobody says'],
    ['--all', 'also mails for which nothing differs'],
  ],
  async run(invocation) {
    const { options, common, terminal } = invocation;
    const running = invocation.adapters.runningConfig(common.data) ?? usual;
    const against = typeof options['against'] === 'string' ? options['against'] : running;
    const days = Number(options['days'] ?? 1);
    if (!(days >= 0 && days <= 400)) return refuse(invocation, ['expected --days from 0 to 400'], exitCodes.usage);
    if (options['against'] === undefined && resolve(against) === resolve(common.config))
      return refuse(
        invocation,
        ['expected the changed configuration: --config DIR; --against says which one it is compared with'],
        exitCodes.usage,
      );
    const mails = await rehearsalMails(invocation);
    if (typeof mails === 'string') return refuse(invocation, [mails]);
    const wrong = await complaintsOf(invocation, against);
    if (wrong.length > 0) {
      for (const line of wrong) terminal.err(line);
      return exitCodes.failed;
    }
    const work = underWay(terminal, 2 * mails.length);
    try {
      const { adapters, clock } = invocation;
      const rehearsed = await play({
        ...{ adapters, clock, env: terminal.env, dataDir: common.data, mails, goesOn: days * day },
        ...{ old: against, new: common.config, step: work.step },
        mailbox: typeof options['mailbox'] === 'string' ? options['mailbox'] : null,
      });
      return await show(invocation, against, rehearsed);
    } finally {
      work.end();
    }
  },
};

/** Everything that keeps either configuration from being used, the templates of the changed one too. */
async function complaintsOf(invocation: Invocation, against: string): Promise<readonly string[]> {
  const { adapters, common, terminal, options } = invocation;
  const dirs = [against, common.config];
  const both = await Promise.all(dirs.map((dir) => adapters.loadConfig(dir, terminal.env)));
  const broken = both.flatMap((one) => (one.kind === 'broken' ? one.complaints : []));
  if (broken.length > 0) return [...new Set(broken)];
  const { mailbox } = options;
  const strange = both.flatMap((one, at) => {
    const names = one.kind === 'broken' ? [] : one.settings.mailboxes.map(({ name }) => name);
    if (typeof mailbox !== 'string' || names.includes(mailbox)) return [];
    return [`maildesk rehearse: ${dirs[at]} has no mailbox ${mailbox}; it has ${names.join(', ') || 'none'}`];
  });
  const [, next] = both;
  return strange.length > 0 || next?.kind !== 'ok' ? strange : faultsOf(adapters, next);
}

/** What ships is whole; words of the admin's own may be wrong, or missing. */
async function faultsOf(
  adapters: Adapters,
  { settings, ownWorkflows }: Extract<LoadedSettings, { kind: 'ok' }>,
): Promise<string[]> {
  if (settings.templatesDir === null && ownWorkflows.length === 0) return [];
  const { people, customers, desk, workflows } = settings;
  const languages = [desk, ...people, ...customers].flatMap(({ language }) => language ?? []);
  const templates = await adapters.loadTemplates(settings);
  return templates
    .check([...new Set(languages)], Object.values(workflows))
    .filter(({ kind }) => kind === 'error')
    .map(({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`);
}

async function show(invocation: Invocation, against: string, rehearsed: Rehearsed): Promise<number> {
  const { adapters, common, terminal } = invocation;
  if (rehearsed.kind !== 'rehearsed') {
    for (const line of rehearsed.kind === 'broken' ? rehearsed.complaints : [rehearsed.text]) terminal.err(line);
    return exitCodes.failed;
  }
  if (common.json) {
    for (const line of rehearsalJson(rehearsed)) terminal.out(JSON.stringify(line));
    return exitCodes.done;
  }
  const loaded = await adapters.loadConfig(common.config, terminal.env);
  const stranded = loaded.kind === 'ok' ? await strandedWarnings(invocation, loaded.settings) : [];
  const all = invocation.options['all'] === true;
  terminal.out(rehearsalLines(rehearsed, { old: against, new: common.config, stranded, all, terminal }).join('\n'));
  return exitCodes.done;
}

function refuse({ terminal }: Invocation, lines: readonly string[], code: number = exitCodes.failed): number {
  for (const line of lines) terminal.err(`maildesk rehearse: ${line}`);
  return code;
}
