import type { Due, DueFacts } from '../due/due.ts';

/**
 * Marks on clocks that were not told yet: those of one clock that are reached are one thing to do. A missed time that the
 * process tells of by a step of its own is not told twice.
 */
export function markDues({ marks, alarm, done, now, workflow, ticket }: DueFacts): Due[] {
  const minded = workflow.steps.flatMap(({ from, trigger }) =>
    trigger.kind === 'breached' && from.includes(ticket.state) ? [trigger.clock] : [],
  );
  const open = marks.filter(
    ({ key, mark, clock }) => !done.has(key) && !(mark.kind === 'breached' && minded.includes(clock.name)),
  );
  const names = [...new Set(open.map(({ clock }) => clock.name))];
  const dues = names.flatMap((name): Due[] => {
    const ofClock = open.filter(({ clock }) => clock.name === name);
    const [first] = ofClock;
    if (first === undefined) return [];
    const reached = ofClock.filter(({ at }) => at <= now);
    const together = reached.length > 0 ? reached : [first];
    return [
      {
        ...{ kind: 'marks', at: first.at, keys: together.map(({ key }) => key), clock: first.clock },
        marks: together.map(({ mark }) => mark),
      },
    ];
  });
  const key = `alarm ${alarm}`;
  return alarm === null || done.has(key) ? dues : [...dues, { kind: 'alarm', at: alarm, keys: [key] }];
}
