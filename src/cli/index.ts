import { check } from './check.ts';
import type { CliCommand } from './command.ts';
import { deliver } from './deliver.ts';
import { doctor } from './doctor.ts';
import { explain } from './explain.ts';
import { exportData } from './export.ts';
import { held } from './held.ts';
import { help } from './help.ts';
import { importFile } from './import.ts';
import { jobs } from './jobs.ts';
import { keys } from './keys.ts';
import { outbox } from './outbox.ts';
import { preview } from './preview.ts';
import { rehearse } from './rehearse.ts';
import { report } from './report.ts';
import { review } from './review.ts';
import { sla } from './sla.ts';
import { start } from './start.ts';
import { template } from './template.ts';
import { ticket } from './ticket.ts';
import { tickets } from './tickets.ts';
import { verifyEvidence } from './verify-evidence.ts';
import { why } from './why.ts';
import { workflow } from './workflow.ts';

/** The commands of the command line, in the order of its help. */
export const commands: readonly CliCommand[] = [
  start,
  check,
  doctor,
  deliver,
  explain,
  tickets,
  ticket,
  outbox,
  held,
  why,
  importFile,
  exportData,
  verifyEvidence,
  preview,
  report,
  template,
  rehearse,
  jobs,
  sla,
  review,
  workflow,
  keys,
  help,
];
