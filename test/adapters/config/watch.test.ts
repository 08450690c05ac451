import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Loaded } from '../../../src/adapters/config/load-config.ts';
import { watchConfig } from '../../../src/adapters/config/watch-config.ts';
import { until } from '../../support/until.ts';
import { folder, smallest } from './folder.ts';

async function watched(...also: string[]) {
  const made = await folder({ 'helpdesk.yaml': smallest });
  const seen: Loaded[] = [];
  const troubles: string[] = [];
  const watch = watchConfig({
    dir: made.dir,
    also,
    env: {},
    onChange: (loaded) => void seen.push(loaded),
    onTrouble: (why) => troubles.push(why),
  });
  await watch.ready;
  const nameSeen = (name: string) =>
    until(() => seen.some((loaded) => loaded.kind === 'ok' && loaded.settings.desk.name === name));
  const end = async () => {
    await watch.close();
    await made[Symbol.asyncDispose]();
  };
  return { ...made, watch, seen, nameSeen, troubles, [Symbol.asyncDispose]: end };
}

test('F-40: a change, good or broken, is read again; a file put in place by renaming too', async () => {
  await using desk = await watched();
  await desk.write('helpdesk.yaml', smallest.replace('Acme', 'Written'));
  await desk.nameSeen('Written');

  await desk.write('helpdesk.yaml', 'desk: [');
  await until(() => desk.seen.at(-1)?.kind === 'broken');

  await desk.write('helpdesk.yaml.new', smallest.replace('Acme', 'Renamed'));
  await rename(join(desk.dir, 'helpdesk.yaml.new'), join(desk.dir, 'helpdesk.yaml'));
  await desk.nameSeen('Renamed');

  await desk.write('people.yaml', 'people: []\n');
  await until(() => desk.seen.some((loaded) => loaded.kind === 'ok' && loaded.files.length === 2));
  expect(desk.troubles).toEqual([]);
});

test('a template and a style sheet of the admin’s are noticed, and what changes in a further folder', async () => {
  await using further = await folder({});
  await using desk = await watched(further.dir);
  for (const [where, file] of [
    [desk, 'templates/_layout/styles.css'],
    [desk, 'templates/en/reply.hbs'],
    [further, 'en/words.yaml'],
  ] as const) {
    const before = desk.seen.length;
    await where.write(file, 'x');
    await until(() => desk.seen.length > before, { what: `word of ${file}` });
  }
  expect(desk.troubles).toEqual([]);
});

test('F-40: a process of the admin’s is read again as it is saved, right or wrong', async () => {
  await using desk = await watched();
  const process = (state: string) =>
    `workflow: own\nentry: [{ state: ${state} }]\nstates: { raised: { waits_for: staff, clock: first_response } }\n`;
  await desk.write('workflows/own.yaml', process('raised'));
  await until(() => desk.seen.some((loaded) => loaded.kind === 'ok' && 'own' in loaded.settings.workflows));
  await desk.write('workflows/own.yaml', process('rased'));
  await until(() => desk.seen.at(-1)?.kind === 'broken');
  expect(desk.troubles).toEqual([]);
});

test('F-40: a deleted file is told as broken', async () => {
  await using desk = await watched();
  await rm(join(desk.dir, 'helpdesk.yaml'));
  await until(() => desk.seen.at(-1)?.kind === 'broken');
});

test('reload reads at once, as SIGHUP asks for, one reading at a time', async () => {
  await using desk = await watched();
  await Promise.all([desk.watch.reload(), desk.watch.reload()]);
  expect(desk.seen.map(({ kind }) => kind)).toEqual(['ok', 'ok']);
});
