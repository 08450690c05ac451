import { expect, test } from 'vitest';
import { permits, rules } from '../../src/domain/authenticate/rules.ts';

/** RELIABILITY 5.2. */
const needed = { C0: 'E0', C1: 'E1', C1r: 'E2', C2: 'E2', C3: 'E2', C3a: 'E2', C3b: 'E2', C4: 'E3', C5: 'E3', C6: 'E4' } as const;
const levels = ['E0', 'E1', 'E2', 'E3', 'E4'] as const;

test.each(Object.entries(needed))('class %s needs %s and no less', (wanted, level) => {
  for (const has of levels) {
    const { allowed, rule } = permits(has, wanted as keyof typeof needed);
    expect(allowed).toBe(levels.indexOf(has) >= levels.indexOf(level));
    expect(rule).toContain(`${wanted} needs ${level}, has ${has}`);
  }
});

test('each class has one rule, and configuration is refused, never held', () => {
  expect(rules.map((rule) => rule.class).toSorted()).toEqual(Object.keys(needed).toSorted());
  expect(rules.find((rule) => rule.class === 'C6')?.otherwise).toBe('refuse');
});

test('an admin’s own table decides, class by class', () => {
  const own = rules.map((rule) => (rule.class === 'C4' ? { ...rule, needs: 'E2' as const, otherwise: 'hold' as const } : rule));
  expect(permits('E2', 'C4', own)).toMatchObject({ allowed: true });
  expect(permits('E1', 'C4', own)).toMatchObject({ allowed: false, otherwise: 'hold', rule: 'C4 needs E2, has E1: hold' });
  expect(permits('E2', 'C5', own)).toMatchObject({ allowed: false, otherwise: 'confirm' });
});
