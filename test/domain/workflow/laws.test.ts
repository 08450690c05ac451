import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fire, fires } from '../../../src/domain/workflow/fire.ts';
import type { Standing } from '../../../src/domain/workflow/standing.ts';
import { trailAfter } from '../../../src/domain/workflow/trail.ts';
import type { Who } from '../../../src/domain/workflow/who.ts';
import type { Step, Trigger } from '../../../src/domain/workflow/workflow.ts';
import { command, process, step, to } from './build.ts';

const names = ['one', 'two', 'three', 'four'];
const verbs = ['go', 'ask', 'stop', 'return'];
const somewhere = fc.constantFrom(...names, 'closed', 'same', 'back');
const yes: Trigger = { kind: 'answer', ask: 'offer', answer: 'approve' };
const anyone: Who = { roles: ['associate'], level: null, sides: ['staff'] };

const aTrigger: fc.Arbitrary<Trigger> = fc.oneof(
  fc.constantFrom(...verbs).map(command),
  fc.constant(yes),
  fc.constant<Trigger>({ kind: 'enter' }),
);
const aStep: fc.Arbitrary<Step> = fc
  .record({
    trigger: aTrigger,
    from: fc.uniqueArray(fc.constantFrom(...names), { minLength: 1 }),
    where: somewhere,
    by: fc.constantFrom<readonly string[]>([], ['lead'], ['associate']),
    sets: fc.constantFrom<Step['sets']>({}, { count: { add: 1 } }, { mood: 'good' }, { mood: null }),
    needs: fc.constantFrom<Step['needs']>({}, { mood: { kind: 'present' } }, { count: { kind: 'at-most', number: 3 } }),
  })
  .map(({ where, ...rest }) => step({ ...rest, to: to(where) }));
const aFlow = fc
  .array(aStep, { maxLength: 12 })
  .map((steps) => process({ one: 'staff', two: 'customer', three: 'lead', four: 'customer' }, steps));
const aWalk = fc.array(fc.oneof(fc.constantFrom(...verbs).map(command), fc.constant(yes)), { maxLength: 25 });

/** Every place that a walk comes through, its beginning among them. */
function placesOf(flow: ReturnType<typeof process>, triggers: readonly Trigger[]): Standing[] {
  const places: Standing[] = [{ state: 'one', trail: [], waitsFor: 'staff', open: [] }];
  const values: Record<string, string | null> = {};
  for (const trigger of triggers) {
    const at = places.at(-1) as Standing;
    const moved = fire(flow, at, trigger, anyone, (fact) => values[fact] ?? null);
    if (moved.kind !== 'moved') continue;
    Object.assign(values, moved.sets);
    places.push({ ...at, state: moved.state, trail: moved.trail, waitsFor: moved.waitsFor });
  }
  return places;
}

describe('laws of a walk through any process', () => {
  it('it never leaves the declared states, and its trail never holds a state twice, nor where it stands', () => {
    const holds = fc.property(aFlow, aWalk, (flow, triggers) => {
      for (const { state, trail } of placesOf(flow, triggers)) {
        expect([...names, 'closed']).toContain(state);
        expect(new Set([...trail, state]).size).toBe(trail.length + 1);
        for (const before of trail) expect([...names, 'closed']).toContain(before);
      }
    });
    fc.assert(holds, { numRuns: 500 });
  });

  it('a step back after any step to another state returns to where it came from', () => {
    const returns = fc.property(fc.array(fc.constantFrom(...names, 'closed'), { maxLength: 20 }), (states) => {
      const { trail, state } = states.reduce((was, next) => ({ state: next, trail: trailAfter(was.trail, was.state, next) }), {
        state: 'one',
        trail: [] as readonly string[],
      });
      if (state === 'closed') return;
      for (const next of names.filter((name) => name !== state)) expect(trailAfter(trail, state, next).at(-1)).toBe(state);
    });
    fc.assert(returns);
  });

  it('firing the same at the same place comes to the same, at most twenty steps of it', () => {
    const same = fc.property(aFlow, aWalk, fc.constantFrom(...verbs).map(command), (flow, triggers, trigger) => {
      const at = placesOf(flow, triggers).at(-1) as Standing;
      const once = fire(flow, at, trigger, anyone, () => null);
      expect(fire(flow, at, trigger, anyone, () => null)).toEqual(once);
      if (once.kind === 'moved') expect(once.steps.length).toBeLessThanOrEqual(20);
    });
    fc.assert(same);
  });

  it('what is refused says truly where it is possible', () => {
    const truly = fc.property(
      aFlow,
      fc.constantFrom(...names),
      fc.constantFrom(...verbs).map(command),
      (flow, state, trigger) => {
        const place = (where: string): Standing => ({ state: where, trail: [], waitsFor: 'staff', open: [] });
        const refused = fire(flow, place(state), trigger, anyone, () => null);
        if (refused.kind !== 'not-here') return;
        for (const other of names) {
          const there = fire(flow, place(other), trigger, anyone, () => null).kind;
          expect(there !== 'not-here').toBe(refused.from.includes(other));
          expect(flow.steps.some((one) => fires(one.trigger, trigger) && one.from.includes(other))).toBe(there !== 'not-here');
        }
      },
    );
    fc.assert(truly);
  });
});
