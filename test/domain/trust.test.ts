import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  afterMail,
  afterProbe,
  doubtOf,
  isDoubted,
  newTrust,
  probeSent,
  probeTime,
  type Trust,
  trustNews,
} from '../../src/domain/authenticate/trust.ts';
import { now } from './parts.ts';

const minute = 60_000;
const hour = 60 * minute;
const start = newTrust('mx.acme.example');

type Step = 'with' | 'without' | 'sent' | 'clean' | 'clean and written' | 'forged' | 'elsewhere' | 'an hour';

/** What is known after these, one a minute. */
function lived(steps: readonly Step[], { probing = true, from = start } = {}): { trust: Trust; at: number } {
  let at = now;
  let trust = from;
  let number = 0;
  for (const step of steps) {
    at += step === 'an hour' ? hour : minute;
    if (step === 'with' || step === 'without') trust = afterMail(trust, step === 'with', at, probing);
    else if (step === 'sent') trust = probeSent(trust, ++number, at);
    else if (step === 'elsewhere') trust = afterProbe(trust, null, at);
    else if (step !== 'an hour')
      trust = afterProbe(trust, { forged: step === 'forged', wrote: step === 'clean and written' }, at);
  }
  return { trust, at };
}

const times = (count: number, step: Step): Step[] => Array<Step>(count).fill(step);
const silence = times(20, 'without');

describe('8601-4: whether a border is believed', () => {
  test.each<[string, Step[], boolean]>([
    ['nothing is known yet', [], true],
    ['its line stands on mails', times(40, 'with'), true],
    ['nineteen mails lack it', times(19, 'without'), true],
    ['twenty in a row lack it', silence, false],
    ['one among them has it', [...times(19, 'without'), 'with', ...times(19, 'without')], true],
    ['a test mail came back forged', ['sent', 'forged'], false],
    ['and its line stands on mails all the same', ['sent', 'forged', ...times(40, 'with')], false],
    ['a later one was clean', ['sent', 'forged', 'sent', 'clean'], true],
    ['a later one never came back', ['sent', 'forged', 'sent'], false],
    ['a later one came by another way', ['sent', 'forged', 'sent', 'elsewhere'], false],
    ['a clean one alone ends no silence', [...silence, 'sent', 'clean'], false],
    ['one on which it wrote does', [...silence, 'sent', 'clean and written'], true],
    ['its line is back, which anybody may have written', [...silence, ...times(40, 'with')], false],
    ['its line is back, and a clean test mail says that nobody forged it', [...silence, 'with', 'sent', 'clean'], true],
    ['its line is back, and the test mail says that anybody may have', [...silence, 'with', 'sent', 'forged'], false],
    ['both troubles, one mended', [...silence, 'sent', 'forged', 'sent', 'clean'], false],
    ['both mended', [...silence, 'sent', 'forged', 'with', 'sent', 'clean'], true],
    ['the test mail was lost: then ten in a row count', [...silence, 'sent', 'an hour', ...times(10, 'with')], true],
    ['nine do not', [...silence, 'sent', 'an hour', ...times(9, 'with')], false],
  ])('%s', (_, steps, believed) => {
    const { trust } = lived(steps);
    expect([!isDoubted(trust), doubtOf(trust) === '']).toEqual([believed, believed]);
  });

  test.each<[string, Step[], boolean]>([
    ['nine in a row are not enough', [...silence, ...times(9, 'with')], false],
    ['ten are', [...silence, ...times(10, 'with')], true],
    ['ten with a gap are not', [...silence, ...times(9, 'with'), 'without', ...times(9, 'with')], false],
  ])('where no test mail is sent, its line must be back on ten in a row: %s', (_, steps, believed) => {
    expect(!isDoubted(lived(steps, { probing: false }).trust)).toBe(believed);
  });

  test('nobody is believed again before a fresh silence of twenty is over', () => {
    const { trust } = lived([...silence, 'with', 'sent', 'clean', ...times(19, 'without')]);
    expect(isDoubted(trust)).toBe(false);
  });

  test('in steady times nothing has to be written down', () => {
    const { trust, at } = lived(times(12, 'with'));
    expect(afterMail(trust, true, at + minute, true)).toEqual(trust);
    expect(afterMail(trust, true, at + hour, true)).toEqual({ ...trust, wrote: at + hour });
  });

  test('law: forged proof is never believed while the last test mail that came back bore it', () => {
    const step = fc.constantFrom<Step>('with', 'without', 'sent', 'clean', 'clean and written', 'forged', 'elsewhere', 'an hour');
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), fc.boolean(), (steps, probing) => {
        const { trust } = lived(steps, { probing });
        const last = steps.findLast((one) => one === 'forged' || one.startsWith('clean'));
        expect(trust.forged !== null).toBe(last === 'forged');
        if (last === 'forged') expect(isDoubted(trust)).toBe(true);
      }),
    );
  });
});

describe('8601-4: when test mails leave', () => {
  test('some time after a start, then daily', () => {
    expect(probeTime(start, now)).toBe(now + 2 * minute);
    const sent = probeSent(start, 1, now + 2 * minute);
    expect(probeTime(sent, now)).toBe(now + 2 * minute + 24 * hour);
    const back = afterProbe(sent, { forged: false, wrote: true }, now + 3 * minute);
    expect(probeTime(back, now)).toBe(now + 2 * minute + 24 * hour);
  });

  test('a new start sends one, but not within the hour', () => {
    const sent = probeSent(start, 1, now);
    expect(probeTime(sent, now + minute)).toBe(now + hour);
    expect(probeTime(sent, now + 5 * hour)).toBe(now + 5 * hour + 2 * minute);
  });

  test('hourly while the border is in doubt, until it is well', () => {
    const forged = afterProbe(probeSent(start, 1, now), { forged: true, wrote: false }, now + minute);
    expect(probeTime(forged, now)).toBe(now + minute + hour);
    const again = probeSent(forged, 2, now + 2 * hour);
    expect(probeTime(again, now)).toBe(now + 3 * hour);
    const well = probeSent(afterProbe(again, { forged: false, wrote: true }, now + 2 * hour), 3, now + 3 * hour);
    expect(probeTime(well, now)).toBe(now + 27 * hour);
  });

  test('at once when a silence begins or may be over, but not as often as mails come', () => {
    const silent = lived(['sent', 'clean', ...silence]).trust;
    expect(probeTime(silent, 0)).toBe(silent.silent);
    const sent = probeSent(silent, 1, now + hour);
    const back = afterMail(sent, true, now + hour + minute, true);
    expect(probeTime(back, now)).toBe(now + hour + 10 * minute);
  });
});

test.each<[Step[], string | null]>([
  [['with'], null],
  [[...silence], 'silent'],
  [['sent', 'forged'], 'forged'],
  [[...silence, 'sent', 'forged'], 'forged'],
  [['sent', 'forged', 'sent', 'forged'], null],
  [['sent', 'forged', 'sent', 'clean'], 'well'],
  [[...silence, 'sent', 'forged', 'sent', 'clean'], null],
])('8601-4: admins hear of each trouble once, and once that all is well, case %#', (steps, news) => {
  expect(trustNews(lived(steps.slice(0, -1)).trust, lived(steps).trust)).toBe(news);
});
