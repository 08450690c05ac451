import type { Action, TemplateData } from '../../../domain/answer/template-data.ts';
import { say, valued } from '../../../domain/saying.ts';
import { deskName, noThread, type Samples, thread, undo } from './parts.ts';

const ready: Action = {
  label: 'undo',
  href: 'mailto:support@acme.example?subject=Re%3A%20%5BHD-1042%5D%20%5Bundo%5D',
  command: 'undo',
};
const mails = (['closed', 'reply', 'reopened', 'notification', 'acknowledgement', 'question', 'news'] as const).map(
  (what, at) => ({
    to: 'Jane Roe',
    what,
    at: at === 0 ? '3 Nov 2026, 14:03' : '',
  }),
);
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

/** Of the mails that tell what commands did. */
export const receiptSamples: Samples<'receipt' | 'receipt-many'> = {
  receipt: [
    {
      ...thread,
      changes: [
        { command: 'assign maria', change: say`${say('nobody')} → ${'maria'}` },
        { command: 'severity high', change: say`${say('none')} → ${valued('high')}` },
      ],
      notRepeated: ['time 1h30'],
      mails: [
        { to: 'jane@globex.example', what: 'reply', at: '3 Nov 2026, 14:03' },
        { to: 'maria@acme.example', what: 'notification', at: '' },
      ],
      actions: [undo],
    },
    {
      ...thread,
      changes: [{ command: 'close', change: say`${valued('raised')} → ${valued('closed')}` }],
      notRepeated: [],
      mails: [
        { to: 'jane@globex.example', what: 'closed', at: '3 Nov 2026, 14:03' },
        { to: 'joe@globex.example', what: 'reopened', at: '' },
      ],
      actions: [],
    },
    { ...thread, changes: [], notRepeated: ['close'], mails: [], actions: [] },
    {
      ...noThread,
      subject: 'Re: receipts off',
      changes: [{ command: 'receipts off', change: say('on → off') }],
      notRepeated: [],
      mails: [],
      actions: [],
    },
  ],
  'receipt-many': [manyReceipt, { ...manyReceipt, tickets: [], done: 0, refused: 0, body: '', stray: ['take'] }],
};
