import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { factFamilies, factNames } from '../../../../src/domain/workflow/check/fact-names.ts';
import { audiences } from '../../../../src/domain/workflow/workflow.ts';
import { root } from '../../../support/source-files.ts';
import { smallest, verdictOn } from '../folder.ts';

const guide = await readFile(join(root, 'docs', 'workflows.md'), 'utf8');

test('the worked example of docs/workflows.md is right, without a warning', async () => {
  const [, example = ''] = /```yaml\n([\s\S]*?)```/.exec(guide) ?? [];
  const { complaints, warnings, settings } = await verdictOn({ 'helpdesk.yaml': smallest, 'workflows/repairs.yaml': example });
  expect({ complaints, warnings }).toEqual({ complaints: [], warnings: [] });
  expect(Object.keys(settings?.workflows['repairs']?.states ?? {})).toEqual(['received', 'offered', 'bench', 'returned']);
});

test('docs/workflows.md names every side and every fact', () => {
  const facts = [...factNames.keys()].filter((fact) => !['team', 'customer', 'level_needed'].includes(fact));
  for (const name of [...audiences, ...facts]) expect(guide, name).toContain(`\`${name}\``);
  for (const family of Object.keys(factFamilies)) expect(guide).toContain(`${family}`);
});
