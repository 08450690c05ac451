import type { Adapters, LoadedSettings } from '../compose.ts';
import type { HouseOptions } from '../house.ts';
import { type Finding, look, trouble, well } from './finding.ts';

type Examined = { adapters: Adapters; options: HouseOptions };

/** The files an admin edits, and the templates. */
export async function configurationFindings({ adapters, options }: Examined, loaded: LoadedSettings): Promise<Finding[]> {
  const check = 'configuration';
  const mend = 'mend that line; maildesk check shows the files alone';
  if (loaded.kind === 'broken') return loaded.complaints.map((line) => trouble(check, line, mend));
  const { settings, warnings } = loaded;
  const { people, customers, desk } = settings;
  const templates = await adapters.loadTemplates(settings);
  const faults = templates
    .check([...new Set([desk, ...people, ...customers].flatMap(({ language }) => language ?? []))])
    .filter(({ kind }) => kind === 'error')
    .map(({ file, line, message }) =>
      trouble('templates', `${file}:${line}: ${message}`, 'mails of this template wait until it is mended'),
    );
  return [
    well(check, `${options.configDir} has no mistakes`),
    ...warnings.map((line) => look(check, line, '')),
    ...(faults.length === 0 ? [well('templates', 'all of them can be filled')] : faults),
  ];
}

/** Less than this, and a day of large mails may fill the disk. */
const scarceMb = 1024;

/** The data directory with its keys and its database. */
export function dataFindings({ adapters, options: { dataDir } }: Examined): Finding[] {
  const room = roomAndKeys({ adapters, options: { dataDir } });
  if (room.some(({ check, state }) => check === 'data' && state === 'trouble')) return room;
  const none = look('database', 'there is none yet', 'the first start makes one');
  const complaints = adapters.lookAtDatabase(dataDir);
  return [
    ...room,
    ...(complaints.length === 0
      ? [adapters.hasDatabase(dataDir) ? well('database', 'every page and every reference is whole') : none]
      : complaints.map((line) =>
          trouble('database', line, 'stop the desk, keep a copy of the data directory, go back to the last backup'),
        )),
  ];
}

/** Whether the data directory can be written and has room, and whether others may read its keys. */
export function roomAndKeys({ adapters, options: { dataDir } }: { adapters: Adapters; options: { dataDir: string } }): Finding[] {
  const data = adapters.lookAtData(dataDir);
  if (data.kind === 'missing')
    return [trouble('data', `${dataDir} is not there`, 'start the desk, which makes it, or name another with --data')];
  if (data.kind === 'refused') return [trouble('data', data.text, 'until then the desk cannot start')];
  const room = `${dataDir} can be written, ${data.freeMb} MB are free`;
  return [
    data.freeMb < scarceMb ? look('data', room, 'make room: without any the desk takes no mail in') : well('data', room),
    ...keyFindings(adapters, dataDir, data.exposed),
  ];
}

function keyFindings({ deskKeys }: Adapters, dataDir: string, exposed: readonly string[]): Finding[] {
  const check = 'keys';
  const [newest] = deskKeys(dataDir).toReversed();
  if (newest === undefined) return [look(check, 'there are none yet', 'the first start makes one')];
  if (exposed.length === 0) return [well(check, `key ${newest.number} signs; only the desk's own user may read it`)];
  return exposed.map((path) => trouble(check, `others on this machine may read ${path}`, `chmod go= ${path}`));
}
