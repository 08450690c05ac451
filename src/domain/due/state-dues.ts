import { addWait, parseWait, type Wait } from '../calendar/wait.ts';
import type { Due, DueFacts } from './due.ts';
import { sinceWhen, stayOf } from './phase.ts';

/** What time in a state, or without a word of ours, will bring about: each wait once a stay, or once a silence. */
export function stateDues(facts: DueFacts): Due[] {
  const here = facts.workflow.steps.filter(({ from }) => from.includes(facts.ticket.state)).map(({ trigger }) => trigger);
  const waits = (kind: 'after' | 'quiet'): string[] => [
    ...new Set(here.flatMap((trigger) => (trigger.kind === kind ? [trigger.wait] : []))),
  ];
  const since = stayOf(facts.phases);
  const silence = quietSince(facts);
  return [
    ...waits('after').flatMap((wait) => due(facts, 'after', wait, since.since, since.held)),
    ...breaches(facts),
    ...(silence === null ? [] : waits('quiet').flatMap((wait) => due(facts, 'quiet', wait, silence, 0))),
  ];
}

function due({ calendar, done, ticket }: DueFacts, kind: 'after' | 'quiet', wait: string, since: number, held: number): Due[] {
  const key = `${kind} ${wait} ${since}`;
  const length = parseWait(wait) ?? waitIn(ticket.fields[wait]);
  return length === null || done.has(key) ? [] : [{ kind, wait, keys: [key], at: addWait(length, since, calendar) + held }];
}

/** Clocks that run out while the ticket stands where its process minds; each once. */
function breaches({ workflow, ticket, clocks, done }: DueFacts): Due[] {
  const minded = workflow.steps.filter(({ from }) => from.includes(ticket.state)).map(({ trigger }) => trigger);
  return clocks.flatMap(({ name, state, due: at }): Due[] => {
    const key = `breached ${name}`;
    const isMinded = minded.some((trigger) => trigger.kind === 'breached' && trigger.clock === name);
    if (!isMinded || at === null || done.has(key) || (state !== 'running' && state !== 'breached')) return [];
    return [{ kind: 'breached', clock: name, keys: [key], at }];
  });
}

/** Since when nobody of us has stirred though it is our turn; null while it is the customer's. */
function quietSince({ ticket: { state, waitsFor }, phases, lastByUs }: DueFacts): number | null {
  if (waitsFor === 'customer') return null;
  return Math.max(
    lastByUs,
    sinceWhen(phases, (phase) => phase.state === state),
    sinceWhen(phases, (phase) => phase.waitsFor !== 'customer'),
  );
}

/** Of a field: a wait as it is written, or a number of days. */
function waitIn(value: string | undefined): Wait | null {
  if (value === undefined) return null;
  return parseWait(/^\d+(\.\d+)?$/.test(value.trim()) ? `${value.trim()}d` : value);
}
