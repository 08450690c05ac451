import { readFile } from 'node:fs/promises';
import { type ImportRow, importKinds } from '../domain/directory/import-row.ts';
import { type ImportPlan, planImport } from '../domain/directory/plan-import.ts';
import { type CliCommand, exitCodes, type Invocation } from './command.ts';
import { importPeople } from './import-people.ts';
import { table } from './table.ts';
import { toRead, withHouse } from './with-house.ts';

/** Customers, contacts, contracts and people out of a file: a dry run unless told, all rows or none. */
export const importFile: CliCommand = {
  name: 'import',
  args: '<what> <file>',
  summary: `takes ${importKinds.join(', ')} from a CSV or YAML file: shows what would change; --yes does it, all rows or none`,
  flags: [['--yes', 'write it: without this nothing is changed']],
  async run(invocation) {
    const { args, terminal } = invocation;
    const [what = '', file = ''] = args;
    const kind = importKinds.find((one) => one === what);
    const fail = (line: string, code: number): number => {
      terminal.err(`maildesk import: ${line}`);
      return code;
    };
    if (kind === undefined) return fail(`${what}: expected ${importKinds.join(', ')}`, exitCodes.usage);
    const text = await textOf(file);
    if ('problem' in text) return fail(`${file}: ${text.problem}`, exitCodes.failed);
    const { rows, bad } = await invocation.adapters.readImport(kind, file, text.text);
    if (kind === 'people') return importPeople(invocation, file, rows, bad);
    return importCustomers(invocation, file, { rows: rows.filter((row) => row.kind !== 'person'), bad });
  },
};

async function textOf(file: string): Promise<{ text: string } | { problem: string }> {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file)) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ENOENT') return { problem: 'there is no such file' };
    return {
      problem: code.startsWith('ERR_ENCODING')
        ? 'expected text in UTF-8; save it with that encoding'
        : `it cannot be read (${code})`,
    };
  }
}

type Read = { rows: readonly Exclude<ImportRow, { kind: 'person' }>[]; bad: ImportPlan['bad'] };

/** What is planned is planned again inside the transaction that writes it: somebody may have been there meanwhile. */
function importCustomers(invocation: Invocation, file: string, { rows, bad }: Read): Promise<number> {
  const isReal = invocation.options['yes'] === true;
  return withHouse(isReal ? invocation : toRead(invocation), async ({ store, settings, options }) => {
    const planned = async (at: Parameters<Parameters<typeof store.read>[0]>[0]): Promise<ImportPlan> => {
      const plan = planImport(rows, settings(), await at.directory());
      return { ...plan, bad: [...bad, ...plan.bad].toSorted((a, b) => a.line - b.line) };
    };
    const plan = isReal
      ? await store.write(async (at) => {
          const plan = await planned(at);
          if (plan.bad.length === 0 && plan.effects.length > 0) {
            const counts = countsOf(plan);
            const said = {
              act: 'journal',
              ticket: null,
              actor: { kind: 'desk' },
              event: 'imported-customers',
              data: counts,
            } as const;
            await at.apply([...plan.effects, said], options.clock.now(), null);
          }
          return plan;
        })
      : await store.read(planned);
    return tell(invocation, file, plan, isReal);
  });
}

const countsOf = ({ rows }: ImportPlan): Record<'new' | 'changed' | 'same', number> => ({
  new: rows.filter(({ change }) => change === 'new').length,
  changed: rows.filter(({ change }) => change === 'changed').length,
  same: rows.filter(({ change }) => change === 'same').length,
});

function tell({ terminal, common }: Invocation, file: string, plan: ImportPlan, isReal: boolean): number {
  const { rows, bad } = plan;
  const counts = countsOf(plan);
  const isWritten = isReal && bad.length === 0;
  if (common.json) terminal.out(JSON.stringify({ written: isWritten, ...counts, rows, bad }));
  else {
    for (const { line, problem } of bad) terminal.err(`${file}:${line}: ${problem}`);
    const shown = rows.filter(({ change }) => change !== 'same');
    if (shown.length > 0) terminal.out(table(head, shown.map(cells), terminal));
    for (const { line, note } of rows) if (note !== null) terminal.out(`${file}:${line}: ${note}`);
    terminal.out(`${shown.length > 0 ? '\n' : ''}${summary(counts, bad.length, isReal)}`);
  }
  return bad.length > 0 ? exitCodes.failed : exitCodes.done;
}

const head = ['line', 'what', 'customer', 'name', 'change', 'says'];

const cells = ({ line, what, customer, name, change, fields }: ImportPlan['rows'][number]) => [
  ...[line, what, customer, name, change],
  fields.map(({ name: of, from, to }) => (change === 'new' ? `${of} ${to}` : `${of} ${from || '-'} → ${to || '-'}`)).join(', '),
];

function summary(counts: Record<'new' | 'changed' | 'same', number>, bad: number, isReal: boolean): string {
  const what = `${counts.new} new, ${counts.changed} changed, ${counts.same} the same`;
  if (bad > 0) return `${what}; ${bad === 1 ? '1 row is' : `${bad} rows are`} wrong: nothing was written`;
  return isReal ? `written: ${what}` : `${what}: nothing was written (a dry run); --yes writes it`;
}
