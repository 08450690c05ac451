import type { ListedTicket } from '../../../domain/answer/letter-data.ts';
import type { Action } from '../../../domain/answer/template-data.ts';
import { endingLink } from '../../../domain/digest/coming.ts';
import type { DigestName } from '../../../domain/digest/digest.ts';
import { ledgerTerms } from '../../../domain/digest/ledger.ts';
import { say } from '../../../domain/saying.ts';
import { clockWords } from '../../../domain/sla/clock-words.ts';
import { actions, deskName, type Samples } from './parts.ts';

const day = '3 Nov 2026';
const link = (command: string): Action => ({
  label: command,
  href: `mailto:support@acme.example?subject=%5B${encodeURIComponent(command)}%5D`,
  command,
  subject: '',
});
const off = (name: DigestName): Action => ({ ...link(endingLink(name).command), label: 'digest-off' });

const one: ListedTicket = {
  ...{ tag: 'HD-1042', title: 'Printer on fire', whoseTurn: 'you', state: 'raised', severity: 'severe', age: '2 d' },
  ...{ assignee: 'maria', customer: 'Globex', due: say`${clockWords('resolution')}: overdue since ${'2 Nov 2026, 16:00'}` },
  actions: [...actions.slice(2), ...actions.slice(3)].slice(0, 2),
};
const dueToday: ListedTicket = {
  ...one,
  ...{ tag: 'HD-1044', title: 'New laptop for the front desk', severity: '', customer: 'Initech', age: '1 d' },
  due: say`${clockWords('first_response')}: due ${'3 Nov 2026, 15:30'}`,
};
const promised: ListedTicket = {
  ...one,
  ...{ tag: 'HD-1031', title: 'VPN asks for the password twice', severity: 'low', age: '5 d' },
  due: say`promised for ${'6 Nov 2026'}`,
};
const waits: ListedTicket = {
  ...one,
  ...{
    tag: 'HD-1027',
    title: 'Invoices show the wrong address & name',
    whoseTurn: 'customer',
    severity: '',
    age: '12 d',
    due: '',
  },
};
const nobodys: ListedTicket = {
  ...one,
  ...{
    tag: 'HD-1051',
    title: 'Cannot log in since the update',
    whoseTurn: 'associates',
    assignee: '',
    severity: 'high',
    due: '',
  },
  actions: actions.slice(0, 1),
};

/** In one's own list it goes without saying whose they are. */
const own = (ticket: ListedTicket): ListedTicket[] => [{ ...ticket, assignee: '' }];

const counts = [40, 118, 21, 3, 22, 5, 3, 0];

/** Of the mails that come by themselves again and again. */
export const digestSamples: Samples<'worklist' | 'overview' | 'ledger'> = {
  worklist: [
    {
      ...{ deskName, day, overdue: own(one), today: own(dueToday), yours: own(promised), waiting: own(waits) },
      ...{ count: 4, late: 1, more: 0, free: 3, example: 'HD-1042' },
      ...{ actions: [link('list mine'), link('list unassigned')], off: off('worklist') },
    },
    {
      ...{ deskName, day, overdue: [], today: [], yours: own(promised), waiting: [] },
      ...{ count: 61, late: 0, more: 21, free: 0, example: 'HD-1031', actions: [link('list mine')], off: off('worklist') },
    },
  ],
  overview: [
    {
      ...{ deskName, day, team: 'web', open: 43 },
      ...{
        breached: [one],
        breachedCount: 1,
        unassigned: [nobodys],
        unassignedCount: 3,
        longest: [promised, one],
        longestCount: 17,
      },
      load: [
        { name: 'Maria Lopez', open: 14, breached: 1, away: '' },
        { name: 'Tom Berg', open: 9, breached: 0, away: '9 Nov 2026, 09:00' },
        { name: 'Ravi Kumar', open: 6, breached: 0, away: '' },
      ],
      ...{ actions: [link('list breached'), link('list unassigned'), link('list open')], off: off('overview') },
    },
    {
      ...{ deskName, day, team: '', open: 2, breached: [], breachedCount: 0, unassigned: [], unassignedCount: 0 },
      ...{ longest: [], longestCount: 0, load: [], actions: [link('list open')], off: off('overview') },
    },
  ],
  ledger: [
    {
      ...{ deskName, day, seen: 212, unaccounted: 0, ids: [], checks: 7, wrong: 0, lines: [], off: off('ledger') },
      terms: ledgerTerms.map((name, at) => ({ name, count: counts[at] ?? 0 })),
    },
    {
      ...{ deskName, day, seen: 9, unaccounted: 2, ids: [311, 318], checks: 7, wrong: 1, off: off('ledger') },
      terms: [
        { name: 'created', count: 7 },
        { name: 'unaccounted', count: 2 },
      ],
      lines: ['backlog: mails that came in over 15 minutes ago and were not taken: 2; look into the log of the desk'],
    },
    {
      ...{ deskName, day, seen: 0, terms: [], unaccounted: 0, ids: [], checks: 7, wrong: 1, off: off('ledger') },
      lines: ['outbox: mails that failed or are blocked: 1; maildesk outbox --failed says why; --retry ID tries again'],
    },
  ],
};
