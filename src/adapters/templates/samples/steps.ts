import type { AskShown, StepTemplates } from '../../../domain/answer/flow/step-data.ts';
import type { StepText } from '../../../domain/workflow/process-words.ts';
import { example } from '../processes/step-shape.ts';
import { deskName, formattedWords, longText, quoted, type Samples, thread } from './parts.ts';

const says = (text: string): StepText => ({
  process: 'quote-first',
  text,
  values: {
    ...example,
    state: { label: 'states.scoping', process: 'quote-first' },
    was: { label: 'states.triage', process: 'quote-first' },
    stage: { label: 'stages.pre-implementation', process: 'quote-first' },
    status: { label: 'states.scoping', process: 'quote-first' },
    fields: { issue: 'The printer smells of smoke', wanted: 'A printer that prints', eta: '4 Dec 2026' },
    whole: { issue: 'The printer smells of smoke.\nIt has done so since Monday.', wanted: 'A printer that prints.' },
  },
});

const ours = { state: 'our-turn', closed: '', status: { label: 'states.scoping', process: 'quote-first' } } as const;
const theirs = { state: 'your-turn', closed: '', status: { label: 'states.offered', process: 'quote-first' } } as const;
const silent = { lead: null, also: [], body: '', associateName: 'Maria Lopez', quoted: null };

const answer = (ask: string, word: string) => ({
  label: { label: `asks.${ask}.answers.${word}`, process: 'quote-first' },
  href: `mailto:support%2Ba2k7v3m2q9x4t8w6z5@acme.example?subject=Re%3A%20%5BHD-1042%5D%20Printer%20on%20fire&body=${word}`,
  command: '',
});

const question: AskShown = {
  says: says('asks.offer'),
  actions: [answer('offer', 'approve'), answer('offer', 'decline')],
  others: [],
  need: 'one',
  until: '30 Nov 2026',
  reminds: true,
};

const openEnded: AskShown = {
  says: says('asks.happy'),
  actions: [answer('happy', 'confirm'), answer('happy', 'reject')],
  ...{ others: ['Joe Doe', 'Ann Poe'], need: 'all', until: '', reminds: false },
};

/** Of the mails that processes send. */
export const stepSamples: Samples<keyof StepTemplates> = {
  told: [
    {
      ...thread,
      ...ours,
      lead: says('texts.what-we-understood'),
      also: [],
      body: longText,
      associateName: 'Maria Lopez',
      quoted,
    },
    {
      ...thread,
      ...ours,
      lead: says('texts.agreed'),
      also: [says('texts.work-begins')],
      body: '',
      associateName: '',
      quoted: null,
    },
    { ...thread, ...theirs, ...silent, ...formattedWords, sentBefore: ['manual.pdf'] },
    { ...thread, ...silent, ...ours, state: 'paused' },
    { ...thread, ...silent, ...ours, state: 'closed', closed: '5 Nov 2026, 10:00' },
  ],
  asked: [
    { ...thread, ...theirs, lead: null, also: [], body: longText, associateName: 'Maria Lopez', quoted, asks: [question] },
    {
      ...thread,
      ...theirs,
      ...silent,
      lead: says('texts.what-we-understood'),
      asks: [openEnded, { ...openEnded, need: 'first' }],
    },
    {
      ...thread,
      ...theirs,
      ...silent,
      ...formattedWords,
      also: [says('texts.agreed')],
      sentBefore: [],
      asks: [{ ...openEnded, need: 'one' }],
    },
    { ...thread, ...theirs, ...silent, deskName, asks: [question] },
  ],
};
