import { customerMail, type Samples, thread } from './parts.ts';

const freed = { ...thread, ...customerMail, proved: false, evidence: '', freedBy: 'Tom Berg', heldBy: 'Maria Lopez' };

const woken = { ...thread, ...customerMail, proved: false, evidence: '', pausedOn: '3 Nov 2026, 09:14' };

/** Of a ticket that changed hands, for whoever held it and for the team that may take it; of one whose pause is over. */
export const freedSamples: Samples<'notify-freed' | 'notify-woken'> = {
  'notify-freed': [
    { ...freed, wasYours: true, goesTo: '', tookOver: false, whoseTurn: 'associates' },
    { ...freed, wasYours: true, goesTo: 'Ravi Kumar', tookOver: false, whoseTurn: 'associates' },
    { ...freed, wasYours: true, goesTo: 'Tom Berg', tookOver: true, whoseTurn: 'customer' },
    { ...freed, wasYours: false, goesTo: '', tookOver: false, whoseTurn: 'associates' },
    { ...freed, wasYours: false, heldBy: '', goesTo: '', tookOver: false, whoseTurn: 'associates' },
  ],
  'notify-woken': [
    { ...woken, reason: 'The part comes on Friday.' },
    { ...woken, reason: '' },
  ],
};
