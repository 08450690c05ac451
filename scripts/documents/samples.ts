import { letter } from '../../src/adapters/documents/letter/letter.ts';
import { brand, plainBrand } from './brand.ts';
import { quote, record } from './letters.ts';

export const samples: readonly { name: string; make(): Promise<Uint8Array | string> }[] = [
  { name: 'quote.pdf', make: async () => (await letter(quote(), brand)).pdf },
  { name: 'closing-record.pdf', make: async () => (await letter(record(), plainBrand)).pdf },
  { name: 'quote-again.pdf', make: async () => (await letter(quote(), brand)).pdf },
];
