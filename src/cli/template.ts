import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TemplatePlace } from '../app/compose.ts';
import { likely } from '../domain/likely.ts';
import { type CliCommand, exitCodes, type Invocation } from './command.ts';
import { copyFiles } from './copy-files.ts';
import { table } from './table.ts';

/** The mails that go out, as files: which there are, and a copy of one to change. */
export const template: CliCommand = {
  name: 'template',
  args: '<action> [name]',
  summary: 'lists the files of the mails, or copies one into the configuration: `template list`, `template copy acknowledge`',
  flags: [['--language <tag>', 'of that language; that of the desk unless told']],
  async run(invocation) {
    const { adapters, common, terminal, options, args } = invocation;
    const [action = '', name] = args;
    if (!(action === 'list' && name === undefined) && !(action === 'copy' && name !== undefined)) {
      terminal.err(`maildesk template ${action}: expected list, or copy with the name of a template`);
      return exitCodes.usage;
    }
    const loaded = await adapters.loadConfig(common.config, terminal.env);
    if (loaded.kind === 'broken') {
      for (const line of loaded.complaints) terminal.err(line);
      return exitCodes.failed;
    }
    const language = typeof options['language'] === 'string' ? options['language'] : loaded.settings.desk.language;
    const places = (await adapters.templatePlaces(loaded.settings)).filter(({ place }) => place.startsWith(`${language}/`));
    return name === undefined ? list(invocation, places) : copy(invocation, places, language, name);
  },
};

function list({ terminal, common }: Invocation, places: readonly TemplatePlace[]): number {
  const rows = places.map(({ place, own }) => ({ template: place, source: own ? 'own' : 'shipped' }));
  if (common.json) for (const row of rows) terminal.out(JSON.stringify(row));
  else
    terminal.out(
      table(
        ['template', 'from'],
        rows.map(({ template: place, source }) => [place, source]),
        terminal,
      ),
    );
  return exitCodes.done;
}

async function copy(invocation: Invocation, places: readonly TemplatePlace[], language: string, name: string): Promise<number> {
  const { common, terminal } = invocation;
  const names = places.map(({ place }) => place.slice(language.length + 1));
  const wanted = [name, `${name}.hbs`, `${name}.yaml`].find((one) => names.includes(one));
  const found = places.find(({ place }) => place === `${language}/${wanted}`);
  if (found === undefined) {
    const meant = likely(
      name,
      names.map((one) => one.replace(/\.hbs$/, '')),
    );
    const near = meant === null ? '; maildesk template list shows them' : `, did you mean ${meant}?`;
    terminal.err(`maildesk template copy: no template ${name} in ${language}${near}`);
    return exitCodes.failed;
  }
  const file = join(common.config, 'templates', found.place);
  const next = `It stands in for the shipped one. Change it, then: maildesk check --config ${common.config}`;
  return copyFiles(invocation, [{ file, text: await readFile(found.file, 'utf8') }], next);
}
