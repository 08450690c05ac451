import type { TemplateData } from '../../../domain/answer/template-data.ts';
import { type Samples, thread } from './parts.ts';

const said = { ...thread, answer: 'approve', via: '', at: '3 Nov 2026, 09:31' };
const confirms = [
  { label: 'confirm', href: 'mailto:support%2Bk7v3m2q9@acme.example?subject=confirm&body=confirm', command: '' },
  { label: 'not-me', href: 'mailto:support%2Bk7v3m2q9@acme.example?subject=not%20me&body=not%20me', command: '' },
];
const answers = ['approve', 'decline'].map((label) => ({
  ...{ label, href: `mailto:support%2Bk7v3m2q9@acme.example?subject=Re%3A%20%5BHD-1042%5D&body=${label}`, command: '' },
  alike: false,
}));
const nothing = { ...thread, until: '', others: [], actions: [] };
const reasons: readonly TemplateData['not-counted']['why'][] = ['over', 'twice', 'changed', 'lapsed', 'not-asked', 'beyond'];

/** What comes of answers that did not decide at once. */
export const answerSamples: Samples<'confirm-answer' | 'not-counted'> = {
  'confirm-answer': [
    { ...said, by: '', host: 'mail.globex.example', actions: confirms },
    { ...said, by: 'John Doe <john@globex.example>', host: '', actions: confirms },
    { ...said, by: '', via: 'phone', host: '', actions: confirms },
  ],
  'not-counted': [
    { ...nothing, why: 'unclear', actions: answers },
    { ...nothing, why: 'unreadable', actions: answers },
    { ...nothing, why: 'changed', actions: answers },
    { ...nothing, why: 'lapsed', until: '30 Nov 2026' },
    { ...nothing, why: 'beyond', others: ['Ann Poe', 'Joe Doe'] },
    ...reasons.map((why) => ({ ...nothing, why })),
  ],
};
