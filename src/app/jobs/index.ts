import { everyMinute } from '../../domain/jobs/cron.ts';
import { sendDigests } from '../digests/send-digests.ts';
import { passMinute } from '../due/pass-minute.ts';
import { tellContracts } from './amc.ts';
import { mailContracts } from './amc-list.ts';
import { seeToAbsences } from './away.ts';
import { mailEvidenceHead } from './evidence-head.ts';
import type { Job } from './job.ts';
import { recheckCoverage } from './recheck-coverage.ts';
import { foreseeRetention, keepNoLonger, whyAllIsKept } from './retention.ts';
import { draftReviews } from './review.ts';

/** Every day at seven. */
const atSeven = { ...everyMinute, line: '0 7 * * *', minutes: [0], hours: [7] };

/** Every night at three. */
const atThree = { ...everyMinute, line: '0 3 * * *', minutes: [0], hours: [3] };

/** Four times an hour. */
const everyQuarter = { ...everyMinute, line: '*/15 * * * *', minutes: [0, 15, 30, 45] };

/** On the first of each month. */
const onTheFirst = { ...atSeven, line: '0 7 1 * *', days: [1] };

/** Everything that is done because time passed, a row each. */
export const jobs: readonly Job[] = [
  {
    name: 'sla',
    about: 'reminders, warnings and alarms, questions nobody answered, waits and pauses that are over',
    times: everyMinute,
    run: passMinute,
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
  {
    name: 'away',
    about: 'tickets of those who are away go to others, and back on their return',
    times: everyQuarter,
    run: seeToAbsences,
  },
  { name: 'amc-list', about: 'the managers’ list of contracts to look at', times: onTheFirst, waits: true, run: mailContracts },
  {
    name: 'review',
    about: 'service reviews of the month or quarter that is over, as drafts to whoever looks after the customer',
    times: atSeven,
    run: draftReviews,
  },
  {
    name: 'worklist',
    about: 'to each of us, when their day begins: their tickets, in the order of the day',
    times: null,
    run: sendDigests('worklist'),
  },
  {
    name: 'overview',
    about: 'to each lead, when their day begins: what is late, what nobody has, who has how much',
    times: null,
    run: sendDigests('overview'),
  },
  {
    name: 'ledger',
    about: 'to each admin: what became of the mail of the day before, and how the desk is',
    times: null,
    run: sendDigests('ledger'),
  },
  {
    name: 'evidence',
    about: 'the seal of what was answered, for the admins to keep elsewhere',
    times: atSeven,
    run: mailEvidenceHead,
  },
  {
    name: 'retention',
    about: 'tickets closed longer ago than `retention` in helpdesk.yaml says lose what was written on them',
    ...{ times: atThree, waits: true, off: whyAllIsKept },
    ...{ run: keepNoLonger, foresee: foreseeRetention },
  },
  { name: 'weekly', about: 'to each manager: the report on the last week', times: null, run: sendDigests('weekly') },
  { name: 'monthly', about: 'to each manager: the report on the last month', times: null, run: sendDigests('monthly') },
];
