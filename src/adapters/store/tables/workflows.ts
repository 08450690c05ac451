import type { Writing } from '../../../domain/ports.ts';
import type { WorkflowReads } from '../../../domain/workflow/of-ticket.ts';
import type { Workflow } from '../../../domain/workflow/workflow.ts';
import { fromJson } from '../schema.ts';
import type { At } from '../search.ts';

/** Processes in the versions that tickets began with. */
export function workflowReads({ tx }: At): WorkflowReads {
  return {
    async workflow(name, version) {
      const query = tx.selectFrom('workflow_versions').select('workflow').where('name', '=', name);
      const row = await query.where('version', '=', version).executeTakeFirst();
      return row === undefined ? null : fromJson<Workflow>(row.workflow);
    },
  };
}

/** Keeps what the files say now, for the tickets that begin with it. */
export function workflowWrites({ tx }: At): Pick<Writing, 'keepWorkflows'> {
  return {
    async keepWorkflows(workflows) {
      const rows = workflows.map((one) => ({ name: one.name, version: one.version, workflow: JSON.stringify(one) }));
      for (const row of rows)
        await tx
          .insertInto('workflow_versions')
          .values(row)
          .onConflict((conflict) => conflict.doNothing())
          .execute();
    },
  };
}
