import type { Samples } from './parts.ts';

/** To an outside party: with facts and files, and with words alone. */
export const handedOverSamples: Samples<'handed-over'> = {
  'handed-over': [
    {
      ...{ deskName: 'Acme Support', tag: 'HD-1042', by: 'Maria Lopez' },
      body: 'Since release 4.2 the monthly report ends with error 7 when it holds more than 1,000 rows.\nBelow that all is well.',
      facts: [
        { name: 'severity', value: 'high' },
        { name: 'users_affected', value: '120' },
      ],
      files: ['fault-1.png'],
    },
    { deskName: 'Acme Support', tag: 'HD-1042', by: 'Maria Lopez', body: 'The report ends with error 7.', facts: [], files: [] },
  ],
};
