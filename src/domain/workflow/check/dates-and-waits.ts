import type { Check } from './context.ts';
import { datedRecords } from './fact-names.ts';
import type { Finding } from './finding.ts';
import { noSuch } from './no-such.ts';
import { error, stepsOf } from './places.ts';

/** Finds times that are taken from fields that hold none. */
export const datesAndWaits: Check = ({ fields, asks, ...workflow }, context) => {
  const all = { ...context.fields, ...fields };
  const timed = Object.keys(all).filter((name) => ['date', 'duration', 'number'].includes(all[name]?.kind ?? ''));
  const judge = (name: string, path: Finding['path'], known: readonly string[]): Finding[] =>
    isSpan(name) || known.includes(name) ? [] : [error(path, told(name, Object.keys(all), known))];
  return [
    ...Object.entries(asks).flatMap(([name, { expires }]) =>
      expires === null ? [] : judge(expires, ['asks', name, 'expires'], [...timed, ...datedRecords]),
    ),
    ...stepsOf({ fields, asks, ...workflow }).flatMap(({ step: { trigger }, path }) =>
      trigger.kind === 'after' ? judge(trigger.wait, [...path, 'after'], timed) : [],
    ),
  ];
};

const isSpan = (wait: string): boolean => /^\d/.test(wait);

const told = (name: string, all: readonly string[], known: readonly string[]): string =>
  all.includes(name)
    ? `${name} holds no time; declare it under fields as date or duration`
    : noSuch('field with a time', name, known);
