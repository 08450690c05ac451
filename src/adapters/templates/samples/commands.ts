import { say } from '../../../domain/saying.ts';
import { actions, deskName, longText, type Samples, sendAnyway, thread } from './parts.ts';

/** Of the mails that ask back before commands or words count. */
export const commandSamples: Samples<'command-error' | 'confirm' | 'draft-held'> = {
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
};
