import { expect } from 'vitest';
import { begin } from '../../../src/domain/workflow/begin.ts';
import { fire, settle } from '../../../src/domain/workflow/fire.ts';
import type { Moved, NotMoved } from '../../../src/domain/workflow/moved.ts';
import type { Standing } from '../../../src/domain/workflow/standing.ts';
import type { AnswerWord, Audience, EventName, Step, Trigger, Workflow } from '../../../src/domain/workflow/workflow.ts';

/** Every step that was taken, and every state where the ticket stood. */
export type Played = { steps: readonly Step[]; states: readonly string[] };

/**
 * Plays one ticket through a process by its rules alone, and holds each line to them: `clear → scoping, tells requester clear`,
 * `start ✗ lacking`, `by lead: bag → development`; `name=value` says what is on record from there on.
 */
export function playStory(workflow: Workflow, lines: readonly string[]): Played {
  const facts = new Map<string, string | null>();
  const steps: Step[] = [];
  const states: string[] = [];
  let at: Standing = { state: '', trail: [], waitsFor: 'staff', open: [] };
  for (const line of lines) {
    if (isRecord(line)) {
      for (const [, name = '', value = ''] of line.matchAll(/(\S+)=(\S+)/g)) facts.set(name, value);
      continue;
    }
    const { deed, by, leads, tells, refused } = readLine(line);
    const came = happens(workflow, deed, by, at, facts);
    if (refused !== null) {
      expect(came?.kind, line).toBe(refused);
      continue;
    }
    if (came?.kind !== 'moved') throw new Error(`${line}: ${JSON.stringify(came)}`);
    expect(came.state, line).toBe(leads);
    if (tells !== null)
      expect(
        came.tells.map(({ to, text }) => `${nameOf(workflow, to)} ${text}`),
        line,
      ).toContain(tells);
    steps.push(...came.steps);
    states.push(came.state);
    record(came, facts);
    const answered = /^(?:silent|expired) |: /.test(deed) ? [deed.replace(/^(silent|expired) /, '').split(':')[0] ?? ''] : [];
    const settled = deed.startsWith('silent') ? [] : answered;
    at = { ...came, open: [...at.open.filter((ask) => ![...settled, ...came.withdraws].includes(ask)), ...came.asks] };
  }
  return { steps, states };
}

const isRecord = (line: string): boolean => /^\S+=\S+( \S+=\S+)*$/.test(line);

/** What a line says: who does what, and what comes of it. */
function readLine(line: string) {
  const [, by = '', deed = '', , leads = '', tells, refused] =
    /^(?:by (\S+): )?(.+?) (→ ([^,]+)(?:, tells (.+))?|✗ (\S+))$/.exec(line) ?? [];
  if (deed === '') throw new Error(`not understood: ${line}`);
  return { deed, by, leads, tells: tells ?? null, refused: refused ?? null };
}

function happens(
  workflow: Workflow,
  deed: string,
  by: string,
  at: Standing,
  facts: ReadonlyMap<string, string | null>,
): Moved | NotMoved | null {
  const look = (fact: string) => facts.get(fact) ?? null;
  if (deed === 'begins') return begin(workflow, look);
  if (deed === 'settles') return settle(workflow, at, look);
  const who = by === '' ? everybody : { roles: [by], level: /^L\d$/.test(by) ? by : null, sides: ['staff'] };
  return fire(workflow, at, triggerOf(deed), who, look, (step) => valuesFor(step, facts));
}

const everybody = {
  roles: ['associate', 'lead', 'engineer', 'manager', 'sales', 'L1', 'L2', 'L3'],
  level: null,
  sides: ['staff', 'provider', 'approver', 'validator'],
};

/** Whatever a step wants to know comes with it: what the story says, else anything. */
const valuesFor = ({ collects }: Step, facts: ReadonlyMap<string, string | null>): Record<string, string> =>
  Object.fromEntries(collects.filter(({ optional }) => !optional).map(({ field }) => [field, facts.get(field) ?? 'x']));

function triggerOf(deed: string): Trigger {
  const [, ask, answer] = /^([\w-]+): (\w+)$/.exec(deed) ?? [];
  if (ask !== undefined) return { kind: 'answer', ask, answer: answer as AnswerWord };
  const [first = '', second = ''] = deed.split(' ');
  const known: Readonly<Record<string, Trigger>> = {
    silent: { kind: 'silent', ask: second },
    expired: { kind: 'expired', ask: second },
    reply: { kind: 'reply', of: second as Audience },
    after: { kind: 'after', wait: second },
    quiet: { kind: 'quiet', wait: second },
    event: { kind: 'event', event: second as EventName },
    breached: { kind: 'breached', clock: second },
    used: { kind: 'used', percent: Number.parseInt(second, 10) },
  };
  return known[first] ?? { kind: 'command', command: first, word: second === '' ? null : second };
}

/** As the process calls a side itself. */
const nameOf = ({ parties }: Workflow, side: Audience): string =>
  Object.entries(parties).find(([, stands]) => stands === side)?.[0] ?? side;

function record({ sets, asks }: Moved, facts: Map<string, string | null>): void {
  for (const [field, value] of Object.entries(sets)) facts.set(field, value);
  for (const ask of asks) facts.set(`rounds.${ask}`, String(Number(facts.get(`rounds.${ask}`) ?? 0) + 1));
}
