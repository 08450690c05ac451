import { invitation } from '../../src/adapters/documents/invitation/invitation.ts';
import { letter } from '../../src/adapters/documents/letter/letter.ts';
import { brand, plainBrand } from './brand.ts';
import { day, quote, record } from './letters.ts';
import { meeting } from './meeting.ts';

export const samples: readonly { name: string; make(): Promise<Uint8Array | string> }[] = [
  { name: 'quote.pdf', make: async () => (await letter(quote(), brand)).pdf },
  { name: 'closing-record.pdf', make: async () => (await letter(record(), plainBrand)).pdf },
  { name: 'visit.ics', make: async () => invitation(meeting, 'request', day) },
  { name: 'visit-off.ics', make: async () => invitation({ ...meeting, sequence: 1 }, 'cancel', day) },
];
