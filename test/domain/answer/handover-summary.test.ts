import { expect, test } from 'vitest';
import { handoverSummary, type Taken } from '../../../src/domain/answer/handover-summary.ts';
import type { Ask } from '../../../src/domain/ask/ask.ts';
import { askId, entryId, sha256 } from '../../../src/domain/ids.ts';
import { inEnglish } from '../../../src/domain/saying.ts';
import type { Ticket, TicketMessage } from '../../../src/domain/ticket.ts';
import { noRecords, type Records } from '../../../src/domain/workflow/records.ts';
import { simple } from '../../../src/domain/workflow/simple.ts';
import { someFacts } from '../facts.ts';
import { aPerson, aTicket, day, globex, now } from '../parts.ts';

const hour = 3_600_000;
const ines = aPerson('ines', { roles: ['engineer'] });
const base = aTicket({ level: 'L2', customer: 'globex', requester: 'jane@globex.example', opened: now - 3 * day });
const fields = { workaround: { kind: 'text' }, cause: { kind: 'text' } } as const;
const jane = { kind: 'contact', address: 'jane@globex.example' } as const;

type Known = { ticket?: Partial<Ticket>; messages?: readonly TicketMessage[]; records?: Partial<Records> } & Partial<
  Omit<Taken, 'scene'>
>;

/** What Ines reads, a line each. */
function read({ ticket, messages = [], records, ...rest }: Known, reader = ines): string[] {
  const { settings } = someFacts();
  const known = {
    participants: [{ address: jane.address, name: 'Jane Roe', role: 'requester' as const }],
    subjects: [],
    commanded: [],
    requester: null,
    journal: [],
    undo: null,
  };
  const scene = {
    ...known,
    ticket: { ...base, ...ticket },
    ...{ messages, workflow: { ...simple, fields }, records: { ...noRecords, ...records } },
  };
  const taken: Taken = {
    ...{ scene, was: { ...base, level: 'L1' }, phases: [], settings: { ...settings, customers: [globex] }, now, said: [] },
    ...rest,
  };
  return handoverSummary(taken, reader).map(({ label, value }) => `${inEnglish(label)}: ${inEnglish(value)}`);
}

let entries = 0;
function entry(direction: TicketMessage['direction'], at: number, files: readonly [string, number][] = []): TicketMessage {
  entries += 1;
  return {
    ...{ id: entryId(entries), ticket: base.number, direction, status: 'filed', messageId: null },
    ...{ from: { name: '', address: '' }, to: [], at, subject: '', text: '', visibleText: '', sha256: null },
    attachments: files.map(([filename, size]) => ({
      ...{ filename, size, contentType: 'text/plain', inline: false, cid: null },
      sha256: sha256(filename.padEnd(64, '0')),
    })),
  };
}

const put = (ask: string, given: Partial<Ask['given'][number]>[] = []): Ask => ({
  ...{ id: askId(1), ticket: base.number, ask, round: 1, state: 'answered', about: null, of: [jane], need: 'one' },
  ...{ answers: ['confirm', 'reject', 'reply'], asked: 1, expires: null, reminds: [], mails: [] },
  given: given.map((one) => ({
    ...{ by: jane, answer: 'reject', value: '', at: 2, evidence: null, via: 'mail', recordedBy: null, words: '' },
    ...{ state: 'counted', until: null, ...one },
  })),
});

const questionnaire = {
  ...{ name: 'figures', title: { en: 'Figures' }, types: [], intro: null, levels: [] },
  questions: [
    {
      ...{ field: 'reach', ask: { en: 'Who notices it?', de: 'Wer merkt es?' }, optional: false },
      answer: { kind: 'choice', options: [{ value: 'all', label: { en: 'Everybody', de: 'Alle' } }] },
    },
  ],
} as const;
const withForm = { ...someFacts().settings, forms: { questionnaires: { figures: questionnaire }, answers: {} } };

const opened = 'Opened: Feb 27, 2026, 9:00 AM (3 days ago)';
const none = 'Written to the customer: nothing yet';
const phase = (at: number, level: string) => ({ at, state: 'open', waitsFor: 'staff' as const, severity: null, level });

test.each<[string, Known, string[]]>([
  ['nothing happened yet: how old it is, and that nobody has written to them', {}, [opened, none]],
  [
    'how long it was on the level it comes from',
    { phases: [phase(now - 3 * day, 'L1')] },
    [opened, 'Until now: L1, for 3 days', none],
  ],
  [
    'how long it was in the state it comes from',
    {
      phases: [phase(now - 2 * hour, 'L1'), { ...phase(now - hour, 'L1'), state: 'paused' }],
      was: { ...base, state: 'paused' },
    },
    [opened, 'Until now: paused, for 1 hour', none],
  ],
  [
    'who wrote last, notes, files: each once',
    {
      messages: [
        entry('in', 1, [['a.log', 48_000]]),
        entry('out', now - 2 * hour),
        entry('in', now - hour, [
          ['a.log', 48_000],
          ['dump.zip', 2_500_000],
        ]),
        entry('note', now - hour),
      ],
    },
    [
      opened,
      'Written to the customer: 1, the last one on Mar 2, 2026, 7:00 AM',
      'Their last mail: Mar 2, 2026, 8:00 AM',
      'Internal notes: 1, the last one on Mar 2, 2026, 8:00 AM',
      'Files: a.log (48 kB), dump.zip (2.5 MB)',
    ],
  ],
  [
    'no more than six files',
    {
      messages: [
        entry(
          'in',
          1,
          [...'abcdefgh'].map((name) => [name, 10]),
        ),
      ],
    },
    [opened, none, 'Files: c (1 kB), d (1 kB), e (1 kB), f (1 kB), g (1 kB), h (1 kB) and 2 more'],
  ],
  [
    'what was asked, and the last words of answers that were one; what was disowned is none',
    {
      records: {
        asks: [
          put('details', [{ answer: 'reply' }]),
          put('solved', [{ words: 'Still   bad.' }]),
          put('solved', [{ state: 'disowned' }]),
        ],
      },
    },
    [opened, none, 'Asked of the customer: 3 put, 2 answered', 'They said: Jane Roe: reject, “Still bad.”'],
  ],
  [
    'answers of a questionnaire under their questions; what was tried; nothing that the mail says anyway',
    {
      ticket: { fields: { reach: 'all', workaround: 'reload', cause: 'a lock' } },
      settings: withForm,
      said: ['Cause: a lock\nLook there.'],
    },
    [opened, none, 'Who notices it?: Everybody', 'workaround: reload'],
  ],
  [
    'hours by kind',
    {
      records: {
        time: [
          { handle: 'maria', minutes: 90, kind: 'analysis', rate: null, at: 1 },
          { handle: 'maria', minutes: 30, kind: 'travel', rate: null, at: 1 },
        ],
      },
    },
    [opened, none, 'Hours worked: analysis 1.5 hr, travel 0.5 hr'],
  ],
])('%s', (_what, known, lines) => {
  expect(read(known)).toEqual(lines);
});

test('its length has a bound, however much was written', () => {
  const lines = read({ ticket: { fields: { workaround: 'very long '.repeat(900) } } });
  expect(lines.join('').length).toBeLessThan(500);
});

test('what is known comes in the reader’s language', () => {
  const lines = read({ ticket: { fields: { reach: 'all' } }, settings: withForm }, { ...ines, language: 'de' });
  expect(lines).toContain('Wer merkt es?: Alle');
  expect(lines[0]).toMatch(/vor 3 Tagen/);
});
