import type { Workflow } from '../workflow.ts';
import type { Finding } from './finding.ts';

/**
 * Everything that is wrong with a process, and everything in it that looks like a slip.
 *
 * @param isNamedRight whether all names stand for something; what follows from steps is judged only then
 */
export function checkWorkflow(workflow: Workflow, isNamedRight: boolean): Finding[] {
  void workflow;
  void isNamedRight;
  return [];
}
