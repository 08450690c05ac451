import fc from 'fast-check';
import { expect, test } from 'vitest';
import { begin } from '../../../../src/domain/workflow/begin.ts';
import { checkWorkflow } from '../../../../src/domain/workflow/check/check-workflow.ts';
import { fire } from '../../../../src/domain/workflow/fire.ts';
import type { Look } from '../../../../src/domain/workflow/guard.ts';
import type { Moved } from '../../../../src/domain/workflow/moved.ts';
import type { AskPlan, Step, Trigger, Workflow } from '../../../../src/domain/workflow/workflow.ts';
import { command, entry, process, step, to } from '../build.ts';

const names = ['one', 'two', 'three', 'four'];
const answer = (word: 'approve' | 'decline'): Trigger => ({ kind: 'answer', ask: 'offer', answer: word });
const aTrigger = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('go', 'stop', 'go on', 'turn').map(command) },
  { weight: 3, arbitrary: fc.constantFrom(answer('approve'), answer('decline')) },
  fc.constantFrom<Trigger>(
    { kind: 'enter' },
    { kind: 'silent', ask: 'offer' },
    { kind: 'expired', ask: 'offer' },
    { kind: 'after', wait: '3bd' },
    { kind: 'quiet', wait: '1d' },
    { kind: 'reply', of: 'customer' },
  ),
);
const aGuard = fc.constantFrom<Step['needs']>(
  {},
  {},
  { size: { kind: 'is', oneOf: ['small'] } },
  { size: { kind: 'is', oneOf: ['big'] } },
  { size: { kind: 'absent' } },
  { count: { kind: 'at-most', number: 2 } },
  { sender: { kind: 'not', oneOf: ['known'] } },
);
const aStep: fc.Arbitrary<Step> = fc
  .record({
    trigger: aTrigger,
    from: fc.uniqueArray(fc.constantFrom(...names), { minLength: 1 }),
    where: fc.constantFrom(...names, ...names, 'closed', 'closed', 'same', 'back'),
    needs: aGuard,
    sets: fc.constantFrom<Step['sets']>({}, {}, { count: { add: 1 } }, { size: 'small' }, { size: null }),
    asks: fc.constantFrom<readonly string[]>([], [], ['offer']),
  })
  .map(({ where, ...rest }) => step({ ...rest, to: to(where) }));
const offer: AskPlan = {
  ...{ of: ['approver'], answers: ['approve', 'decline'], need: 'one', about: null },
  ...{ remind: ['3bd'], expires: null },
};
const aFlow: fc.Arbitrary<Workflow> = fc
  .record({
    steps: fc.array(aStep, { maxLength: 14 }),
    first: fc.constantFrom(...names),
    states: fc.subarray(names, { minLength: 1 }),
  })
  .map(({ steps, first, states }) =>
    process(Object.fromEntries(states.map((name, at) => [name, at % 2 === 0 ? 'staff' : 'customer'])), steps, {
      fields: { size: { kind: 'choice', values: ['small', 'big'] }, count: { kind: 'number' } },
      asks: { offer },
      entries: [entry(first)],
    }),
  );

const errorsOf = (flow: Workflow) => checkWorkflow(flow, { fields: {} }).filter(({ weight }) => weight === 'error');

test('whatever a process is, it is checked without a crash, and every finding has a place in it', () => {
  const isPlaced = fc.property(aFlow, (flow) => {
    for (const { path, message } of checkWorkflow(flow, { fields: {} })) {
      expect(path.length).toBeGreaterThan(0);
      expect(message).toMatch(/\S/);
    }
  });
  fc.assert(isPlaced, { numRuns: 1500 });
});

/** Processes in which nothing is wrong are rare among random ones: this fills in what those lack that the checks ask for. */
const aRightFlow = aFlow.map(mended).filter((flow) => errorsOf(flow).length === 0);

test('a process without an error never comes to a state that nothing leads out of, whatever happens', () => {
  const goesOn = fc.property(
    aRightFlow,
    fc.array(fc.nat(), { maxLength: 25 }),
    fc.constantFrom('small', 'big'),
    (flow, rolls, size) => {
      const values: Record<string, string | null> = { size, sender: 'unknown' };
      const look: Look = (fact) => values[fact] ?? null;
      let at: Moved = begin(flow, look);
      let open = new Set<string>(at.asks);
      for (const roll of rolls) {
        if (at.state === 'closed') return;
        const here = flow.steps.filter(({ from }) => from.includes(at.state));
        expect(here.some((one) => one.to.kind === 'back' || (one.to.kind === 'state' && one.to.state !== at.state))).toBe(true);
        const taken = here[roll % here.length];
        if (taken === undefined || ('ask' in taken.trigger && !open.has(taken.trigger.ask))) continue;
        const standing = { state: at.state, trail: at.trail, waitsFor: at.waitsFor, open: [...open] };
        const moved = fire(flow, standing, taken.trigger, { roles: ['associate'], level: null, sides: ['customer'] }, look);
        if (moved.kind !== 'moved') continue;
        expect([...Object.keys(flow.states), 'closed']).toContain(moved.state);
        Object.assign(values, moved.sets);
        open = new Set([...[...open].filter((ask) => !moved.withdraws.includes(ask)), ...moved.asks]);
        at = moved;
      }
    },
  );
  fc.assert(goesOn, { numRuns: 400 });
});

/** Leaves out what names nothing, and gives every state a way to the end and a reminder. */
function mended(flow: Workflow): Workflow {
  const states = Object.keys(flow.states);
  const ways = states.flatMap((name, at) => [
    step({ trigger: command('finish'), from: [name], to: to(states[at + 1] ?? 'closed') }),
    step({ trigger: { kind: 'quiet', wait: '9bd' }, from: [name] }),
  ]);
  const isRight = ({ from, to: target, asks, trigger }: Step) =>
    from.every((name) => states.includes(name)) &&
    (target.kind !== 'state' || target.state === 'closed' || states.includes(target.state)) &&
    asks.length === 0 &&
    !('ask' in trigger);
  return { ...flow, entries: [entry(states[0] ?? '')], steps: [...flow.steps.filter(isRight), ...ways], asks: {} };
}
