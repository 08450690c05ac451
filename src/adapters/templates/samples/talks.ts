import type { AskShown, TalkShown } from '../../../domain/answer/flow/step-data.ts';
import { formattedWords, longText, quoted, type Samples, thread } from './parts.ts';
import { answer, asking, ours, question, says, silent, theirs } from './steps.ts';

const several: TalkShown = {
  times: [
    { number: 1, text: 'Tuesday, November 24, 2026, 10:00 – 10:30 AM' },
    { number: 2, text: 'Wednesday, November 25, 2026, 2:00 – 2:30 PM' },
    { number: 3, text: 'Friday, November 27, 2026, 9:00 – 9:30 AM' },
  ],
  zone: 'Central European Time (Europe/Berlin)',
  place: 'https://meet.example/printer',
};
const single: TalkShown = { ...several, times: [{ number: 0, text: 'Tuesday, November 24, 2026, 10:00 – 10:30 AM' }], place: '' };

const choosing: AskShown = {
  ...question,
  says: says('asks.discussion'),
  actions: [
    ...['1 · Tue, Nov 24, 10:00 AM', '2 · Wed, Nov 25, 02:00 PM', '3 · Fri, Nov 27, 09:00 AM'].map((time) => ({
      ...answer('discussion', 'accept'),
      label: time,
      alike: true,
    })),
    { ...answer('discussion', 'decline'), label: 'none-suits' },
  ],
  ...{ until: '27 Nov 2026, 09:00', talk: several },
};
const accepting: AskShown = {
  ...choosing,
  actions: [answer('discussion', 'accept'), answer('discussion', 'decline')],
  ...{ others: ['Joe Doe'], need: 'all', talk: single },
};
const noQuestion = { question: null, asks: [] };

/** Of the mails about times to talk. */
export const talkSamples: Samples<'invited'> = {
  invited: [
    {
      ...{
        ...thread,
        ...theirs,
        ...asking(choosing),
        lead: null,
        also: [],
        body: longText,
        associateName: 'Maria Lopez',
        quoted,
      },
      meeting: { ...several, stands: 'choose' },
      ours: false,
    },
    { ...thread, ...theirs, ...silent, ...asking(accepting), meeting: { ...single, stands: 'proposed' }, ours: false },
    {
      ...{ ...thread, ...ours, ...silent, ...formattedWords, ...noQuestion, sentBefore: [] },
      ...{ lead: says('texts.meeting-fixed'), meeting: { ...single, stands: 'fixed' }, ours: false },
    },
    { ...thread, ...ours, ...silent, ...noQuestion, meeting: { ...single, place: 'Room 7', stands: 'fixed' }, ours: false },
    { ...thread, ...ours, ...silent, ...noQuestion, meeting: { ...single, stands: 'off' }, ours: false },
    { ...thread, ...ours, ...silent, ...noQuestion, meeting: { ...single, stands: 'off' }, ours: true },
    { ...thread, ...ours, ...silent, ...noQuestion, meeting: { ...single, stands: 'fixed' }, ours: true },
  ],
};
