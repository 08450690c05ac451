import { resolve } from 'node:path';
import type { LoadedSettings } from '../app/compose.ts';
import type { Daemon } from '../app/daemon.ts';
import { startDaemon } from '../app/daemon.ts';
import { killAt } from '../app/fault-points.ts';
import { type House, openHouse } from '../app/house.ts';
import { brokenConfig } from '../domain/answer/desk-alerts.ts';
import { type CliCommand, exitCodes, type Invocation } from './command.ts';
import { firstSignal } from './signals.ts';
import { welcome } from './welcome.ts';

/** Runs the desk until it is told to stop. */
export const start: CliCommand = {
  name: 'start',
  args: '',
  summary: 'runs the desk: intake, outbox, jobs; SIGTERM and Ctrl-C stop it, SIGHUP reloads the configuration',
  flags: [['--log <level>', 'debug, info, warn or error']],
  async run(invocation) {
    const { adapters, common, terminal, options, clock } = invocation;
    const prepared = await adapters.prepareDataDir(common.data);
    if (prepared.kind === 'refused') return refuse(invocation, [prepared.text]);
    const lock = await adapters.lockData(common.data, resolve(common.config));
    if (lock.kind === 'taken') return refuse(invocation, [taken(common.data, lock.by)]);
    try {
      for (const file of await adapters.makePasswords(common.config))
        terminal.out(`made a password for the SMTP listener: ${file}`);
      const level = typeof options['log'] === 'string' ? options['log'] : 'info';
      const log = await adapters.log({ level, pretty: terminal.isErrTerminal === true, destination: process.stderr });
      const { config: configDir, data: dataDir } = common;
      const reached = killAt(terminal.env['MAILDESK_KILL_AT']);
      const opened = await openHouse(adapters, { configDir, dataDir, env: terminal.env, clock, log, reached });
      if (opened.kind === 'broken') return refuse(invocation, opened.complaints, exitCodes.config);
      if (opened.kind === 'refused') return refuse(invocation, [opened.text]);
      for (const line of opened.warnings) log.warn({}, line);
      return await runDesk(invocation, opened.house).finally(() => opened.house.close());
    } finally {
      lock.release();
    }
  },
};

async function runDesk(invocation: Invocation, house: House): Promise<number> {
  const { adapters, common, terminal } = invocation;
  const { log } = house.options;
  const started = await startDaemon(adapters, house);
  if (started.kind === 'refused') return refuse(invocation, [started.text]);
  const { daemon } = started;
  const follow = (loaded: LoadedSettings): void => void adopt(daemon, house, loaded);
  const watch = await adapters.watchConfig(common.config, terminal.env, follow, (why) =>
    log.warn({ why }, 'configuration files are not watched'),
  );
  await watch.ready; // what is changed from now on is noticed
  const broken = new Promise<string>((resolve) => (house.on.broken = resolve));
  const signal = firstSignal(() => void watch.reload()); // heard from before anybody is told that the desk runs
  terminal.out(welcome(house, daemon, common, terminal));
  const end = await Promise.race([signal.then((name) => ({ signal: name })), broken.then((why) => ({ why }))]);
  if ('why' in end) return giveUp(invocation, end.why);
  log.info(end, 'stopping: what is under way is finished first');
  await watch.close();
  await daemon.stop();
  log.info({}, 'stopped');
  return exitCodes.done;
}

/** After a failed write nothing may be written any more: not even what is under way is finished. The next start sees what is durable. */
function giveUp({ terminal }: Invocation, why: string): never {
  terminal.err(
    `maildesk start: ${why}. The desk stops at once; nothing that was confirmed is lost. Look at the disk, then start again.`,
  );
  process.exit(exitCodes.failed);
}

/** Takes a changed configuration up whole, or keeps the last good one and tells the admins. */
async function adopt(daemon: Daemon, house: House, loaded: LoadedSettings): Promise<void> {
  const { log } = house.options;
  if (loaded.kind === 'broken') return daemon.alert(brokenConfig(loaded.complaints));
  try {
    const refused = await daemon.adopt(loaded.settings);
    if (refused === null) log.info({}, 'the changed configuration is in force');
    else await daemon.alert(brokenConfig([refused]));
  } catch (error) {
    await daemon.alert(brokenConfig([error instanceof Error ? error.message : String(error)]));
  }
}

function refuse({ terminal }: Invocation, lines: readonly string[], code: number = exitCodes.failed): number {
  for (const line of lines) terminal.err(line);
  return code;
}

const taken = (dir: string, by: string): string =>
  `maildesk start: another desk runs on ${dir} (${by}). Stop it first, or give this one a directory of its own with --data.`;
