import type { ImportKind, ImportRow } from '../../domain/directory/import-row.ts';
import type { CustomerSettings } from '../../domain/settings.ts';
import type { CopiedWorkflow } from './export/copied-workflow.ts';
import type { PeopleFile } from './import/people-file.ts';
import type { ReadImport } from './import/read-import.ts';

/** What reads and writes files of the configuration for an admin: loaded when somebody asks for it, not with every start. */
export const lists = {
  copiedWorkflow: async (dir: string, name: string, as: string): Promise<CopiedWorkflow> =>
    (await import('./export/copied-workflow.ts')).copiedWorkflow(dir, name, as),
  readImport: async (kind: ImportKind, file: string, text: string): Promise<ReadImport> =>
    (await import('./import/read-import.ts')).readImport(kind, file, text),
  peopleFile: async (file: string, text: string, rows: readonly Extract<ImportRow, { kind: 'person' }>[]): Promise<PeopleFile> =>
    (await import('./import/people-file.ts')).peopleFile(file, text, rows),
  customersYaml: async (customers: readonly CustomerSettings[]): Promise<string> =>
    (await import('./export/customers-yaml.ts')).customersYaml(customers),
};
