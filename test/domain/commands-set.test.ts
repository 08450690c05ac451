import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readField } from '../../src/domain/decide/values/read-field.ts';
import type { FieldKind } from '../../src/domain/settings.ts';
import { now } from './parts.ts';
import { outcome, tryCommands } from './try-commands.ts';

const fields: Record<string, FieldKind> = {
  serial: { kind: 'text' },
  floor: { kind: 'number' },
  due: { kind: 'date' },
  colour: { kind: 'choice', values: ['red', 'blue', 'dark blue'] },
};
const given = (kept: Record<string, string> = {}) => ({ desk: { fields }, ticket: { fields: kept } });

describe('fields that the configuration declares', () => {
  test.each<[string, Record<string, string>, Record<string, string> | null, string]>([
    ['set serial X-17', {}, { serial: 'X-17' }, 'serial: none → X-17'],
    ['serial=X-17', {}, { serial: 'X-17' }, 'serial: none → X-17'],
    ['Serial="X 17; left"', { floor: '3' }, { floor: '3', serial: 'X 17; left' }, 'serial: none → X 17; left'],
    ['set serial X 17', {}, { serial: 'X 17' }, 'serial: none → X 17'],
    ['fijar serial X-17', {}, { serial: 'X-17' }, 'serial: none → X-17'],
    ['set serial X-17', { serial: 'X-17' }, null, 'already X-17'],
    ['set serial ""', { serial: 'X-17', floor: '3' }, { floor: '3' }, 'serial: X-17 → none'],
    ['floor=3', {}, { floor: '3' }, 'floor: none → 3'],
    ['floor=-1,5', {}, { floor: '-1.5' }, 'floor: none → -1.5'],
    ['floor=007', {}, { floor: '7' }, 'floor: none → 7'],
    ['due=2026-03-06', {}, { due: '2026-03-06' }, 'due: none → 2026-03-06'],
    ['set due fri 17:00', {}, { due: '2026-03-06 17:00' }, 'due: none → 2026-03-06 17:00'],
    ['set due 3 business days', {}, { due: '2026-03-05' }, 'due: none → 2026-03-05'],
    ['colour=RED', {}, { colour: 'red' }, 'colour: none → red'],
    ['colour=b', {}, { colour: 'blue' }, 'colour: none → blue'],
    ['set colour dark blue', {}, { colour: 'dark blue' }, 'colour: none → dark blue'],
    ['colour=none', { colour: 'red' }, {}, 'colour: red → none'],
    ['floor=3; colour=red', {}, { floor: '3', colour: 'red' }, 'floor: none → 3; colour: none → red'],
  ])('%s on %j', (text, kept, set, change) =>
    expect(outcome(text, given(kept))).toEqual([set === null ? {} : { fields: set }, change]),
  );

  test.each([
    ['set serail X-17', 'there is no field “serail”', 10, 'set serial X-17'],
    ['sevrity=high', 'there is no field “sevrity”', 7, 'set severity high'],
    ['set', '`set` needs a field and its value', 3, 'set serial … | set floor … | set due …'],
    ['set floor', '“floor” needs a value', 3, ''],
    ['floor=three', '“three” does not fit “floor”', 11, ''],
    ['due=soon', '“soon” does not fit “due”', 8, 'set due tomorrow | set due +3d'],
    ['colour=bleu', '“bleu” does not fit “colour”', 11, 'set colour blue'],
    ['colour=x', '“x” does not fit “colour”', 8, 'set colour red'],
    ['set severity hgh', '“hgh” is no severity', 16, 'severity high'],
  ])('%s is refused', (text, ...expected) => {
    const [problem, caret, suggestions] = outcome(text, given());
    expect([problem, caret]).toEqual(expected.slice(0, 2));
    expect(suggestions).toContain(expected[2]);
  });

  test('a built-in field goes by the rules of its own command: `set customer` needs what `customer` needs', () => {
    const done = tryCommands('set severity high; serial=X', given());
    expect(done.kind === 'fine' && done.performed.map(({ command }) => command.name)).toEqual(['severity', 'set']);
    expect(tryCommands('set customer globex', given(), 'E2').kind).not.toBe('fine');
    expect(tryCommands('customer=globex', given(), 'E3').kind).toBe('fine');
  });

  test('free text does not stand in the journal, other values do', () => {
    const done = tryCommands('serial=X; floor=3', given());
    expect(done.kind === 'fine' && done.performed.map(({ deed }) => deed.data)).toEqual([
      { field: 'serial' },
      { field: 'floor', from: null, to: '3' },
    ]);
  });

  test('what is kept is read again as itself, and no text throws', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'0123.,-+ redblufi:') }));
    fc.assert(
      fc.property(text, fc.constantFrom(...Object.values(fields)), (one, kind) => {
        const read = readField(one, kind, { now, zone: 'Europe/Madrid' });
        if (read.kind === 'wrong' || read.value === null) return;
        expect(readField(read.value, kind, { now, zone: 'Europe/Madrid' })).toEqual(read);
      }),
      { numRuns: 1000 },
    );
  });
});
