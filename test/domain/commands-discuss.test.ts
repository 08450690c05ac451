import { describe, expect, test } from 'vitest';
import type { Ask } from '../../src/domain/ask/ask.ts';
import { readCalendarAnswer } from '../../src/domain/calendar/read-answer.ts';
import type { Talk } from '../../src/domain/calendar/talk.ts';
import type { Effect } from '../../src/domain/effect.ts';
import { askId, ticketNo } from '../../src/domain/ids.ts';
import { noRecords } from '../../src/domain/workflow/records.ts';
import { type Given, outcome, tryCommands } from './try-commands.ts';
import { command, process, step, to } from './workflow/build.ts';

const flow = process(
  { raised: 'staff', talking: 'customer' },
  [
    step({ trigger: command('discuss'), from: ['raised', 'talking'], to: to('talking'), asks: ['talk'] }),
    step({ trigger: { kind: 'answer', ask: 'talk', answer: 'accept' }, from: ['talking'] }),
  ],
  {
    asks: {
      talk: { of: ['requester'], about: 'invitation', answers: ['accept', 'decline'], need: 'one', remind: [], expires: null },
    },
  },
);
const on = (more: Given = {}): Given => ({ workflow: flow, ...more, ticket: { state: 'raised', ...more.ticket } });
const at = (iso: string) => ({ start: Date.parse(iso), end: Date.parse(iso) + 1_800_000 });

const talk = (change: Partial<Talk> = {}): Talk => ({
  ...{ ticket: ticketNo(1042), number: 1, ask: 'talk', revision: 1, uid: 'abc@acme.example', sequence: 0 },
  ...{ times: [at('2026-03-03T09:00Z')], place: '', state: 'open', agreed: null, by: 'maria', hash: 'x' },
  ...change,
});
const becomes = (text: string, talks: readonly Talk[] = [], more: Given = {}) => {
  const done = tryCommands(text, on({ records: { ...noRecords, talks }, ...more }));
  if (done.kind !== 'fine') return done;
  const [kept] = done.effects.flatMap((effect: Effect) => (effect.act === 'keep-talk' ? [effect.talk] : []));
  const { number, revision, sequence, state } = kept ?? talk();
  const calendars = done.performed
    .flatMap(({ deed }) => deed.calendars ?? [])
    .map(({ says, to: who }) => `${says} ${who.length}`);
  return [number, revision, sequence, state, ...calendars].join(' ');
};

describe('discuss', () => {
  test.for([
    ['discuss soon', '“soon” is no day and time', 12],
    ['discuss tue', '“tue” has no time of day', 11],
    ['discuss 2026-03-01 10:00', '“2026-03-01 10:00” is over', 18],
    ['discuss tue 10:00, tue 10:00', '“tue 10:00” is named twice', 11],
    ['discuss', 'no time is named', 7],
  ] as const)('%s: refused, and nothing of it is applied', ([text, problem, caret]) => {
    expect(outcome(text, on()).slice(0, 2)).toEqual([problem, caret]);
  });

  test('a process without such a step has none', () => {
    expect(outcome('discuss tue 10:00')[0]).toBe('the process simple has no step for a talk');
    expect(outcome('discuss off', on())[0]).toBe('no talk is ahead here');
  });

  test('one time is told to calendars at once, of several none', () => {
    expect(becomes('discuss tue 10:00')).toBe('1 1 0 open');
    expect(becomes('discuss tue 10:00, wed 10:00')).toBe('1 1 -1 open');
  });

  test('again it is the same talk, moved; what stands in calendars and gets no other time is taken out', () => {
    expect(becomes('discuss wed 10:00', [talk()])).toBe('1 2 1 open');
    expect(becomes('discuss wed 10:00', [talk({ state: 'fixed', agreed: 1 })])).toBe('1 2 1 open cancel 1');
    expect(becomes('discuss wed 10:00, thu 10:00', [talk({ state: 'fixed', agreed: 1 })])).toBe('1 2 1 open cancel 1');
    expect(becomes('discuss wed 10:00', [talk({ state: 'off', sequence: 3 })])).toBe('2 1 0 open');
    expect(becomes('discuss wed 10:00', [talk({ times: [at('2026-03-01T09:00Z')] })])).toBe('2 1 0 open');
    expect(becomes('discuss wed 10:00', [talk({ ask: 'workshop' })])).toBe('2 1 0 open');
  });

  test('off: it is called off, whatever state it is in', () => {
    expect(becomes('discuss off', [talk({ state: 'fixed', agreed: 1, sequence: 4 })])).toBe('1 1 5 off cancel 1');
    expect(becomes('discuss off', [talk({ times: [at('2026-03-03T09:00Z'), at('2026-03-04T09:00Z')], sequence: -1 })])).toBe(
      '1 1 -1 off',
    );
  });
});

describe('an answer of a calendar', () => {
  const said = { comment: '', summary: '', start: null, end: null, uid: 'abc@acme.example', sequence: 0 };
  const asked: Ask = {
    ...{
      id: askId(1),
      ticket: ticketNo(1042),
      ask: 'talk',
      round: 1,
      state: 'open',
      answers: ['accept', 'decline'],
      need: 'one',
    },
    ...{
      about: { kind: 'invitation', id: 1, revision: 1, hash: 'x' },
      of: [{ kind: 'contact', address: 'jane@globex.example' }],
    },
    ...{ asked: 0, expires: null, reminds: [], mails: [], given: [] },
  };
  const read = (change: object, from = 'jane@globex.example') =>
    readCalendarAnswer(
      { calendar: { method: 'reply', answer: 'accepted', attendee: 'jane@globex.example', ...said, ...change } },
      talk({ sequence: 1 }),
      [from],
      { asks: [asked], ticket: { assignee: null }, people: [] },
    ).kind;

  test.for<[object, string, string]>([
    [{ sequence: 1 }, 'jane@globex.example', 'answered'],
    [{ sequence: 1, attendee: '' }, 'jane@globex.example', 'answered'],
    [{ sequence: 0 }, 'jane@globex.example', 'outdated'],
    [{ sequence: 1 }, 'mallory@evil.example', 'uninvited'],
    [{ sequence: 1, attendee: 'mallory@evil.example' }, 'mallory@evil.example', 'uninvited'],
    [{ sequence: 1, attendee: 'gus@globex.example' }, 'jane@globex.example', 'uninvited'],
    [{ sequence: 1, answer: null }, 'jane@globex.example', 'none'],
    [{ sequence: 1, method: 'counter', start: 1, end: null }, 'jane@globex.example', 'proposed'],
    [{ sequence: 1, method: 'counter', start: null }, 'jane@globex.example', 'none'],
  ])('%j from %s: %s', ([change, from, kind]) => {
    expect(read(change, from)).toBe(kind);
  });
});
