import { customerMail, type Samples, thread } from './parts.ts';

const freed = { ...thread, ...customerMail, proved: false, evidence: '', freedBy: 'Tom Berg', heldBy: 'Maria Lopez' };

/** Of a ticket that changed hands, for whoever held it and for the team that may take it. */
export const freedSamples: Samples<'notify-freed'> = {
  'notify-freed': [
    { ...freed, wasYours: true, goesTo: '', tookOver: false, whoseTurn: 'associates' },
    { ...freed, wasYours: true, goesTo: 'Ravi Kumar', tookOver: false, whoseTurn: 'associates' },
    { ...freed, wasYours: true, goesTo: 'Tom Berg', tookOver: true, whoseTurn: 'customer' },
    { ...freed, wasYours: false, goesTo: '', tookOver: false, whoseTurn: 'associates' },
    { ...freed, wasYours: false, heldBy: '', goesTo: '', tookOver: false, whoseTurn: 'associates' },
  ],
};
