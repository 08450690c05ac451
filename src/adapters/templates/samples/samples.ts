import { type CoverageShown, noCoverage } from '../../../domain/answer/coverage-shown.ts';
import { noWords } from '../../../domain/answer/flow/no-words.ts';
import type { TemplateName } from '../../../domain/answer/template-data.ts';
import { say, valued } from '../../../domain/saying.ts';
import { alertSamples } from './alerts.ts';
import { answerSamples } from './answers.ts';
import { claimSamples } from './claims.ts';
import { commandSamples } from './commands.ts';
import { contractSamples } from './contracts.ts';
import { digestSamples } from './digests.ts';
import { endSamples } from './ends.ts';
import { freedSamples } from './freed.ts';
import { handedOverSamples } from './handed-over.ts';
import { heldSamples } from './held.ts';
import { helpSamples } from './help.ts';
import { readSamples } from './lists.ts';
import { customerMail, deskName, formattedWords, longText, quoted, type Samples, thread, unreached } from './parts.ts';
import { receiptSamples } from './receipts.ts';
import { reportSamples } from './reports.ts';
import { reviewSamples } from './service-review.ts';
import { soFar } from './so-far.ts';
import { asking, openEnded, question, says, stepSamples } from './steps.ts';
import { talkSamples } from './talks.ts';

const states = ['your-turn', 'paused', 'closed'] as const;
const status = { label: 'states.scoping', process: 'quote-first' };

const contract = (why: CoverageShown['why']): CoverageShown => ({ why, number: 'AMC-2026-017', ends: '31 December 2026' });

/** Sample data of each template: first what most mails say, then what else the template can say. */
export const samples: Samples<TemplateName> = {
  acknowledge: [
    { ...thread, ...noWords, customerName: 'Jane Roe', called: false, coverage: contract('covered') },
    { ...thread, ...noWords, customerName: '', called: true, coverage: noCoverage },
    {
      ...{ ...thread, ...noWords, lead: says('texts.acknowledged'), customerName: 'Jane Roe', called: false },
      coverage: contract('expired'),
    },
    {
      ...{ ...thread, ...asking(question), lead: null, also: [says('texts.agreed')], customerName: '', called: true },
      coverage: { ...noCoverage, why: 'none' },
    },
    ...(['exception', 'used-up', 'not-this-type', 'not-begun', 'elsewhere'] as const).map((why) => ({
      ...{ ...thread, ...noWords, customerName: 'Jane Roe', called: false, coverage: contract(why) },
    })),
  ],
  'acknowledge-short': [
    { deskName, tag: thread.tag, ...noWords, called: false },
    { deskName, tag: thread.tag, ...noWords, called: true },
    { deskName, tag: thread.tag, ...asking(openEnded), lead: says('texts.welcome'), also: [], called: false },
  ],
  reply: [
    { ...thread, body: longText, associateName: 'Maria Lopez', quoted },
    { ...thread, ...formattedWords, associateName: 'Maria Lopez', quoted: null, sentBefore: ['manual.pdf'] },
    { ...thread, body: longText, associateName: 'Maria Lopez', quoted, asked: ['Gus Hill', 'Ana Roy'] },
  ],
  closed: [
    {
      ...thread,
      body: 'The new fuser is in and the test pages came out clean.\n\nThank you for your patience.',
      associateName: 'Maria Lopez',
      quoted,
    },
    { ...thread, body: '', bodyHtml: '', associateName: 'Maria Lopez', quoted: null, sentBefore: [] },
  ],
  reopened: [
    { ...thread, putBack: false },
    { ...thread, putBack: true },
  ],
  'ticket-state': [
    { ...thread, state: 'our-turn', status, opened: '3 Nov 2026, 09:14', closed: '' },
    ...states.map((state) => ({ ...thread, state, status, opened: '3 Nov 2026, 09:14', closed: '5 Nov 2026, 10:00' })),
  ],
  'confirm-call': [{ deskName, at: '3 Nov 2026, 09:14', reference: 'T-SK5F2O' }],
  ...stepSamples,
  ...talkSamples,
  ...endSamples,
  ...answerSamples,
  ...claimSamples,
  ...contractSamples,
  'master-notice': [
    {
      ...thread,
      body: 'The line to your house works again.',
      bodyHtml: '<p>The line to your house <b>works</b> again.</p>',
      associateName: 'Maria Lopez',
      sentBefore: [],
      closed: false,
    },
    { ...thread, body: '', associateName: 'Maria Lopez', closed: true },
  ],
  'notify-new': [
    { ...thread, ...customerMail, ...noWords, linkedTo: '', follows: '', deleted: '' },
    {
      ...thread,
      ...customerMail,
      ...asking(openEnded),
      lead: says('texts.new-ticket'),
      also: [],
      linkedTo: '',
      follows: '',
      deleted: '',
    },
    { ...thread, ...customerMail, ...noWords, requesterAway: '16 Nov 2026', linkedTo: '', follows: 'HD-1003', deleted: '' },
    { ...thread, ...customerMail, ...noWords, linkedTo: '', follows: '', deleted: 'HD-1004' },
    {
      ...thread,
      ...customerMail,
      ...noWords,
      proved: false,
      evidence: 'no result',
      customerName: '',
      whoseTurn: 'associates',
      linkedTo: 'HD-1017',
      deleted: '',
      follows: '',
    },
  ],
  'notify-reply': [
    { ...thread, ...customerMail, attachments: [], reopened: false, newSubject: '', noticed: [] },
    { ...thread, ...customerMail, ...unreached, reopened: false, newSubject: 'Invoice 4711 is wrong', noticed: [] },
    { ...thread, ...customerMail, plainReplyDoes: 'note', whoseTurn: 'nobody', reopened: true, newSubject: '', noticed: [] },
    {
      ...thread,
      ...customerMail,
      reopened: false,
      newSubject: '',
      noticed: [say`${'jane@globex.example'}: ${valued('approve')} (${'offer'})`],
    },
  ],
  'notify-assigned': [
    { ...thread, ...customerMail, proved: false, evidence: '', assignedBy: 'Tom Berg', team: '', handover: '', soFar: [] },
    {
      ...thread,
      ...customerMail,
      ...unreached,
      assignedBy: 'Tom Berg',
      team: 'web',
      handover: 'The log shows a driver fault.\nPlease look at the spooler.',
      soFar,
      whoseTurn: 'customer',
      customerName: '',
      senderName: '',
      text: '',
    },
  ],
  ...freedSamples,
  ...handedOverSamples,
  ...reviewSamples,
  ...heldSamples,
  ...receiptSamples,
  ...commandSamples,
  ...helpSamples,
  ...readSamples,
  ...digestSamples,
  ...reportSamples,
  'admin-alert': alertSamples,
  probe: [{ deskName, source: 'mx.acme.example', number: 12, lines: [] }],
};

const isTemplateName = (name: string): name is TemplateName => name in samples;

/** The names of all mails the desk knows how to write. */
export const sampleNames: readonly TemplateName[] = Object.keys(samples).filter(isTemplateName);
