import type { Ask } from '../ask/ask.ts';
import { withdrawAsks } from '../ask/open-ask.ts';
import type { Effect } from '../effect.ts';
import type { Ticket, TicketChange } from '../ticket.ts';
import { openAsks } from './records.ts';
import { isApart, planOf } from './state-plan.ts';
import { withdrawnAt } from './withdrawn.ts';
import type { Workflow } from './workflow.ts';

/** A ticket that is to follow another process, or another version of its own. */
export type Adopting = {
  ticket: Pick<Ticket, 'state' | 'trail' | 'fields' | 'workflow' | 'workflowVersion'>;
  asks: readonly Ask[];
  /** What it follows now, and what it is to follow. */
  from: Workflow;
  to: Workflow;
  /** Fields that the configuration declares for every ticket. */
  declared: readonly string[];
  /** Where it goes on; null: in the state it is in. */
  state: string | null;
  /** Questions that lead nowhere there are withdrawn, and values that nobody declares there stay as they are. */
  insists: boolean;
};

/** What a ticket stands on and the other process does not have. */
export type Lack =
  | { kind: 'state'; state: string }
  | { kind: 'ask'; ask: string; state: string }
  | { kind: 'field'; field: string };

export type Adoption =
  | { kind: 'same' }
  | { kind: 'lacking'; lacks: readonly [Lack, ...Lack[]] }
  | {
      kind: 'adopts';
      set: TicketChange;
      state: string;
      /** Names of the questions that nobody waits for any more. */
      withdraws: readonly string[];
      effects: readonly Effect[];
      back: readonly Effect[];
    };

/**
 * Decides whether a ticket can go on in another process. Nothing fires and nobody is told: it stands where it stood, or in the
 * state that somebody named for it.
 */
export function adopt({ ticket, asks, from, to, declared, state: wanted, insists }: Adopting): Adoption {
  const isSame = ticket.workflow === to.name && ticket.workflowVersion === to.version;
  if (isSame && (wanted === null || wanted === ticket.state)) return { kind: 'same' };
  const state = wanted ?? ticket.state;
  const stands = wanted ?? (ticket.state === 'paused' ? (ticket.trail.at(-1) ?? null) : ticket.state);
  const open = openAsks({ asks });
  const withdraws = stands === null ? [] : withdrawnAt(to, stands, open);
  const [first, ...rest] = [
    ...(stands === null || isApart(stands) || Object.hasOwn(to.states, stands)
      ? []
      : [{ kind: 'state', state: stands } as const]),
    ...(wanted !== null || insists || stands === null
      ? []
      : withdraws.map((ask) => ({ kind: 'ask', ask, state: stands }) as const)),
    ...(insists ? [] : fieldsGone(ticket, from, to, declared).map((field) => ({ kind: 'field', field }) as const)),
  ];
  if (first !== undefined) return { kind: 'lacking', lacks: [first, ...rest] };
  const set = changeOf(ticket, to, state);
  return {
    ...{ kind: 'adopts', set, state, withdraws },
    effects: withdrawAsks(withdraws, asks),
    back: asks
      .filter(({ ask, state: is }) => is === 'open' && withdraws.includes(ask))
      .map(({ id }) => ({ act: 'reopen-ask', ask: id })),
  };
}

/** Values of the ticket that its process knows by name, and the other one does not. */
const fieldsGone = ({ fields }: Adopting['ticket'], from: Workflow, to: Workflow, declared: readonly string[]): string[] =>
  Object.keys(fields).filter(
    (name) => Object.hasOwn(from.fields, name) && !Object.hasOwn(to.fields, name) && !declared.includes(name),
  );

function changeOf({ state: was, trail }: Adopting['ticket'], to: Workflow, state: string): TicketChange {
  const plan = planOf(to, state);
  return {
    ...{ workflow: to.name, workflowVersion: to.version },
    trail: trail.filter((one) => Object.hasOwn(to.states, one) && one !== state),
    stage: plan.stage,
    ...(state === was ? {} : { state, waitsFor: plan.waitsFor, pausedUntil: null }),
  };
}

/** Commands that a process has from a state, for whoever may: what comes and goes with another one. */
export const commandsFrom = ({ steps }: Workflow, state: string): string[] => [
  ...new Set(steps.flatMap(({ trigger, from }) => (trigger.kind === 'command' && from.includes(state) ? [trigger.command] : []))),
];
