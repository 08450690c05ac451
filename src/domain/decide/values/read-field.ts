import { type Saying, say } from '../../saying.ts';
import type { FieldKind } from '../../settings.ts';
import { type Here, printWhen, readWhen } from '../grammar/when.ts';
import { readValue } from './read-value.ts';

/** `null` empties the field. */
export type FieldValue = { kind: 'right'; value: string | null } | { kind: 'wrong'; expected: Saying; near: readonly string[] };

/** Reads what was typed as the kind of value that the field holds, in the form in which it is kept. */
export function readField(text: string, kind: FieldKind, here: Here): FieldValue {
  const said = text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
  if (said === '') return { kind: 'right', value: null };
  if (kind.kind === 'choice') return readChoice(said, kind.values);
  if (kind.kind === 'date') return readDate(said, here);
  if (kind.kind === 'number') return readNumber(said);
  return said.length <= 1000 ? { kind: 'right', value: said } : { kind: 'wrong', expected: say('up to 1000 letters'), near: [] };
}

function readChoice(said: string, values: readonly string[]): FieldValue {
  const read = readValue(said, values);
  if (read.kind === 'one') return { kind: 'right', value: read.value };
  if (read.kind === 'none') return { kind: 'right', value: null };
  return { kind: 'wrong', expected: say`one of ${values.join(', ')}`, near: read.near.length > 0 ? read.near : values };
}

function readDate(said: string, here: Here): FieldValue {
  const when = readWhen(said, here);
  if (when !== null) return { kind: 'right', value: printWhen(when, here.zone) };
  return { kind: 'wrong', expected: say('a date such as 2026-03-06, fri, +3d or 3 business days'), near: ['tomorrow', '+3d'] };
}

/** As it was typed, but for the sign before and zeros in front: `1,5` and `1.5` are one number. */
function readNumber(said: string): FieldValue {
  const [, sign = '', whole = '', rest = ''] = /^([+-]?)(\d{1,15})(?:[.,](\d{1,15}))?$/.exec(said) ?? [];
  if (whole === '') return { kind: 'wrong', expected: say('a number such as 3 or 1.5'), near: [] };
  const value = `${whole.replace(/^0+(?=\d)/, '')}${rest === '' ? '' : `.${rest}`}`;
  return { kind: 'right', value: sign === '-' ? `-${value}` : value };
}
