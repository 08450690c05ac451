import type { ListedTicket } from '../../../domain/answer/letter-data.ts';
import type { Action, Fact, HistoryRow, TemplateData } from '../../../domain/answer/template-data.ts';
import { listed, say } from '../../../domain/saying.ts';
import { clockWords } from '../../../domain/sla/clock-words.ts';
import { actions, customerMail, deskName, longText, type Samples, thread } from './parts.ts';

const events = [
  'opened',
  'replied',
  'assigned',
  'closed',
  'reopened',
  'answered',
  'noted',
  'released',
  'dropped',
  'undone',
  'answer-undone',
].concat(
  ['commanded', 'command-refused', 'draft-held', 'held', 'forwarded', 'imported', 'id-collision', 'subject-changed'],
  ['followed-up', 'also-arrived', 'quiet-mail', 'away', 'not-delivered', 'severity'],
);

/** Every event that has words, and one that has none. */
const historyRows: readonly HistoryRow[] = events.map((event, at) => ({
  at: `3 Nov 2026, 09:${10 + at}`,
  actor: at === 0 ? 'jane@globex.example' : 'maria',
  event,
  detail: event === 'assigned' ? '– → maria' : event === 'severity' ? 'low → high' : '',
}));

const whyFacts: readonly Fact[] = [
  { label: 'Mail from', value: 'Jane Roe' },
  { label: 'Came', value: '3 Nov 2026, 09:14' },
  { label: 'Became', value: 'appended' },
  { label: 'Because', value: 'by token; C1 needs E1, has E1: do' },
  { label: 'Matched by', value: 'token' },
  { label: 'Not matched', value: 'the sender takes no part in the ticket it names' },
  { label: 'Proof', value: 'E1' },
  { label: 'Rule', value: 'C1 needs E1, has E1: do' },
];

const reckoned: TemplateData['sla']['clocks'] = [
  {
    promise: say`${say('first response')}: ${'4h'} ${say`in the hours of ${'office'}`}, ${say('met')}`,
    lines: [
      say`${say`${'3 Nov 2026, 09:14'} to ${'3 Nov 2026, 09:31'}: ${{ label: 'states.raised', process: 'quote-first' }}, ${say('our turn')}`}: ${'17m'}, ${0.03} d`,
      say`left: ${'3h43m'}`,
    ],
  },
  {
    promise: say`${say('resolution')}: ${'3d'} ${say`in the hours of ${'office'}`}, ${say`runs out ${'6 Nov 2026, 12:30'}`}`,
    lines: [
      say`${say`${'3 Nov 2026, 09:31'} to ${'3 Nov 2026, 14:02'}: ${{ label: 'states.fixing', process: 'quote-first' }}, ${say('our turn')}`}: ${'4h31m'}, ${0.53} d`,
      say`${say`${'3 Nov 2026, 14:02'} to ${'4 Nov 2026, 10:00'}: ${{ label: 'states.fixing', process: 'quote-first' }}, ${say('the customer’s turn')}`}: does not count`,
      say`left: ${say`${2.47} d`}`,
    ],
  },
];

const one: ListedTicket = {
  ...{ tag: 'HD-1042', title: 'Printer on fire', whoseTurn: 'you', state: 'raised', severity: 'high' },
  ...{
    assignee: 'maria',
    customer: 'Globex',
    age: '3 h',
    due: say`${clockWords('resolution')}: due ${'3 Nov 2026, 16:00'}`,
    actions: actions.slice(3),
  },
};

const reckon: Action = {
  label: 'sla',
  href: 'mailto:support@acme.example?subject=Re%3A%20%5BHD-1042%5D%20Printer%20on%20fire%20%5Bsla%5D',
  command: 'sla',
};
const inNeed: ListedTicket = { ...one, actions: [...one.actions, reckon] };
const nobodys: ListedTicket = { ...inNeed, assignee: '', actions: [...actions.slice(0, 1), ...inNeed.actions] };

const late = say`${say`${say('first response')}, ${'4h'}`}: over since ${'3 Nov 2026, 13:14'}`;
const soon = say`${say`${say('next answer')}, ${'2h'}`}: to be done by ${'3 Nov 2026, 16:40'}`;
const up = say`${say`${say('resolution')}, ${'3d'}`}: over since ${'2 Nov 2026, 09:00'}; nobody has done it in the ${'2h'} after that`;
const theirs = say`${say`${say('fix by the provider')} (owed to us), ${'1d'}`}: over since ${'2 Nov 2026, 12:00'}`;
const woken = say('it is severe: whoever is on call is wanted now');

const listedTickets: TemplateData['list']['tickets'] = [
  one,
  {
    ...one,
    ...{ tag: 'HD-1039', title: 'Invoices show the wrong address & name', severity: '' },
    ...{
      whoseTurn: 'customer',
      assignee: '',
      customer: '',
      age: '12 d',
      due: '',
      actions: [...actions.slice(3), ...actions.slice(0, 1)],
    },
  },
  {
    ...one,
    tag: 'HD-1031',
    title: 'VPN',
    whoseTurn: 'associates',
    age: '5 d',
    due: say`${clockWords('first_response')}: overdue since ${'2 Nov 2026, 09:00'}`,
  },
  { ...one, tag: 'HD-1012', title: 'Thanks', whoseTurn: 'nobody', state: 'closed', age: '30 d', due: '' },
];

const myTickets: TemplateData['list']['tickets'] = [
  one,
  { ...one, tag: 'HD-1044', title: 'New laptop for the front desk', severity: '', customer: 'Initech', age: '1 d', due: '' },
  {
    ...one,
    tag: 'HD-1031',
    title: 'VPN asks for the password twice',
    whoseTurn: 'customer',
    severity: 'low',
    age: '5 d',
    due: '',
  },
  { ...one, tag: 'HD-1027', title: 'Invoices show the wrong address & name', whoseTurn: 'customer', age: '12 d', due: '' },
];

const listReply: Action = {
  label: 'line-a-ticket',
  href: 'mailto:support@acme.example?body=%21HD-1042%20%0D%0A%21HD-1039%20',
  command: '',
};

/** Of the mails that answer what somebody asked to read. */
export const readSamples: Samples<'history' | 'why' | 'sla' | 'attention' | 'list' | 'status'> = {
  history: [
    { ...thread, rows: historyRows, earlier: 0, actions },
    { ...thread, rows: [], earlier: 41, actions: [] },
  ],
  why: [
    { ...thread, facts: whyFacts, rows: historyRows.slice(0, 2), actions },
    { ...thread, facts: [], rows: [], actions: [] },
  ],
  attention: [
    {
      ...{ deskName, tag: 'HD-1042', title: 'Printer on fire', what: late, severe: false, count: 3, more: 2, example: 'HD-1042' },
      tickets: [
        { ...inNeed, due: late },
        { ...nobodys, tag: 'HD-1044', title: 'New laptop for the front desk', severity: '', due: soon },
        { ...inNeed, tag: 'HD-1031', title: 'VPN asks for the password twice', severity: 'low', due: listed([up, theirs], '; ') },
      ],
    },
    {
      ...{ deskName, tag: 'HD-1042', title: 'Printer on fire', what: woken, severe: true, count: 1, more: 0, example: 'HD-1042' },
      tickets: [{ ...inNeed, severity: 'severe', due: woken }],
    },
  ],
  sla: [
    { ...thread, plan: 'gold', tried: false, clocks: reckoned, actions },
    { ...thread, plan: 'bronze', tried: true, clocks: [], actions: [] },
  ],
  list: [
    {
      deskName,
      what: 'mine',
      said: '',
      tickets: myTickets,
      count: 4,
      more: 0,
      file: '',
      example: 'HD-1042',
      actions: [listReply],
    },
    {
      ...{ deskName, what: 'found', said: 'printer', tickets: listedTickets, count: 140, more: 138 },
      ...{ file: 'tickets.csv', example: 'HD-1042', actions: [] },
    },
    ...(['open', 'unassigned', 'breached', 'held', 'query'] as const).map((what) => ({
      ...{ deskName, what, said: 'state=closed', tickets: [], count: 0, more: 0, file: '', example: 'HD-1042', actions: [] },
    })),
  ],
  status: [
    {
      ...thread,
      facts: [
        { label: 'State', value: 'raised' },
        { label: 'Away until', value: '16 Nov 2026' },
        { label: 'Mail to them fails', value: '5.1.1 user unknown' },
        { label: 'Assignee', value: 'Maria Lopez' },
        { label: 'Customer', value: 'Globex' },
        { label: 'Requester', value: 'Jane Roe <jane@globex.example>' },
        { label: 'Opened', value: '3 Nov 2026, 09:14' },
      ],
      messages: [
        { direction: 'in', from: 'Jane Roe', at: '3 Nov, 09:14', text: customerMail.text },
        { direction: 'note', from: 'Tom Berg', at: '3 Nov, 09:20', text: 'Same fuser as last month?' },
        { direction: 'out', from: 'Maria Lopez', at: '3 Nov, 09:31', text: longText },
      ],
      whoseTurn: 'customer',
      actions,
    },
    { ...thread, facts: [], messages: [], whoseTurn: 'nobody', actions: [] },
  ],
};
