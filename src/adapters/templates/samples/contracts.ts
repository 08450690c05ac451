import type { ContractNewsData } from '../../../domain/answer/contracts/contract-news.ts';
import { say } from '../../../domain/saying.ts';
import { sealSample } from './alerts.ts';
import { customerMail, deskName, type Samples, thread, unreached } from './parts.ts';

const ending = {
  ...{ deskName, news: 'ends', number: 'AMC-2026-017', customerName: 'Globex', ends: 'Dec 31, 2026', left: 'in 30 days' },
  ...{ what: '', used: '', included: '', percent: 0 },
} satisfies ContractNewsData;
const used = { ...ending, news: 'used', what: 'hours', used: '32.5', included: '40', percent: 81 } satisfies ContractNewsData;

/** Of what time does beside tickets. */
export const contractSamples: Samples<'contract-news' | 'notice' | 'notify-due'> = {
  'contract-news': [
    ending,
    { ...ending, news: 'ended', left: '2 days ago' },
    used,
    { ...used, what: 'incidents', used: '9', included: '10', percent: 90 },
    { ...used, news: 'used-up', used: '41', percent: 102 },
  ],
  'notify-due': [
    { ...thread, ...customerMail, headline: say`${'HD-1042'} is covered by ${'AMC-2026-017'} now`, because: '' },
    {
      ...{ ...thread, ...customerMail, ...unreached, actions: [] },
      headline: say`${'HD-1042'} is not covered any more: contract ${'AMC-2026-017'} has ended`,
      because: say('Nothing changes on the ticket by itself. Sales can renew the contract, a manager can grant an exception.'),
    },
  ],
  notice: [
    {
      deskName,
      title: say`Contract ${'AMC-2026-017'} of ${'Globex'} ends ${'in 30 days'}`,
      text: [
        say`${'Jane Roe'} at ${'Globex'} gets word of it too, and may answer; the answer comes as a ticket.`,
        say`To record that it goes on: the button below, or a mail to the desk with the subject \`[${'contract renew AMC-2026-017 until 2027-12-31'}]\`; write another date where that is agreed.`,
      ],
      facts: [
        { label: say('Customer'), value: 'Globex' },
        { label: say('Contract'), value: 'AMC-2026-017 (amc)' },
        { label: say('Last day'), value: 'Dec 31, 2026' },
      ],
      tickets: [],
      actions: [
        {
          label: 'contract renew',
          href: 'mailto:support@acme.example?subject=%5Bcontract%20renew%20AMC-2026-017%20until%202027-12-31%5D',
          command: 'contract renew AMC-2026-017 until 2027-12-31',
        },
      ],
    },
    {
      deskName,
      title: say`Contract ${'AMC-9'} of ${'Initech'} ended ${'yesterday'}`,
      text: [],
      facts: [],
      tickets: [],
      actions: [],
    },
    sealSample,
  ],
};
