import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import type { Settings } from '../../domain/settings.ts';
import type { StatePlan } from '../../domain/workflow/workflow.ts';
import { checks } from './checks/index.ts';
import { complaintOf, type Finding, type World } from './checks/world.ts';
import { type Complaint, inReadingOrder } from './complaint.ts';
import type { Environment } from './fill.ts';
import { readHolidays } from './holidays/read-holidays.ts';
import { readLogo } from './read-logo.ts';
import { type Part, readPart } from './read-part.ts';
import { schemas } from './schema/files.ts';
import { deskFields, settingsOf } from './settings-of.ts';
import { strayFiles } from './stray-files.ts';
import { loadWorkflows } from './workflows/load-workflows.ts';

export type Loaded =
  | {
      kind: 'ok';
      settings: Settings;
      warnings: readonly Complaint[];
      /** The files that were read. */
      files: string[];
      /** Names of the processes that an admin wrote or put in place of shipped ones. */
      ownWorkflows: readonly string[];
    }
  | { kind: 'broken'; complaints: readonly Complaint[]; warnings: readonly Complaint[] };

/**
 * Reads a folder of configuration: one typed value, or every mistake of every file at once.
 *
 * @param dir holds `helpdesk.yaml`, and where wanted the other files of `schemas`, `workflows/` and `templates/`
 * @param env fills `${NAME}`
 */
export async function loadConfig(dir: string, env: Environment): Promise<Loaded> {
  const read = <S extends z.ZodType>(name: string, schema: S) => readPart(schema, join(dir, `${name}.yaml`), env);
  const [helpdesk, people, customers, sla, questionnaires, answers, rates] = await Promise.all([
    read('helpdesk', schemas.helpdesk),
    read('people', schemas.people),
    read('customers', schemas.customers),
    read('sla', schemas.sla),
    read('questionnaires', schemas.questionnaires),
    read('answers', schemas.answers),
    read('rates', schemas.rates),
  ]);
  const workflows = await loadWorkflows(dir, env, { fields: deskFields(helpdesk.data?.desk.fields ?? {}) });
  const parts: readonly Part<unknown>[] = [helpdesk, people, customers, sla, questionnaires, answers, rates];
  const files = [...parts.map(({ file }) => file), ...workflows.files];

  const found = findingsOf({
    ...{ helpdesk: helpdesk.world, people: people.world, customers: customers.world, sla: sla.world },
    ...{ questionnaires: questionnaires.world, answers: answers.world, rates: rates.world },
    workflows: workflows.names,
    clocks: Object.values(workflows.found).flatMap(({ states }) => Object.values(states).flatMap(clocksIn)),
  });
  const { logo, complaints: logoFaults } = await readLogo(helpdesk, dir);
  const holidays = await readHolidays(sla, dir);
  const complaints = inReadingOrder(
    [...[...parts, workflows, holidays].flatMap((part) => part.complaints), ...logoFaults, ...found.error],
    [...files, ...holidays.files],
  );
  const mild = [...[...parts, workflows].flatMap((part) => part.warnings), ...found.warning, ...(await strayFiles(dir))];
  const warnings = inReadingOrder(mild, files);
  if (complaints.length > 0) return { kind: 'broken', complaints, warnings };

  const settings = settingsOf(
    {
      ...{ helpdesk: helpdesk.data, people: people.data, customers: customers.data, sla: sla.data },
      ...{ questionnaires: questionnaires.data, answers: answers.data, rates: rates.data },
    },
    { templatesDir: await templatesIn(dir), logo, workflows: workflows.found, calendars: holidays.calendars },
  );
  const present = parts.filter(({ world }) => world !== 'missing').map(({ file }) => file);
  return {
    kind: 'ok',
    settings,
    warnings,
    files: [...present, ...workflows.files, ...holidays.files],
    ownWorkflows: workflows.own,
  };
}

const clocksIn = ({ clock, theirClock }: StatePlan): string[] => [clock ?? [], theirClock ?? []].flat();

function findingsOf(world: World): Record<Finding['weight'], Complaint[]> {
  const found = checks.flatMap((check) => check(world));
  const of = (weight: Finding['weight']) => found.filter((finding) => finding.weight === weight).map(complaintOf);
  return { error: of('error'), warning: of('warning') };
}

async function templatesIn(dir: string): Promise<string | null> {
  const folder = join(dir, 'templates');
  const found = await stat(folder).catch(() => null);
  return found?.isDirectory() ? folder : null;
}
