import { everyMinute } from '../../domain/jobs/cron.ts';
import { takeDue } from '../due/take-due.ts';
import type { Job } from './job.ts';

/** Everything that is done because time passed, a row each. */
export const jobs: readonly Job[] = [
  {
    name: 'sla',
    about: 'reminders, questions nobody answered, waits and pauses that are over',
    times: everyMinute,
    run: takeDue,
  },
];
