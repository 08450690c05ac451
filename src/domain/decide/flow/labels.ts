import type { Labels } from '../../sections.ts';
import type { Step, Workflow } from '../../workflow/workflow.ts';

/** What may head a section of a mail, by the field that it is for. */
export const labelsFor = ({ collects }: Pick<Step, 'collects'>, { typed }: Pick<Workflow, 'typed'>): Labels =>
  Object.fromEntries(collects.map(({ field }) => [field, [...new Set([field, spaced(field), ...(typed?.fields[field] ?? [])])]]));

/** A heading that somebody can fill in: `What to test:`. */
export const headingOf = (field: string): string => `${field.charAt(0).toUpperCase()}${spaced(field).slice(1)}:`;

const spaced = (field: string): string => field.replace(/[-_]/g, ' ');
