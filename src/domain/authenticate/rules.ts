import { inEnglish, type Saying, say } from '../saying.ts';
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

/** `said`: the rule in words for a mail; `rule`: the same for the journal. */
export type Permission = { allowed: boolean; otherwise: Rule['otherwise']; rule: string; said: Saying };

/** Whether evidence of this level carries a deed of this class, by which rule. */
export function permits(level: Level, wanted: CommandClass, table: readonly Rule[] = rules): Permission {
  const rule = table.find((row) => row.class === wanted);
  if (rule === undefined) return { allowed: false, otherwise: 'refuse', ...inWords(say`${wanted}: no rule`) };
  const allowed = order.indexOf(level) >= order.indexOf(rule.needs);
  const { otherwise } = rule;
  const verb = allowed ? 'do' : verbs[otherwise];
  return { allowed, otherwise, ...inWords(say`${wanted} needs ${rule.needs}, has ${level}: ${verb}`) };
}

const verbs = { confirm: say('confirm'), hold: say('hold'), refuse: say('refuse') };

const inWords = (said: Saying): Pick<Permission, 'rule' | 'said'> => ({ rule: inEnglish(said), said });
