import { createHash } from 'node:crypto';
import type { Workflow } from '../../../domain/workflow/workflow.ts';

/** Twelve letters of the SHA-256 of a process, whatever the order of keys and the lines of its file. */
export function versionOf(workflow: Omit<Workflow, 'version'>): string {
  const steps = workflow.steps.map(({ line: _, ...step }) => step);
  const canonical = JSON.stringify(sorted({ ...workflow, steps }));
  return createHash('sha256').update(canonical).digest('hex').slice(0, 12);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, below]) => [key, sorted(below)]));
}
