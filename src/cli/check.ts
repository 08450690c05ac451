import { ownFaults } from '../app/preview/own-faults.ts';
import { directoryWarnings } from './check-directory.ts';
import { strandedWarnings } from './check-stranded.ts';
import { type CliCommand, exitCodes, type Invocation } from './command.ts';

/** Checks every file an admin edits, and says all that is wrong at once. */
export const check: CliCommand = {
  name: 'check',
  args: '',
  summary: 'checks every configuration file and template; prints all problems, not just the first',
  flags: [],
  async run(invocation: Invocation) {
    const { adapters, common, terminal } = invocation;
    const loaded = await adapters.loadConfig(common.config, terminal.env);
    if (loaded.kind === 'broken') return report({ terminal, common }, loaded.complaints, [], common.config);
    const templates = await adapters.loadTemplates(loaded.settings);
    const { people, customers, desk } = loaded.settings;
    const languages = [desk, ...people, ...customers].flatMap(({ language }) => language ?? []);
    const found = templates.check([...new Set(languages)], Object.values(loaded.settings.workflows));
    const lines = (kinds: readonly string[]): string[] =>
      found
        .filter(({ kind }) => kinds.includes(kind))
        .map(({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`);
    const differing = await directoryWarnings(invocation, loaded.settings);
    const stranded = await strandedWarnings(invocation, loaded.settings);
    const faults = await ownFaults(adapters, loaded.settings);
    const warnings = [...loaded.warnings, ...differing, ...stranded, ...lines(['gap', 'stray']), ...faults];
    return report({ terminal, common }, lines(['error']), warnings, common.config, adapters.dkimRecord(loaded.settings));
  },
};

type DnsRecord = { name: string; text: string };

function report(
  { terminal, common }: Pick<Invocation, 'terminal' | 'common'>,
  problems: readonly string[],
  warnings: readonly string[],
  dir: string,
  record: DnsRecord | null = null,
): number {
  if (common.json)
    terminal.out(JSON.stringify({ ok: problems.length === 0, problems, warnings, dns: record === null ? [] : [record] }));
  else {
    for (const line of problems) terminal.err(line);
    for (const line of warnings) terminal.err(`${line} (warning)`);
    const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
    terminal.out(
      problems.length === 0
        ? `${dir}: all is well${warnings.length > 0 ? `, ${warnings.length} to look at` : ''}`
        : `${dir}: ${count}`,
    );
    if (record !== null) terminal.out(toPublish(record));
  }
  return problems.length === 0 ? exitCodes.done : exitCodes.failed;
}

/** A text of DNS is made of strings of 255 letters at most (RFC 1035 §3.3.14). */
const toPublish = ({ name, text }: DnsRecord): string =>
  [
    '',
    'DNS: receivers check our signatures by this record. Publish it, then let a day pass before they all know it:',
    `  ${name}. IN TXT ${(text.match(/.{1,255}/g) ?? []).map((part) => JSON.stringify(part)).join(' ')}`,
  ].join('\n');
