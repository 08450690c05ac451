import type { FieldKind, Workflow } from '../workflow.ts';
import { type FactKind, factFamilies, factNames } from './fact-names.ts';
import type { Finding } from './finding.ts';

/** What a process is held against beside itself. */
export type Context = {
  /** Fields that the desk declares for all its tickets. */
  fields: Readonly<Record<string, FieldKind>>;
};

/** One kind of mistake: finds every place where it is made. */
export type Check = (workflow: Workflow, context: Context) => Finding[];

/** What a fact or field can be; null where there is none of that name. */
export function factKind(name: string, { fields, checklists, asks }: Workflow, context: Context): FactKind | null {
  const field = ownOf(fields, name) ?? ownOf(context.fields, name);
  if (field !== undefined) return kindOf(field);
  const [family = '', member] = split(name);
  if (member === undefined) return factNames.get(name) ?? null;
  if (family === 'checklist') return Object.hasOwn(checklists, member) ? factFamilies.checklist.kind : null;
  if (family === 'rounds') return Object.hasOwn(asks, member) ? factFamilies.rounds.kind : null;
  return isFamily(family) ? factFamilies[family].kind : null;
}

/** Every name that a condition may hold, for those nearly right. */
export const knownFacts = ({ fields, checklists, asks }: Workflow, context: Context): string[] => [
  ...Object.keys(fields),
  ...Object.keys(context.fields),
  ...factNames.keys(),
  ...Object.keys(checklists).map((name) => `checklist.${name}`),
  ...Object.keys(asks).map((name) => `rounds.${name}`),
  'hours.total',
];

const isFamily = (name: string): name is keyof typeof factFamilies => Object.hasOwn(factFamilies, name);

function kindOf(field: FieldKind): FactKind {
  if (field.kind === 'choice') return { kind: 'values', values: field.values };
  return field.kind === 'number' || field.kind === 'duration' ? { kind: 'number' } : { kind: 'text' };
}

const split = (name: string): [string, string?] => {
  const dot = name.indexOf('.');
  return dot < 0 ? [name] : [name.slice(0, dot), name.slice(dot + 1)];
};

const ownOf = <T>(record: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined;
