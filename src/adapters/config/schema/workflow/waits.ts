import { word } from '../words.ts';

const aWait = 'a wait such as 4h, 30d or 3bd (working days; bh: working hours)';
export const waitPattern = /^\d+(\.\d+)?(bd|bh|d|h|m)$/;

/** Kept as written: what a working day is, the calendar of a ticket says. */
export const span = word(aWait, (text) => (waitPattern.test(text) ? text : null), ['3bd', '4bh', '30d']);

/** A wait, or the name of a field that holds one or a date: `3bd`, `monitoring_days`, `quote.valid`. */
export const spanOrField = word(
  `${aWait}, or the name of a field`,
  (text) => (waitPattern.test(text) || /^[\p{L}][\p{L}\p{N}_-]*(\.[\p{L}\p{N}_-]+)?$/u.test(text) ? text : null),
  ['3bd', 'monitoring_days', 'quote.valid'],
);
