import { everyMinute } from '../../domain/jobs/cron.ts';
import { takeDue } from '../due/take-due.ts';
import { tellContracts } from './amc.ts';
import { mailContracts } from './amc-list.ts';
import type { Job } from './job.ts';
import { recheckCoverage } from './recheck-coverage.ts';

/** Every day at seven. */
const atSeven = { ...everyMinute, line: '0 7 * * *', minutes: [0], hours: [7] };

/** On the first of each month. */
const onTheFirst = { ...atSeven, line: '0 7 1 * *', days: [1] };

/** Everything that is done because time passed, a row each. */
export const jobs: readonly Job[] = [
  {
    name: 'sla',
    about: 'reminders, questions nobody answered, waits and pauses that are over',
    times: everyMinute,
    run: takeDue,
  },
  {
    name: 'amc',
    about: 'contracts that end or are used up, and open tickets whose coverage changes',
    times: atSeven,
    run: async (parts) => {
      await tellContracts(parts);
      await recheckCoverage(parts);
    },
  },
  { name: 'amc-list', about: 'the managers’ list of contracts to look at', times: onTheFirst, waits: true, run: mailContracts },
];
