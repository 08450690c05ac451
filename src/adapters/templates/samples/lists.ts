import type { Action, Fact, HistoryRow, ListedTicket, TemplateData, TemplateName } from '../../../domain/answer/template-data.ts';
import { say, valued } from '../../../domain/saying.ts';
import { helpSamples } from './help.ts';
import { actions, deskName, thread } from './parts.ts';

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

const one: ListedTicket = {
  ...{ tag: 'HD-1042', title: 'Printer on fire', whoseTurn: 'you', state: 'raised', severity: 'high' },
  ...{ assignee: 'maria', customer: 'Globex', age: '3 h', actions: actions.slice(3) },
};

const listedTickets: TemplateData['list']['tickets'] = [
  one,
  {
    ...one,
    ...{ tag: 'HD-1039', title: 'Invoices show the wrong address & name', severity: '' },
    ...{ whoseTurn: 'customer', assignee: '', customer: '', age: '12 d', actions: [...actions.slice(3), ...actions.slice(0, 1)] },
  },
  { ...one, tag: 'HD-1031', title: 'VPN', whoseTurn: 'associates', age: '5 d' },
  { ...one, tag: 'HD-1012', title: 'Thanks', whoseTurn: 'nobody', state: 'closed', age: '30 d' },
];

const listReply: Action = {
  label: 'line-a-ticket',
  href: 'mailto:support@acme.example?body=%21HD-1042%20%0D%0A%21HD-1039%20',
  command: '',
};

const ready: Action = {
  label: 'undo',
  href: 'mailto:support@acme.example?subject=Re%3A%20%5BHD-1042%5D%20%5Bundo%5D',
  command: 'undo',
};
const mails = (['closed', 'reply', 'reopened', 'notification', 'acknowledgement'] as const).map((what, at) => ({
  to: 'Jane Roe',
  what,
  at: at === 0 ? '3 Nov 2026, 14:03' : '',
}));
const checked = { command: 'assign maria', ok: true, problem: '', caret: '', expected: '', suggestions: [] } as const;

const manyReceipt: TemplateData['receipt-many'] = {
  ...{ deskName, subject: 'Re: Your open tickets (3)', done: 2, refused: 2, body: 'See you all tomorrow.', stray: [] },
  tickets: [
    {
      ...{ tag: 'HD-1042', title: 'Printer on fire', commands: [], mails: [], actions: [ready] },
      changes: [
        { command: 'assign maria', change: say`${say('nobody')} → ${'maria'}` },
        { command: 'severity high', change: say`${say('none')} → ${valued('high')}` },
      ],
    },
    {
      ...{ tag: 'HD-1039', title: 'VPN', commands: [], mails, actions: [ready] },
      changes: [{ command: 'close', change: say`${valued('raised')} → ${valued('closed')}` }],
    },
    {
      ...{ tag: 'HD-1031', title: 'Invoices', changes: [], mails: [], actions: [] },
      commands: [
        checked,
        {
          ...checked,
          ok: false,
          command: 'sevrity hgh',
          problem: say`there is no command “${'sevrity'}”`,
          caret: '^^^^^^^',
          expected: say('the name of a command'),
          suggestions: [{ ...ready, label: 'severity hgh', command: 'severity hgh' }],
        },
      ],
    },
    {
      ...{ tag: 'HD-9999', title: '', changes: [], mails: [], actions: [] },
      commands: [{ ...checked, ok: false, problem: say`there is no ${'HD-9999'}` }],
    },
  ],
};

type Samples<Name extends TemplateName> = { readonly [One in Name]: readonly [TemplateData[One], ...TemplateData[One][]] };

/** Of the mails that answer what somebody asked to read. */
export const readSamples: Samples<'history' | 'why' | 'list' | 'receipt-many' | 'help' | 'help-command' | 'confirm-call'> = {
  ...helpSamples,
  'receipt-many': [manyReceipt, { ...manyReceipt, tickets: [], done: 0, refused: 0, body: '', stray: ['take'] }],
  history: [
    { ...thread, rows: historyRows, earlier: 0, actions },
    { ...thread, rows: [], earlier: 41, actions: [] },
  ],
  why: [
    { ...thread, facts: whyFacts, rows: historyRows.slice(0, 2), actions },
    { ...thread, facts: [], rows: [], actions: [] },
  ],
  list: [
    {
      deskName,
      what: 'mine',
      said: '',
      tickets: listedTickets,
      count: 4,
      more: 0,
      file: '',
      example: 'HD-1042',
      actions: [listReply],
    },
    {
      ...{ deskName, what: 'found', said: 'printer state=open', tickets: listedTickets, count: 140, more: 138 },
      ...{ file: 'tickets.csv', example: 'HD-1042', actions: [] },
    },
    ...(['open', 'unassigned', 'held', 'query'] as const).map((what) => ({
      ...{ deskName, what, said: 'state=closed', tickets: [], count: 0, more: 0, file: '', example: 'HD-1042', actions: [] },
    })),
  ],
};
