import { nearest } from '../../../domain/nearest.ts';
import type { Workflow } from '../../../domain/workflow/workflow.ts';
import type { TemplateComplaint } from '../check-templates.ts';
import { checkNames } from '../names/check-names.ts';
import { TemplateError } from '../template-error.ts';
import { nearestFirst, type Processes } from './processes.ts';
import type { Leaf } from './read-process.ts';
import { stepShape } from './step-shape.ts';
import { everywhere, verbsOf, type Wanted, wantedOf } from './wanted.ts';

/** What is wrong in the language files of processes, and what they lack for the processes that there are. */
export function checkProcesses(
  processes: Processes,
  languages: readonly string[],
  workflows: readonly Workflow[],
): TemplateComplaint[] {
  const read = new Set(['en', ...languages.map((language) => nearestFirst(language, 'en')[0] ?? language)]);
  return [
    ...[...processes.files].flatMap(([key, layers]) => {
      const workflow = workflows.find(({ name }) => key.endsWith(`/workflows/${name}.yaml`));
      return layers.flatMap(({ leaves, faults }) => [
        ...faults.map((fault) => asComplaint('error', fault)),
        ...[...leaves.values()].flatMap((leaf) => [...wrongNames(leaf, workflow), ...(workflow ? strays(leaf, workflow) : [])]),
      ]);
    }),
    ...workflows.flatMap((workflow) => [...read].flatMap((language) => missing(processes, workflow, language))),
  ];
}

const asComplaint = (kind: TemplateComplaint['kind'], { file, line, column, problem }: TemplateError): TemplateComplaint => ({
  ...{ kind, file, line, column, message: problem },
});

/** Names that a text uses and is not given, in whatever branch they stand. */
const wrongNames = ({ kind, piece }: Leaf, workflow: Workflow | undefined): TemplateComplaint[] => {
  if (kind !== 'prose') return [];
  try {
    return checkNames(piece, stepShape(workflow), new Map()).map((error) => asComplaint('error', error));
  } catch (error) {
    const problem = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    return [asComplaint('error', new TemplateError(piece, `Handlebars cannot read this: ${problem}`))];
  }
};

/** Words for what the process has not. */
function strays({ path, piece }: Leaf, workflow: Workflow): TemplateComplaint[] {
  const known = wantedOf(workflow);
  const [table = '', name = ''] = path.split('.');
  const names = [
    ...known.filter((one) => one.table === table).map((one) => one.name),
    ...(table === 'verbs' ? verbsOf(workflow) : []),
    ...(table === 'states' ? everywhere : []),
  ];
  if (name === '' || !tables.includes(table) || names.includes(name)) return [];
  const [near] = nearest(name, names, 1);
  const meant = near === undefined ? '' : `; did you mean "${near}"?`;
  return [
    asComplaint('stray', new TemplateError(piece, `the process "${workflow.name}" has no "${name}" among its ${table}${meant}`)),
  ];
}

/** Tables that name what a process has; those of `answers` and `texts` may hold more than it uses. */
const tables: readonly string[] = ['parties', 'states', 'stages', 'fields', 'checklists', 'asks', 'verbs', 'texts'];

/** One complaint for a language: what people would read in another, or not at all. */
function missing(processes: Processes, workflow: Workflow, language: string): TemplateComplaint[] {
  const lacks = wantedOf(workflow).filter((wanted) => !isThere(processes, workflow, wanted, language));
  const [first] = lacks;
  if (first === undefined) return [];
  const unsaid = language === 'en' && lacks.some(({ table }) => table === 'texts' || table === 'asks');
  const what = lacks.map(({ table, name }) => `${table}.${name}`).join(', ');
  const instead = language === 'en' ? 'English must have all' : 'people read those in the desk’s language or in English';
  const file = `${language}/workflows/${workflow.name}.yaml`;
  return [{ kind: unsaid ? 'error' : 'gap', file, line: 1, column: 1, message: `missing in "${language}": ${what}; ${instead}` }];
}

/** In that language itself. */
const isThere = (processes: Processes, { name: process }: Workflow, { paths }: Wanted, language: string): boolean =>
  paths.some((path) =>
    [language, language.split('-', 1)[0] ?? language].some((one) =>
      processes.files.get(`${one}/workflows/${process}.yaml`)?.some(({ leaves }) => leaves.has(path)),
    ),
  );
