import { expect, test } from 'vitest';
import type { Ask, Asked, Given } from '../../../src/domain/ask/ask.ts';
import { agreedOn } from '../../../src/domain/calendar/agree.ts';
import { timesChosen } from '../../../src/domain/calendar/choose-time.ts';
import { readProposal } from '../../../src/domain/calendar/read-proposal.ts';
import { inEnglish } from '../../../src/domain/saying.ts';

/** A Monday, 10:00 in Berlin. */
const here = { now: Date.parse('2026-03-02T09:00:00Z'), zone: 'Europe/Berlin' };
const at = (iso: string) => ({ start: Date.parse(iso), end: Date.parse(iso) + 1_800_000 });
/** Tuesday 10:00, Wednesday 14:00, Thursday in a month 15:00, and one that is over. */
const times = [at('2026-03-03T09:00Z'), at('2026-03-04T13:00Z'), at('2026-04-02T13:00Z'), at('2026-03-02T08:00Z')];

test.for([
  ['2', [2]],
  ['#2.', [2]],
  ['No. 1', [1]],
  ['1 and 3', [1, 3]],
  ['1, 3', [1, 3]],
  ['3 und 1', [3, 1]],
  ['2, 2', [2]],
  ['wednesday', [2]],
  ['Wednesday, 14:00', [2]],
  ['Mi. 14 Uhr', [2]],
  ['el jueves', [3]],
  ['le jeudi 15h', [3]],
  ['10:00', [1]],
  ['2026-04-02', [3]],
  ['4', []],
  ['1, 4', []],
  ['5', []],
  ['0', []],
  ['Wednesday 10:00', []],
  ['2 would be fine', []],
  ['not 2', []],
  ['any', []],
  ['', []],
  ['2'.repeat(10_000), []],
] as const)('of four times “%s” takes %s', ([line, chosen]) => {
  expect(timesChosen(line, { times, here })).toEqual(chosen);
});

test.for<[string, string, string]>([
  ['tue 10:00', 'See you.', 'Tue 09:00 | | See you.'],
  ['', 'When?\n\n- tue 10:00\n- wed 14:00\n\nRegards', 'Tue 09:00, Wed 13:00 | | When?\n\nRegards'],
  ['', 'Hello\ntue 10:00 or wed 14:00\nPlace: Room 7\nBye', 'Tue 09:00, Wed 13:00 | Room 7 | Hello\nBye'],
  ['', 'Zeiten: Di 10:00\nMi 14:00\nOrt: https://meet.example/x', 'Tue 09:00, Wed 13:00 | https://meet.example/x |'],
  ['tue 10:00', 'On wed 14:00 I am away.\n- wed 14:00', 'Tue 09:00 | | On wed 14:00 I am away.\n- wed 14:00'],
  ['', '- tue 10:00\n- whenever', '“whenever” is no day and time'],
  ['', '- tue 10:00\n- tue 10:00', '“tue 10:00” is named twice'],
  ['', 'Shall we talk?', 'no time is named'],
  ['yesterday 10:00', '', '“yesterday 10:00” is no day and time'],
])('“%s” with “%s”', ([said, text, expected]) => {
  const read = readProposal(said, text, here);
  const shown = (start: number) => new Date(start).toUTCString().replace(/^(\w+),.* (\d\d:\d\d):00 GMT$/, '$1 $2');
  const found =
    read.kind === 'wrong'
      ? inEnglish(read.problem)
      : [read.times.map(({ start }) => shown(start)).join(', '), read.place, read.message].join(' | ').replace(/ +/g, ' ').trim();
  expect(found).toBe(expected);
});

test('what all have to agree on is the first time of the last answer that suits everybody', () => {
  const [ann, bo]: [Asked, Asked] = [
    { kind: 'contact', address: 'ann@a.example' },
    { kind: 'contact', address: 'bo@a.example' },
  ];
  const said = (by: Asked, value: string): Given => ({
    ...{ by, answer: 'accept', value, at: 0, evidence: null, via: 'mail' },
    ...{ recordedBy: null, words: '', state: 'counted', until: null },
  });
  const ask: Pick<Ask, 'need' | 'of' | 'given'> = { need: 'all', of: [ann, bo], given: [said(ann, '1 2'), said(ann, '2 3')] };
  expect(agreedOn(ask, bo, '1')).toBe(null);
  expect(agreedOn(ask, bo, '1 3 2')).toBe(3);
  expect(agreedOn({ ...ask, need: 'one' }, bo, '1')).toBe(1);
});
