import type { ShownOffer } from '../../../domain/quote/show-offer.ts';

/** A quote as its reader sees it. */
export const offer: ShownOffer = {
  ...{ kind: 'quote', name: 'HD-1042-Q1', revision: 2, title: 'Printer on fire', tickets: [], adds: '' },
  lines: [
    { text: 'Find the cause and mend it', quantity: '3 h', price: '€60.00/h', amount: '€180.00' },
    { text: 'Fuser unit RM2-5452, with its delivery to the second floor', quantity: '2', price: '€115.00', amount: '€230.00' },
    { text: 'Discount', quantity: '', price: '', amount: '-€20.00' },
  ],
  sums: [
    { label: 'net', percent: '', value: '€390.00' },
    { label: 'tax', percent: '19%', value: '€74.10' },
    { label: 'total', percent: '', value: '€464.10' },
  ],
  ...{
    rounding: 'rounding-rate',
    hours: '3 h',
    included: ['A new fuser', 'A test of 200 pages'],
    excluded: ['Paper'],
    po: 'PO 77',
  },
  ...{
    terms: 'Payable within 14 days.\n\nFurther work only after a further offer.',
    eta: '4 December 2026',
    valid: '30 November 2026',
  },
  whole: {
    underlying: 'The fuser is worn.\n\nIt has printed 400000 pages.',
    actions: 'It has to be replaced.',
    aftermath: 'None.',
    terms: 'Payable within 14 days.\n\nFurther work only after a further offer.',
  },
};

/** A consultation fee, likewise. */
export const fee: ShownOffer = {
  ...offer,
  ...{ kind: 'fee', name: 'HD-1042-F1', revision: 1, tickets: ['HD-1042', 'HD-1043'], adds: 'HD-1042-Q1' },
  lines: [{ text: 'Printer on fire', quantity: '90 min', price: '', amount: '€120.00' }],
  sums: [{ label: 'total', percent: '', value: '€120.00' }],
  ...{ rounding: '', included: [], excluded: [], eta: '', po: '' },
  whole: { underlying: '', actions: '', aftermath: '', terms: '' },
};
