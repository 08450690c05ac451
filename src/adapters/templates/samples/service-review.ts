import type { ReviewMail } from '../../../domain/review/tell-review.ts';
import { deskName, type Samples } from './parts.ts';

const status = (name: string) => ({ label: `statuses.${name}`, process: 'severity-driven' });

const review: ReviewMail = {
  ...{ deskName, company: 'Globex', customerName: 'Jane Roe', from: '1 Aug 2026', until: '3 Nov 2026' },
  body: 'Dear Jane,\n\na quiet quarter. I would like to talk about the second floor with you.',
  associateName: 'Maria Lopez',
  solved: [
    {
      ...{ tag: 'HD-1017', title: 'Invoice 4711 is wrong', status: status('closed'), asked: '4 Aug 2026', solved: '6 Aug 2026' },
      ...{ note: 'The tax of the second line was that of last year.', yourTurn: false },
    },
  ],
  open: [
    {
      ...{ tag: 'HD-1042', title: 'Printer on fire', status: status('scheduled'), asked: '3 Nov 2026', solved: '' },
      ...{ note: '', yourTurn: false },
    },
    {
      ...{ tag: 'HD-1040', title: 'A new scanner', status: status('pending'), asked: '20 Oct 2026', solved: '' },
      ...{ note: '', yourTurn: true },
    },
  ],
  agreed: [{ name: 'HD-1017-Q1', title: 'Tax of 2026 in all invoices', total: '€480.00', at: '5 Aug 2026' }],
  priorities: ['Invoices leave on the first of the month', 'No outage on Fridays'],
  counts: { asked: 3, solved: 1, open: 2 },
  ...{ untilToday: true, draft: false, readers: [], command: '', actions: [] },
};

const empty = { solved: [], open: [], agreed: [], priorities: [], counts: { asked: 0, solved: 0, open: 0 } };

/** A service review as its customer gets it, as a draft, and where nothing happened. */
export const reviewSamples: Samples<'service-review'> = {
  'service-review': [
    review,
    {
      ...{ ...review, body: '', draft: true, readers: ['Jane Roe <jane@globex.example>'], command: 'review globex 2026-Q3 send' },
      untilToday: false,
      actions: [{ label: 'send', href: 'mailto:support@acme.example?subject=Acme%20Support&body=!review', command: '' }],
    },
    { ...review, ...empty, body: '', customerName: '', associateName: '', draft: true, command: 'review globex send' },
  ],
};
