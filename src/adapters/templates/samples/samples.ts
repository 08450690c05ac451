import type { TemplateData, TemplateName } from '../../../domain/answer/template-data.ts';
import { say, valued } from '../../../domain/saying.ts';
import { claimSamples } from './claims.ts';
import { freedSamples } from './freed.ts';
import { heldSamples } from './held.ts';
import { stateSamples } from './help.ts';
import { readSamples } from './lists.ts';
import {
  actions,
  customerMail,
  deskName,
  formattedWords,
  longText,
  noThread,
  quoted,
  sendAnyway,
  thread,
  undo,
  unreached,
} from './parts.ts';

type Samples = { readonly [Name in TemplateName]: readonly [TemplateData[Name], ...TemplateData[Name][]] };

/** Sample data of each template: first what most mails say, then what else the template can say. */
export const samples: Samples = {
  acknowledge: [
    { ...thread, customerName: 'Jane Roe' },
    { ...thread, customerName: '' },
  ],
  'acknowledge-short': [{ deskName, tag: thread.tag }],
  reply: [
    { ...thread, body: longText, associateName: 'Maria Lopez', quoted },
    { ...thread, ...formattedWords, associateName: 'Maria Lopez', quoted: null, sentBefore: ['manual.pdf'] },
  ],
  closed: [
    {
      ...thread,
      body: 'The new fuser is in and the test pages came out clean.\n\nThank you for your patience.',
      associateName: 'Maria Lopez',
      quoted,
    },
    { ...thread, body: '', bodyHtml: '', associateName: 'Maria Lopez', quoted: null, sentBefore: [] },
  ],
  reopened: [thread],
  ...stateSamples,
  ...claimSamples,
  'master-notice': [
    {
      ...thread,
      body: 'The line to your house works again.',
      bodyHtml: '<p>The line to your house <b>works</b> again.</p>',
      associateName: 'Maria Lopez',
      sentBefore: [],
      closed: false,
    },
    { ...thread, body: '', associateName: 'Maria Lopez', closed: true },
  ],
  'notify-new': [
    { ...thread, ...customerMail, linkedTo: '', follows: '', deleted: '' },
    { ...thread, ...customerMail, requesterAway: '16 Nov 2026', linkedTo: '', follows: 'HD-1003', deleted: '' },
    { ...thread, ...customerMail, linkedTo: '', follows: '', deleted: 'HD-1004' },
    {
      ...thread,
      ...customerMail,
      proved: false,
      evidence: 'no result',
      customerName: '',
      whoseTurn: 'associates',
      linkedTo: 'HD-1017',
      deleted: '',
      follows: '',
    },
  ],
  'notify-reply': [
    { ...thread, ...customerMail, attachments: [], reopened: false, newSubject: '' },
    { ...thread, ...customerMail, ...unreached, reopened: false, newSubject: 'Invoice 4711 is wrong' },
    { ...thread, ...customerMail, plainReplyDoes: 'note', whoseTurn: 'nobody', reopened: true, newSubject: '' },
  ],
  'notify-assigned': [
    { ...thread, ...customerMail, proved: false, evidence: '', assignedBy: 'Tom Berg', team: '', handover: '' },
    {
      ...thread,
      ...customerMail,
      ...unreached,
      assignedBy: 'Tom Berg',
      team: 'web',
      handover: 'The log shows a driver fault.\nPlease look at the spooler.',
      whoseTurn: 'customer',
      customerName: '',
      senderName: '',
      text: '',
    },
  ],
  ...freedSamples,
  ...heldSamples,
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
  'command-error': [
    {
      ...thread,
      commands: [
        { command: 'assign maria', ok: true, problem: '', caret: '', expected: '', suggestions: [] },
        {
          command: 'severity hgh',
          ok: false,
          problem: say`“${'hgh'}” is no ${'severity'}`,
          caret: '         ^^^',
          expected: say`one of ${'enhancement, low, medium, high, severe'}`,
          suggestions: [
            {
              label: 'severity high',
              href: 'mailto:support@acme.example?subject=%5BHD-1042%5D%20severity%20high',
              command: 'severity high',
            },
            {
              label: 'severity low',
              href: 'mailto:support@acme.example?subject=%5BHD-1042%5D%20severity%20low',
              command: 'severity low',
            },
          ],
        },
      ],
      body: longText,
      actions: [sendAnyway, ...actions],
    },
    {
      ...thread,
      commands: [
        { command: 'take now', ok: false, problem: say('`take` stands alone'), caret: '', expected: '', suggestions: [] },
      ],
      body: '',
      actions: [],
    },
  ],
  confirm: [
    {
      deskName,
      requests: [
        { tag: 'HD-1042', commands: ['close', 'time 1h30'], at: '3 Nov, 09:31', host: 'mail.acme.example' },
        { tag: '', commands: [], at: '3 Nov, 09:40', host: '' },
      ],
      actions: [
        { label: 'confirm', href: 'mailto:support%2Bk7v3m2q9@acme.example?subject=confirm&body=confirm', command: '' },
        { label: 'not-me', href: 'mailto:support%2Bk7v3m2q9@acme.example?subject=not%20me&body=not%20me', command: '' },
      ],
    },
  ],
  'draft-held': [
    {
      ...thread,
      reason: 'collision',
      finds: [],
      other: [{ direction: 'out', from: 'Tom Berg', at: '3 Nov, 09:31', text: 'A new fuser is on its way.' }],
      commands: ['close'],
      body: longText,
      actions,
    },
    {
      ...thread,
      reason: 'leak',
      finds: [
        { what: 'note', line: 'They have not paid the last three invoices.' },
        { what: 'command', line: '!close' },
        { what: 'signed-address', line: 'support+7k3v@acme.example' },
        { what: 'foreign-address', line: 'Initech (bill@initech.example) had the same' },
      ],
      other: [],
      commands: [],
      body: longText,
      actions,
    },
  ],
  ...readSamples,
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
  'admin-alert': [
    {
      deskName,
      title: 'The changed configuration has mistakes and was not taken over',
      happened: 'The desk goes on with the configuration it read at 09:00.',
      todo: 'Mend the lines below and save; the desk reads the files again by itself.',
      details: ['config/helpdesk.yaml:14:3: desk.adress: unknown key; did you mean "address"?'],
    },
    { deskName, title: 'Mailbox "support" has been out of reach for 15 minutes', happened: '', todo: '', details: [] },
  ],
  probe: [{ deskName, source: 'mx.acme.example', number: 12, lines: [] }],
};

const isTemplateName = (name: string): name is TemplateName => name in samples;

/** The names of all mails the desk knows how to write. */
export const sampleNames: readonly TemplateName[] = Object.keys(samples).filter(isTemplateName);
