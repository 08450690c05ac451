import { say } from '../../../domain/saying.ts';
import { actions, customerMail, longText, noThread, type Samples, standing, thread, unreached } from './parts.ts';

/** Of mails that came and were kept, and of mails that did not arrive. */
export const heldSamples: Samples<'notify-held' | 'notify-failed'> = {
  'notify-held': [
    {
      ...thread,
      ...customerMail,
      reason: 'associate-not-proved',
      detail: 'dmarc=none at mx.acme.example',
      actions: ['admit', 'admit always'].map((command) => ({
        label: command,
        href: `mailto:support@acme.example?subject=%5BHD-1042%5D%20${encodeURIComponent(command)}`,
        command,
      })),
    },
    {
      ...thread,
      ...customerMail,
      reason: 'participant-not-proved',
      detail: say('the signed address came from somebody who takes no part in the ticket'),
      actions,
    },
    { ...thread, ...customerMail, ...unreached, reason: 'check-failed', detail: 'dmarc=fail', actions: [] },
    {
      ...thread,
      ...customerMail,
      ...noThread,
      whoseTurn: '',
      reason: 'unreadable',
      detail: 'MIME parts nested 60 deep',
      text: '',
      attachments: [],
      actions: [],
    },
    {
      ...thread,
      ...customerMail,
      reason: 'other',
      detail: say('its plain and its HTML text begin with different commands'),
      actions: [],
    },
  ],
  'notify-failed': [
    {
      ...thread,
      ...standing,
      recipient: 'jane@globex.example',
      answer: '550 5.1.1 <jane@globex.example>: user unknown',
      body: longText,
      actions,
    },
    {
      ...noThread,
      whoseTurn: '',
      plainReplyDoes: 'customer',
      recipient: 'tom@acme.example',
      answer: '552 5.2.2 mailbox full',
      body: '',
      actions: [],
    },
  ],
};
