import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BadRow, ImportRow } from '../domain/directory/import-row.ts';
import { exitCodes, type Invocation } from './command.ts';
import { table } from './table.ts';

/**
 * People stand in `people.yaml` and nowhere else: who may do what is the admin's own word (C6). A dry run prints the file as
 * it would be, to look at or paste; `--yes` writes it, comments and all else kept.
 */
export async function importPeople(
  { adapters, common, terminal, options }: Invocation,
  from: string,
  rows: readonly ImportRow[],
  bad: readonly BadRow[],
): Promise<number> {
  const file = join(common.config, 'people.yaml');
  const before = await readFile(file, 'utf8').catch(() => '');
  const people = rows.filter((row) => row.kind === 'person');
  const made = await adapters.peopleFile(file, before, people);
  const complaints = [
    ...bad.map(({ line, problem }) => `${from}:${line}: ${problem}`),
    ...(made.kind === 'wrong' ? made.complaints : []),
  ];
  const isWritten = options['yes'] === true && made.kind === 'text' && complaints.length === 0;
  if (isWritten) await replace(file, made.text);
  const changes = made.kind === 'text' ? made.changes : [];
  if (common.json) terminal.out(JSON.stringify({ written: isWritten, changes, complaints }));
  else {
    for (const line of complaints) terminal.err(line);
    if (changes.length > 0)
      terminal.out(
        table(
          ['handle', 'change', 'says'],
          changes.map(({ handle, change, keys }) => [handle, change, keys.join(', ')]),
          terminal,
        ),
      );
    if (complaints.length > 0) terminal.out('\nnothing was written');
    else if (isWritten) terminal.out(`\nwritten: ${file}`);
    else if (made.kind === 'text') terminal.out(`\n${made.text}\nnothing was written (a dry run); --yes writes this to ${file}`);
  }
  return complaints.length > 0 ? exitCodes.failed : exitCodes.done;
}

/** A reader never meets half a file. */
async function replace(file: string, text: string): Promise<void> {
  const beside = `${file}.new`;
  await writeFile(beside, text);
  await rename(beside, file);
}
