import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Preview } from '../app/compose.ts';
import { previewOf } from '../app/preview/preview-of.ts';
import { type CliCommand, exitCodes, type Invocation } from './command.ts';
import { sendSamples } from './preview-send.ts';
import { watchMails } from './preview-watch.ts';
import { wantedMails } from './wanted-mails.ts';

/** Shows the mails that the desk writes before anybody gets one. */
export const preview: CliCommand = {
  name: 'preview',
  args: '[file]',
  summary: 'shows every mail in every language, filled with samples, as one HTML page (preview.html; in a pipe: the page itself)',
  flags: [
    ['--template <name>', 'only this template'],
    ['--language <tag>', 'only this language'],
    ['--send <address>', 'mails the samples to this one address, by the way that helpdesk.yaml names under outgoing'],
    ['--watch', 'serves the page on this machine and shows changes of templates as they are saved, until Ctrl-C'],
    ['--port <number>', 'where --watch listens on 127.0.0.1; any free port without it'],
  ],
  async run(invocation) {
    const { adapters, common, terminal, options, args } = invocation;
    const clash = clashOf(options, args);
    if (clash !== null) return refuse(invocation, [`maildesk preview: ${clash}`], exitCodes.usage);
    const loaded = await adapters.loadConfig(common.config, terminal.env);
    if (loaded.kind === 'broken') return refuse(invocation, loaded.complaints, exitCodes.failed);
    const wanted = await wantedMails(invocation, loaded.settings);
    if (wanted.kind === 'unknown') return refuse(invocation, [wanted.text], exitCodes.usage);
    if (typeof options['send'] === 'string') return sendSamples(invocation, options['send'], wanted);
    if (options['watch'] === true) return watchMails(invocation, loaded.settings, wanted);
    return write(invocation, await previewOf(adapters, loaded.settings, wanted));
  },
};

function clashOf({ send, watch, port }: Invocation['options'], args: readonly string[]): string | null {
  if (send !== undefined && (watch === true || args.length > 0)) return '--send mails the samples and makes no page';
  if (watch === true && args.length > 0) return '--watch serves the page and writes no file';
  if (port !== undefined && watch !== true) return '--port goes with --watch';
  return null;
}

/** Into the file named; without one, `preview.html` for a person, and the page itself for a pipe. */
async function write({ adapters, terminal, common, args }: Invocation, shown: Preview): Promise<number> {
  const page = await adapters.previewPage(shown);
  const file = args[0] ?? (terminal.isTerminal || common.json ? 'preview.html' : '-');
  const broken = shown.mails.filter((mail) => mail.shown.kind === 'broken').length;
  if (file === '-') terminal.out(page.trimEnd());
  else {
    await writeFile(file, page);
    const languages = [...new Set(shown.mails.map(({ language }) => language))];
    const summary = { file: resolve(file), mails: shown.mails.length, broken, languages, complaints: shown.complaints };
    terminal.out(common.json ? JSON.stringify(summary) : said(summary));
  }
  for (const line of common.json ? [] : shown.complaints) terminal.err(line);
  return broken === 0 && shown.mails.length > 0 ? exitCodes.done : exitCodes.failed;
}

type Summary = { file: string; mails: number; broken: number; languages: readonly string[] };

const said = ({ file, mails, broken, languages }: Summary): string =>
  [
    `${mails} mails in ${languages.join(', ')}${broken === 0 ? '' : `; ${broken} cannot be filled`}. Open in a browser:`,
    `    ${pathToFileURL(file).href}`,
  ].join('\n');

function refuse({ terminal }: Invocation, lines: readonly string[], code: number): number {
  for (const line of lines) terminal.err(line);
  return code;
}
