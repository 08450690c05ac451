import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { likely } from '../domain/likely.ts';
import { exitCodes, type Invocation } from './command.ts';
import { copyFiles } from './copy-files.ts';

/** Copies a process with its words into the configuration, under a name of its own, for an admin to change. */
export async function copyWorkflow(invocation: Invocation, name: string, as: string): Promise<number> {
  const { adapters, common, terminal } = invocation;
  const loaded = await adapters.loadConfig(common.config, terminal.env);
  if (loaded.kind === 'broken') return refuse(invocation, loaded.complaints);
  const copied = await adapters.copiedWorkflow(common.config, name, as);
  if (copied.kind === 'unknown') {
    const known = Object.keys(loaded.settings.workflows);
    const meant = likely(name, known);
    const near = meant === null ? `; known: ${known.join(', ')}` : `, did you mean ${meant}?`;
    return refuse(invocation, [`maildesk workflow copy: no process ${name}${near}`]);
  }
  if (copied.kind === 'misnamed') return refuse(invocation, [`maildesk workflow copy: ${as}: ${copied.text}`]);
  const places = await adapters.templatePlaces(loaded.settings);
  const words = await Promise.all(
    places
      .filter(({ place }) => place.endsWith(`/workflows/${name}.yaml`))
      .map(async ({ place, file }) => ({
        file: join(common.config, 'templates', place.replace(`${name}.yaml`, `${as}.yaml`)),
        text: await readFile(file, 'utf8'),
      })),
  );
  const next =
    name === as
      ? `They stand in for the shipped ones. Change them, then: maildesk check --config ${common.config}`
      : `Change them, name the process where it is to be followed (workflow: ${as}), then: maildesk check --config ${common.config}`;
  return copyFiles(invocation, [copied, ...words], next);
}

function refuse({ terminal }: Invocation, lines: readonly string[]): number {
  for (const line of lines) terminal.err(line);
  return exitCodes.failed;
}
