import { deskName, type Samples } from './parts.ts';

const address = 'maria@home.example';
const answers = [
  { label: 'confirm', href: 'mailto:support%2Bk7v3m2q9@acme.example?subject=confirm&body=confirm', command: '' },
  { label: 'not-me', href: 'mailto:support%2Bk7v3m2q9@acme.example?subject=not%20me&body=not%20me', command: '' },
];
const claim = {
  ...{ deskName, handle: 'maria', name: 'Maria Lopez', address },
  line: 'addresses: [maria@acme.example, maria@home.example]',
};

/** Whether an address is an associate's too: the question, and what came of it. */
export const claimSamples: Samples<'confirm-address' | 'second-address'> = {
  'confirm-address': [
    { deskName, asks: 'associate', address, actions: answers },
    { deskName, asks: 'address', address, actions: answers },
  ],
  'second-address': [
    { ...claim, confirmed: true, refusedBy: '', associateAt: '3 Nov 2026, 09:31', addressAt: '3 Nov 2026, 09:40' },
    { ...claim, confirmed: false, refusedBy: 'associate', associateAt: '', addressAt: '3 Nov 2026, 09:40' },
    { ...claim, confirmed: false, refusedBy: 'address', associateAt: '', addressAt: '' },
  ],
};
