import type { AskShown, StepTemplates } from '../../../domain/answer/flow/step-data.ts';
import { undoDecline, unproved } from '../../../domain/decide/answers/unproved-no.ts';
import type { StepText } from '../../../domain/workflow/process-words.ts';
import { example } from '../processes/step-shape.ts';
import { actions, customerMail, formattedWords, longText, quoted, type Samples, thread, unreached } from './parts.ts';
import { fee, offer } from './shown-offers.ts';
import { soFar } from './so-far.ts';

const fields = {
  ...{ issue: 'The printer smells of smoke', wanted: 'A printer that prints', since: 'Monday', notes: 'The fuser is old.' },
  ...{ eta: '4 Dec 2026', reason: 'The part comes later.', spoc_ours: 'Maria Lopez', spoc_theirs: 'Jane Roe' },
  solution: 'The fuser is new.',
};

export const says = (text: string): StepText => ({
  process: 'quote-first',
  text,
  values: {
    ...example,
    state: { label: 'states.scoping', process: 'quote-first' },
    was: { label: 'states.triage', process: 'quote-first' },
    stage: { label: 'stages.pre-implementation', process: 'quote-first' },
    status: { label: 'states.scoping', process: 'quote-first' },
    fields,
    whole: fields,
  },
});

export const ours = { state: 'our-turn', closed: '', status: { label: 'states.scoping', process: 'quote-first' } } as const;
export const theirs = { state: 'your-turn', closed: '', status: { label: 'states.offered', process: 'quote-first' } } as const;
export const silent = { lead: null, also: [], body: '', associateName: 'Maria Lopez', quoted: null };

export const answer = (ask: string, word: string) => ({
  label: { label: `asks.${ask}.answers.${word}`, process: 'quote-first' },
  href: `mailto:support%2Ba2k7v3m2q9x4t8w6z5@acme.example?subject=Re%3A%20%5BHD-1042%5D%20Printer%20on%20fire&body=${word}`,
  command: '',
  alike: false,
});

export const question: AskShown = {
  says: says('asks.offer'),
  actions: [answer('offer', 'approve'), answer('offer', 'decline')],
  others: [],
  need: 'one',
  decides: true,
  until: '30 Nov 2026',
  reminds: true,
  talk: null,
};

export const openEnded: AskShown = {
  says: says('asks.happy'),
  actions: [answer('happy', 'confirm'), answer('happy', 'reject')],
  ...{ others: ['Joe Doe', 'Ann Poe'], need: 'all', decides: true, until: '', reminds: false, talk: null },
};

export const rating: AskShown = {
  says: says('asks.rating'),
  actions: ['1', '2', '3', '4', '5'].map((figure) => ({ ...answer('rating', figure), label: figure, alike: true })),
  ...{ others: [], need: 'one', decides: false, until: '', reminds: false, talk: null },
};

export const asking = (first: AskShown, ...others: AskShown[]) => ({ question: first.says, asks: [first, ...others] });
const waiting = { asked: '3 Nov 2026, 09:14', status: theirs.status };
export const label = (name: string) => ({ label: name, process: 'quote-first' });

/** Where time moved it: nobody wrote. */
const noMail = { ...customerMail, senderName: '', senderAddress: '', customerName: '', text: '', attachments: [], evidence: '' };

/** Of the mails that processes send. */
export const stepSamples: Samples<Exclude<keyof StepTemplates, 'lapsed' | 'closing-record' | 'invited'>> = {
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
    { ...thread, ...theirs, ...asking(question), lead: null, also: [], body: longText, associateName: 'Maria Lopez', quoted },
    {
      ...{ ...thread, ...theirs, ...silent, lead: says('texts.what-we-understood') },
      ...asking(openEnded, { ...openEnded, actions: [], need: 'first' }),
    },
    {
      ...{ ...thread, ...theirs, ...silent, ...formattedWords, also: [says('texts.agreed')], sentBefore: [] },
      ...asking({ ...openEnded, need: 'one' }),
    },
    { ...thread, ...theirs, ...silent, ...asking({ ...question, says: says('asks.nothing') }) },
  ],
  reminded: [
    { ...thread, ...asking(question), ...waiting, words: '', lead: null, last: false, ours: false },
    {
      ...thread,
      ...asking({ ...openEnded, actions: [] }),
      ...waiting,
      words: 'Which month is it?',
      lead: null,
      last: true,
      ours: false,
    },
    { ...thread, ...asking(question), ...waiting, lead: null, last: false, words: '', ours: true },
    { ...thread, ...asking(openEnded), ...waiting, lead: null, last: true, words: '', ours: true },
  ],
  'moved-on': [
    {
      ...{ ...thread, ...customerMail, lead: says('texts.offer-approved'), also: [], question: null, asks: [] },
      ...{
        by: 'Jane Roe',
        was: label('states.offered'),
        now: label('states.set-up'),
        moved: true,
        facts: [],
        soFar: [],
        noticed: [],
      },
    },
    {
      ...{
        ...thread,
        ...customerMail,
        ...unreached,
        lead: null,
        also: [says('texts.new-ticket')],
        ...asking(question, openEnded),
      },
      ...{ by: 'Maria Lopez', was: label('states.triage'), now: label('states.scoping'), moved: true, noticed: [] },
      facts: [{ label: label('fields.issue'), value: 'The printer smells of smoke' }],
      soFar,
    },
    {
      ...{ ...thread, ...noMail, lead: says('texts.lapsed-inside'), also: [], question: null, asks: [], facts: [], soFar: [] },
      ...{ by: '', was: label('states.offered'), now: label('states.scoping'), moved: true, noticed: [] },
    },
    {
      ...{
        ...thread,
        ...noMail,
        actions,
        lead: null,
        also: [],
        facts: [],
        soFar: [],
        by: '',
        was: '',
        now: label('states.raised'),
        moved: false,
        noticed: [],
      },
      ...asking({ ...openEnded, actions: [], need: 'first' }, { ...question, need: 'all', others: ['Tom Berg'] }),
    },
    {
      ...{ ...thread, ...noMail, lead: null, also: [], question: null, asks: [], facts: [], soFar: [] },
      ...{ by: '', was: label('states.triage'), now: label('states.scoping'), moved: true, noticed: [] },
    },
    {
      ...{ ...thread, ...customerMail, proved: false, lead: says('texts.declined'), also: [], question: null, asks: [] },
      ...{ by: 'Jane Roe', was: label('states.offered'), now: label('states.scoping'), moved: true, facts: [], soFar: [] },
      ...{
        actions: [
          { ...undoDecline, href: 'mailto:support@acme.example?subject=%5BHD-1042%5D%20undo%20decline' },
          ...customerMail.actions,
        ],
        noticed: [unproved],
      },
    },
  ],
  offered: [
    {
      ...thread,
      ...theirs,
      lead: null,
      also: [],
      body: longText,
      associateName: 'Maria Lopez',
      quoted,
      ...asking(question),
      offer,
    },
    { ...thread, ...theirs, ...silent, ...asking(question), offer: fee },
    {
      ...thread,
      ...theirs,
      ...silent,
      ...formattedWords,
      lead: says('texts.agreed'),
      sentBefore: [],
      ...asking(question),
      offer: { ...fee, kind: 'supplement', rounding: 'rounding-line' },
    },
    {
      ...thread,
      ...theirs,
      ...silent,
      ...asking(question),
      offer: { ...offer, whole: { ...fee.whole, terms: 'Cash.' } },
    },
  ],
};
