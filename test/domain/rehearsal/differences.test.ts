import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineDiff } from '../../../src/domain/rehearsal/line-diff.ts';
import type { Played, Run, WouldSend } from '../../../src/domain/rehearsal/played.ts';
import { reportOf } from '../../../src/domain/rehearsal/report.ts';

const token = 'a2b3c4d5e6f7a2b3c4d5e6f7a2b3c4d5e6f7a';
const mail = (set: Partial<WouldSend> = {}): WouldSend => ({
  ...{
    template: 'acknowledge',
    to: 'jane@globex.example',
    subject: '[HD-1001] Printer',
    text: 'We look.',
    html: '<p>We look.</p>',
  },
  ...{ files: [], at: Date.parse('2026-03-02T09:00:10Z'), trouble: null },
  ...set,
});
const played = (set: Partial<Played> = {}): Played => ({
  ...{ outcome: 'created', why: '', ticket: 'HD-1001', opened: true, stands: { state: 'raised' }, mails: [mail()] },
  ...set,
});
const run = (...all: Played[]): Run => ({ played: all, later: new Map(), troubles: [] });
const between = (old: Partial<Played>, next: Partial<Played>) =>
  reportOf(run(played(old)), run(played(next))).mails[0]?.differences;

test.each<[string, Partial<Played>, Partial<Played>, unknown]>([
  ['the same', {}, {}, []],
  [
    'an address signed for the same',
    { mails: [mail({ text: `to ${token}` })] },
    { mails: [mail({ text: `to ${token.replace('a', 'b')}` })] },
    [],
  ],
  ['a second later', {}, { mails: [mail({ at: Date.parse('2026-03-02T09:00:40Z') })] }, []],
  [
    'an hour later',
    {},
    { mails: [mail({ at: Date.parse('2026-03-02T10:00:10Z') })] },
    [{ values: [{ what: 'leaves', old: '2026-03-02 09:00', new: '2026-03-02 10:00' }] }],
  ],
  ['another state', {}, { stands: { state: 'new' } }, [{ kind: 'value', what: 'state', old: 'raised', new: 'new' }]],
  [
    'another outcome',
    {},
    { outcome: 'held', ticket: null, opened: false, stands: null, mails: [] },
    [{ what: 'outcome' }, { what: 'ticket', old: 'HD-1001', new: '' }, { kind: 'no-mail' }],
  ],
  [
    'a mail more',
    {},
    { mails: [mail(), mail({ to: 'maria@acme.example' })] },
    [{ kind: 'one-more-mail', mail: { to: 'maria@acme.example' } }],
  ],
  [
    'another template to the same',
    {},
    { mails: [mail({ template: 'told' })] },
    [{ kind: 'mail', values: [{ what: 'template' }] }],
  ],
  ['other looks', {}, { mails: [mail({ html: '<b>We look.</b>' })] }, [{ kind: 'mail', looks: true, lines: [] }]],
  [
    'another prefix',
    {},
    { ticket: 'SD-1001', mails: [mail({ subject: '[SD-1001] Printer' })] },
    [{ what: 'ticket' }, { values: [{ what: 'subject' }] }],
  ],
])('%s', (_name, old, next, told) => {
  expect(between(old, next)).toHaveLength((told as unknown[]).length);
  expect(between(old, next)).toMatchObject(told as object[]);
});

test('where a mail opens no ticket any more, those behind it are numbered otherwise, and that is no difference', () => {
  const second = { ticket: 'HD-1002', mails: [mail({ subject: '[HD-1002] Scanner', text: 'It is HD-1002.' })] };
  const nobody = played({ outcome: 'held', ticket: null, opened: false, stands: null, mails: [] });
  const alone = played({ mails: [mail({ subject: '[HD-1001] Scanner', text: 'It is HD-1001.' })] });
  const { mails } = reportOf(run(played(), played(second)), run(nobody, alone));
  expect(mails[0]?.differences).not.toEqual([]);
  expect(mails[1]?.differences).toEqual([]);
});

test('what time does is told once: a state that a mail brought already is not told again', () => {
  const at = (state: string): Run => ({
    ...run(played({ stands: { state } })),
    later: new Map([['HD-1001', { mails: [mail({ template: 'reminded', text: `You are ${state}.` })], stands: { state } }]]),
  });
  const { mails, later } = reportOf(at('raised'), at('new'));
  expect(mails[0]?.differences).toMatchObject([{ what: 'state' }]);
  expect(later).toMatchObject([{ ticket: 'HD-1001', differences: [{ kind: 'mail', mail: { template: 'reminded' } }] }]);
});

const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 }).map((lines) => lines.join('\n'));

test('a difference of texts tells what goes and what comes, each line in its order; one text has none', () => {
  fc.assert(
    fc.property(text, text, (old, next) => {
      const lines = lineDiff(old, next);
      const of = (mark: string) => lines.filter((line) => line.mark === mark).map((line) => line.text);
      expect(lines.length > 0).toBe(old !== next);
      expect(of('-').length - of('+').length).toBe(old.split('\n').length - next.split('\n').length);
      for (const [mark, whole] of [
        ['-', old],
        ['+', next],
      ] as const)
        expect(isWithin(of(mark), whole.split('\n'))).toBe(true);
    }),
  );
});

/** Whether these lines stand among those, in this order. */
function isWithin(some: readonly string[], all: readonly string[]): boolean {
  let at = 0;
  for (const line of all) if (line === some[at]) at++;
  return at === some.length;
}
