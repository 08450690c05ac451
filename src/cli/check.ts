import { type CliCommand, exitCodes, type Invocation } from './command.ts';

/** Checks every file an admin edits, and says all that is wrong at once. */
export const check: CliCommand = {
  name: 'check',
  args: '',
  summary: 'checks every configuration file and template; prints all problems, not just the first',
  flags: [],
  async run({ adapters, common, terminal }: Invocation) {
    const loaded = await adapters.loadConfig(common.config, terminal.env);
    if (loaded.kind === 'broken') return report({ terminal, common }, loaded.complaints, [], common.config);
    const templates = await adapters.loadTemplates(loaded.settings);
    const { people, customers, desk } = loaded.settings;
    const languages = [desk, ...people, ...customers].flatMap(({ language }) => language ?? []);
    const found = templates.check([...new Set(languages)]);
    const lines = (kinds: readonly string[]): string[] =>
      found
        .filter(({ kind }) => kinds.includes(kind))
        .map(({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`);
    return report({ terminal, common }, lines(['error']), [...loaded.warnings, ...lines(['gap', 'stray'])], common.config);
  },
};

function report(
  { terminal, common }: Pick<Invocation, 'terminal' | 'common'>,
  problems: readonly string[],
  warnings: readonly string[],
  dir: string,
): number {
  if (common.json) terminal.out(JSON.stringify({ ok: problems.length === 0, problems, warnings }));
  else {
    for (const line of problems) terminal.err(line);
    for (const line of warnings) terminal.err(`${line} (warning)`);
    const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
    terminal.out(
      problems.length === 0
        ? `${dir}: all is well${warnings.length > 0 ? `, ${warnings.length} to look at` : ''}`
        : `${dir}: ${count}`,
    );
  }
  return problems.length === 0 ? exitCodes.done : exitCodes.failed;
}
