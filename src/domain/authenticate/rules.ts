import { type Saying, say } from '../saying.ts';
import type { Level } from './verdict.ts';

/** What a mail wants to do, by how much harm a forgery would do (RELIABILITY 5.2). */
export type CommandClass = 'C0' | 'C1' | 'C1r' | 'C2' | 'C3' | 'C3a' | 'C3b' | 'C4' | 'C5' | 'C6';

/**
 * One row of the rule table: the level a class needs, and what becomes of a mail that has less. `confirm`: it is held, and
 * the person it names is asked at their registered address.
 */
export type Rule = { class: CommandClass; needs: Level; otherwise: 'confirm' | 'hold' | 'refuse' };

/** The levels that classes need, unless the configuration says otherwise. */
export const rules: readonly Rule[] = [
  { class: 'C0', needs: 'E0', otherwise: 'hold' },
  { class: 'C1', needs: 'E1', otherwise: 'hold' },
  { class: 'C1r', needs: 'E2', otherwise: 'confirm' },
  { class: 'C2', needs: 'E2', otherwise: 'confirm' },
  { class: 'C3', needs: 'E2', otherwise: 'confirm' },
  { class: 'C3a', needs: 'E2', otherwise: 'confirm' },
  { class: 'C3b', needs: 'E2', otherwise: 'hold' },
  { class: 'C4', needs: 'E3', otherwise: 'confirm' },
  { class: 'C5', needs: 'E3', otherwise: 'confirm' },
  { class: 'C6', needs: 'E4', otherwise: 'refuse' },
];

const order: readonly Level[] = ['E0', 'E1', 'E2', 'E3', 'E4'];

/** `said`: for people, what was missing; `rule`: the row and the levels, for the journal, `why` and `explain`. */
export type Permission = { allowed: boolean; otherwise: Rule['otherwise']; rule: string; said: Saying };

/** Whether evidence of this level carries a deed of this class, by which rule. */
export function permits(level: Level, wanted: CommandClass, table: readonly Rule[] = rules): Permission {
  const rule = table.find((row) => row.class === wanted);
  if (rule === undefined) return { allowed: false, otherwise: 'refuse', rule: `${wanted}: no rule`, said: missing.never };
  const { needs, otherwise } = rule;
  const allowed = order.indexOf(level) >= order.indexOf(needs);
  const said = otherwise === 'refuse' ? missing.never : missing[needs];
  return { allowed, otherwise, rule: `${wanted} needs ${needs}, has ${level}: ${allowed ? 'do' : otherwise}`, said };
}

/** What a mail lacked that does not reach a level. */
const missing: Readonly<Record<Level | 'never', Saying>> = {
  E0: say('this is not done by mail'),
  E1: say('it did not come to an address that was made for this ticket'),
  E2: say('nothing proves who sent it'),
  E3: say('it did not come to the reply address that was made for its sender'),
  E4: say('its sender has not confirmed it'),
  never: say('this is not done by mail'),
};
