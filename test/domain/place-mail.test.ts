import { describe, expect, test } from 'vitest';
import { messageId, ticketNo } from '../../src/domain/ids.ts';
import { type Clues, placeMail } from '../../src/domain/match/place-mail.ts';

const [a, b] = [ticketNo(1001), ticketNo(1002)];
const id = messageId('<x@y.example>');
const nearer = messageId('<z@y.example>');
const nothing: Clues = {
  token: null,
  ancestors: [],
  known: new Map(),
  tags: [],
  quoted: [],
  conversation: null,
  existing: new Set([a, b]),
  joined: new Set(),
  collides: null,
};
const moved = (ticket: typeof a, which = id): Clues['known'] => new Map([[which, { ticket, ours: false, moved: true }]]);
const knows = (ticket: typeof a, which = id): Clues['known'] => new Map([[which, { ticket, ours: true }]]);

type Case = [title: string, clues: Partial<Clues>, expected: Partial<ReturnType<typeof placeMail>>];

const cases: Case[] = [
  ['nothing to go by', {}, { ticket: null, by: 'none', refused: null, linked: null }],
  ['a signed address places a mail of anybody', { token: a }, { ticket: a, by: 'token' }],
  [
    'a signed address before all else',
    { token: a, ancestors: [id], known: knows(b), tags: [b], joined: new Set([b]) },
    { ticket: a, by: 'token' },
  ],
  [
    'a signed address of a ticket that is gone does not',
    { token: ticketNo(9), tags: [a], joined: new Set([a]) },
    { ticket: a, by: 'subject' },
  ],
  [
    'what answers a mail that a person moved follows it, whatever address it was sent to',
    { token: a, tags: [a], ancestors: [id], known: moved(b), joined: new Set([a, b]) },
    { ticket: b, by: 'reference', corrects: a },
  ],
  [
    'not where its writer takes no part there',
    { token: a, ancestors: [id], known: moved(b), joined: new Set([a]) },
    { ticket: a, by: 'token' },
  ],
  [
    'nor where it answers something nearer',
    { token: a, ancestors: [nearer, id], known: new Map([...knows(a, nearer), ...moved(b)]), joined: new Set([a, b]) },
    { ticket: a, by: 'token' },
  ],
  [
    'nor where its own id is that of another mail (F-39)',
    { ancestors: [id], known: moved(b), joined: new Set([b]), collides: a },
    { ticket: null, linked: a },
  ],
  [
    'a known Message-ID of somebody who takes part',
    { ancestors: [id], known: knows(a), joined: new Set([a]) },
    { ticket: a, by: 'reference' },
  ],
  [
    'the nearest ancestor that is known',
    { ancestors: [nearer, id], known: new Map([...knows(b), ...knows(a, nearer)]), joined: new Set([a, b]) },
    { ticket: a, by: 'reference' },
  ],
  [
    'A1: a copied Message-ID of somebody who does not',
    { ancestors: [id], known: knows(a) },
    { ticket: null, by: 'none', linked: a },
  ],
  ['a number of somebody who takes part', { tags: [a], joined: new Set([a]) }, { ticket: a, by: 'subject' }],
  ['A4: a number of somebody who does not: a new ticket, linked', { tags: [a] }, { ticket: null, linked: a }],
  ['A4: a number of one who takes part in another ticket', { tags: [a], joined: new Set([b]) }, { ticket: null, linked: a }],
  [
    'a number that is no ticket',
    { tags: [ticketNo(9)] },
    { ticket: null, linked: null, refused: expect.stringContaining('no ticket') },
  ],
  ['the first number that is a ticket', { tags: [ticketNo(9), b], joined: new Set([b]) }, { ticket: b, by: 'subject' }],
  [
    'a reference before a number',
    { ancestors: [id], known: knows(a), tags: [b], joined: new Set([a, b]) },
    { ticket: a, by: 'reference' },
  ],
  [
    'a number of theirs beside a reference that is not',
    { ancestors: [id], known: knows(a), tags: [b], joined: new Set([b]) },
    { ticket: b, by: 'subject' },
  ],
  ['a number in the quoted text, of somebody who takes part', { quoted: [a], joined: new Set([a]) }, { ticket: a, by: 'body' }],
  ['the first quoted number of theirs', { quoted: [a, b], joined: new Set([b]) }, { ticket: b, by: 'body' }],
  ['a quoted number of somebody who does not says nothing', { quoted: [a] }, { ticket: null, linked: null, refused: null }],
  ['ms-1: Thread-Index of one who takes part', { conversation: a, joined: new Set([a]) }, { ticket: a, by: 'thread-index' }],
  ['ms-1: Thread-Index of one who does not says nothing', { conversation: a }, { ticket: null, linked: null, refused: null }],
  ['ms-1: Thread-Index after all else', { conversation: a, quoted: [b], joined: new Set([a, b]) }, { ticket: b, by: 'body' }],
  [
    'a reference, then the subject, before any hint',
    { tags: [a], quoted: [b], conversation: b, joined: new Set([a, b]) },
    { ticket: a, by: 'subject' },
  ],
  [
    'F-39: a taken Message-ID is appended nowhere',
    { collides: a, ancestors: [id], known: knows(a), tags: [a], joined: new Set([a]) },
    { ticket: null, linked: a },
  ],
  ['F-39: but for a signed address', { collides: a, token: a }, { ticket: a, by: 'token' }],
];

describe('where a mail belongs', () => {
  test.each(cases)('%s', (_, clues, expected) => {
    expect(placeMail({ ...nothing, ...clues })).toMatchObject(expected);
  });

  test('what was refused says why', () => {
    expect(placeMail({ ...nothing, tags: [a] }).refused).toContain('takes no part');
  });
});
