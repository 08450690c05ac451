import type { ClosingRecord } from '../../../domain/answer/flow/step-data.ts';
import { valued } from '../../../domain/saying.ts';
import { formattedWords, quoted, type Samples, thread } from './parts.ts';
import { asking, label, openEnded, ours, rating, says, silent } from './steps.ts';

const ended = { state: 'closed', closed: '5 Nov 2026, 10:00', status: label('statuses.closed') } as const;
const noQuestion = { question: null, asks: [] };
const record: ClosingRecord = {
  timeline: [
    { at: '2 Nov 2026, 09:14', kind: 'opened', what: '', says: null },
    { at: '2 Nov 2026, 11:40', kind: 'first-answer', what: '', says: null },
    { at: '2 Nov 2026, 16:02', kind: 'offered', what: 'HD-1042-Q1, €480.00', says: null },
    { at: '4 Nov 2026, 15:30', kind: 'asked', what: '', says: says('asks.happy') },
    { at: '5 Nov 2026, 10:00', kind: 'closed', what: '', says: null },
  ],
  decisions: [
    {
      at: '3 Nov 2026, 08:20',
      who: 'Jane Roe',
      via: 'mail',
      answer: label('asks.offer.answers.approve'),
      says: says('asks.offer'),
    },
    { at: '5 Nov 2026, 10:00', who: 'Joe Doe', via: 'phone', answer: '5', says: says('asks.nothing') },
  ],
  hours: [
    { label: valued('analysis'), value: '2 hr' },
    { label: valued('development'), value: '6 hr' },
    { label: 'Total', value: '8 hr' },
  ],
  charges: [
    { label: 'HD-1042-Q1', value: '€571.20' },
    { label: valued('analysis'), value: '2 hr × €60.00/h' },
  ],
  ...{
    solution: 'The fuser is new.\nThe old one was recycled.',
    version: '2.4.1',
    files: ['printer-second-floor.jpg', 'quote.pdf'],
  },
};

/** Of the mails that end something. */
export const endSamples: Samples<'lapsed' | 'closing-record'> = {
  lapsed: [
    { ...thread, ...ours, ...silent, lead: says('texts.fee-lapsed') },
    { ...thread, ...ours, ...silent, also: [says('texts.agreed')] },
    { ...thread, ...ours, ...silent, ...formattedWords, quoted, sentBefore: ['manual.pdf'] },
  ],
  'closing-record': [
    { ...thread, ...ended, ...silent, ...record, lead: says('texts.closing-record'), ...asking(rating) },
    {
      ...{ ...thread, ...ended, ...silent, ...record, ...formattedWords, quoted, sentBefore: [] },
      ...{ decisions: [], hours: [], charges: [], solution: '', version: '', files: [], ...asking(openEnded) },
    },
    { ...thread, ...ended, ...silent, ...noQuestion, ...record, also: [says('texts.agreed')] },
  ],
};
