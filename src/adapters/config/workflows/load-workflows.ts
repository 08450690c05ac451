import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkWorkflow } from '../../../domain/workflow/check/check-workflow.ts';
import type { Context } from '../../../domain/workflow/check/context.ts';
import type { Workflow } from '../../../domain/workflow/workflow.ts';
import type { Complaint } from '../complaint.ts';
import type { Environment } from '../fill.ts';
import { readPart } from '../read-part.ts';
import type { Tree } from '../read-yaml.ts';
import { workflow as schema, type WorkflowInput } from '../schema/workflow/workflow.ts';
import { complaintOf } from './complaints-of.ts';
import { workflowOf } from './workflow-of.ts';

/** Processes by name, as far as they are right, and all that is wrong. */
export type Workflows = {
  found: Readonly<Record<string, Workflow>>;
  /** Of all, broken ones too. */
  names: readonly string[];
  /** Of those that do not ship. */
  own: readonly string[];
  files: readonly string[];
  complaints: readonly Complaint[];
  warnings: readonly Complaint[];
};

const shippedDir = fileURLToPath(new URL('../../../../config/workflows', import.meta.url));

/**
 * Reads the processes that ship and those of an admin, which go before shipped ones of the same name.
 *
 * @param dir the folder of the configuration; its processes lie in `workflows/`
 * @param context what the rest of the configuration declares
 */
export async function loadWorkflows(dir: string, env: Environment, context: Context): Promise<Workflows> {
  const ownDir = join(dir, 'workflows');
  const own = await filesIn(ownDir);
  const taken = new Set(own.map(({ name }) => name));
  const shipped = resolve(ownDir) === shippedDir ? [] : (await filesIn(shippedDir)).filter(({ name }) => !taken.has(name));
  const read = await Promise.all([...own, ...shipped].map((file) => readOne(file, env, context)));
  return {
    found: Object.fromEntries(read.flatMap(({ name, workflow }) => (workflow ? [[name, workflow]] : []))),
    names: read.map(({ name }) => name),
    own: resolve(ownDir) === shippedDir ? [] : [...taken],
    files: own.map(({ file }) => file),
    complaints: read.flatMap(({ complaints }) => complaints),
    warnings: read.filter(({ name }) => taken.has(name)).flatMap(({ warnings }) => warnings),
  };
}

/** The file of a process, the admin's own before the shipped one; null where there is none of that name. */
export async function fileOfWorkflow(dir: string, name: string): Promise<string | null> {
  const files = [...(await filesIn(join(dir, 'workflows'))), ...(await filesIn(shippedDir))];
  return files.find((one) => one.name === name)?.file ?? null;
}

type File = { name: string; file: string };

async function filesIn(dir: string): Promise<File[]> {
  const names = await readdir(dir).catch((): string[] => []);
  return names
    .filter((name) => name.endsWith('.yaml'))
    .toSorted()
    .map((name) => ({ name: name.slice(0, -'.yaml'.length), file: join(dir, name) }));
}

type Read = { name: string; workflow: Workflow | null; complaints: readonly Complaint[]; warnings: readonly Complaint[] };

async function readOne({ name, file }: File, env: Environment, context: Context): Promise<Read> {
  const { data, world, complaints, warnings } = await readPart(schema, file, env);
  if (data === undefined || typeof world === 'string') return { name, workflow: null, complaints, warnings };
  const judged = judge(name, data, world.tree, context);
  return { ...judged, name, complaints: [...complaints, ...judged.complaints], warnings: [...warnings, ...judged.warnings] };
}

function judge(name: string, data: WorkflowInput, tree: Tree, context: Context): Omit<Read, 'name'> {
  const { workflow, findings } = workflowOf(data, (path) => tree.positionOf(path).line);
  const isNamed = data.workflow === name;
  const misnamed = { weight: 'error', path: ['workflow'], message: `expected ${name}, the name of the file` } as const;
  const found = [...(isNamed ? [] : [misnamed]), ...findings, ...checkWorkflow(workflow, context, findings.length === 0)];
  const of = (weight: 'error' | 'warning') => found.filter((one) => one.weight === weight).map((one) => complaintOf(tree, one));
  return { workflow, complaints: of('error'), warnings: of('warning') };
}
