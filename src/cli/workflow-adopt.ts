import { type AdoptedTicket, adoptProcess } from '../app/adopt-process.ts';
import type { House } from '../app/house.ts';
import { lackSaid } from '../domain/decide/commands/workflow.ts';
import { likely } from '../domain/likely.ts';
import { tagOf } from '../domain/match/subject-tag.ts';
import { inEnglish } from '../domain/saying.ts';
import type { Workflow } from '../domain/workflow/workflow.ts';
import { exitCodes, type Invocation } from './command.ts';
import { numberIn } from './whole-ticket.ts';
import { toRead, withHouse } from './with-house.ts';

/** Lets open tickets follow a process as the files have it now; names those that cannot, and what to do about them. */
export function adoptWorkflow(invocation: Invocation, name: string): Promise<number> {
  const { adapters, common, terminal, options } = invocation;
  if (!adapters.hasDatabase(common.data)) {
    terminal.err(`${common.data}: no desk has run here: start it (maildesk start), or name its data directory with --data`);
    return Promise.resolve(exitCodes.failed);
  }
  const dryRun = options['dryRun'] === true;
  return withHouse(dryRun ? toRead(invocation) : invocation, async (house) => {
    const { workflows, desk } = house.settings();
    const to = Object.hasOwn(workflows, name) ? workflows[name] : undefined;
    if (to === undefined) return refuse(invocation, `no process ${name}${meant(name, Object.keys(workflows))}`);
    const state = typeof options['to'] === 'string' ? options['to'] : null;
    if (state !== null && !Object.hasOwn(to.states, state))
      return refuse(invocation, `${name} has no state ${state}${meant(state, Object.keys(to.states))}`);
    const named = typeof options['ticket'] === 'string' ? options['ticket'] : null;
    const ticket = named === null ? null : numberIn(named, desk.prefix);
    if (named !== null && ticket === null)
      return refuse(invocation, `${named}: expected a number such as ${desk.prefix}-1042 or 1042`);
    if (named === null && state !== null) return refuse(invocation, '--to moves one ticket: name it with --ticket');
    const done = await adoptProcess(house, { to, ticket, state, insists: options['anyway'] === true, dryRun });
    if (named !== null && done.length === 0) return refuse(invocation, `there is no open ticket ${named}`);
    return show(invocation, house, to, done, dryRun);
  });
}

function show(
  { terminal, common }: Invocation,
  house: House,
  to: Workflow,
  done: readonly AdoptedTicket[],
  dryRun: boolean,
): number {
  const { prefix } = house.settings().desk;
  const stays = done.filter(({ adoption }) => adoption.kind === 'lacking');
  const code = stays.length === 0 ? exitCodes.done : exitCodes.failed;
  if (common.json) {
    for (const one of done) terminal.out(JSON.stringify(publicAdoption(one, to, prefix)));
    return code;
  }
  for (const { ticket, adoption } of done) {
    const tag = tagOf(prefix, ticket.number);
    if (adoption.kind === 'same') terminal.out(`${tag} follows ${to.name} as it stands now already`);
    else if (adoption.kind === 'adopts')
      terminal.out(`${tag} ${dryRun ? 'can go on' : 'goes on'} in ${adoption.state}${withdrawn(adoption.withdraws)}`);
    else
      terminal.out(
        [
          `${tag} stays in ${ticket.state}, in the version it began with:`,
          ...reasons({ ticket, adoption }, to).map((line) => `  ${line}`),
          `  ${remedy({ ticket, adoption }, to, tag)}`,
        ].join('\n'),
      );
  }
  const able = done.filter(({ adoption }) => adoption.kind === 'adopts').length;
  const sum = `${to.name}: ${able} of ${done.length === 1 ? '1 open ticket' : `${done.length} open tickets`}`;
  terminal.out(
    done.length === 0
      ? `${to.name}: every open ticket follows it as it stands now`
      : `${sum} ${dryRun ? 'would follow' : done.length === 1 ? 'now follows' : 'now follow'} it as it stands now`,
  );
  return code;
}

const withdrawn = (asks: readonly string[]): string => (asks.length === 0 ? '' : `; withdrawn: ${asks.join(', ')}`);

const reasons = ({ adoption }: AdoptedTicket, to: Workflow): string[] =>
  adoption.kind === 'lacking' ? adoption.lacks.map((lack) => inEnglish(lackSaid(lack, to))) : [];

/** What lets it go on, here and by mail. */
function remedy({ adoption }: AdoptedTicket, { name, states }: Workflow, tag: string): string {
  const lacksState = adoption.kind === 'lacking' && adoption.lacks.some(({ kind }) => kind === 'state');
  const command = `maildesk workflow adopt ${name} --ticket ${tag}`;
  return lacksState
    ? `name the state where it goes on (${Object.keys(states).join(', ')}): ${command} --to STATE, or by mail [workflow ${name} STATE]`
    : `go on without: ${command} --anyway, or by mail [workflow! ${name}]`;
}

const publicAdoption = (one: AdoptedTicket, to: Workflow, prefix: string) => ({
  ...{ ticket: tagOf(prefix, one.ticket.number), workflow: to.name, version: to.version },
  ...{ adopted: one.adoption.kind !== 'lacking', state: one.adoption.kind === 'adopts' ? one.adoption.state : one.ticket.state },
  lacks: reasons(one, to),
});

function meant(typed: string, known: readonly string[]): string {
  const near = likely(typed, known);
  return near === null ? `; known: ${known.join(', ')}` : `, did you mean ${near}?`;
}

function refuse({ terminal }: Invocation, line: string): number {
  terminal.err(`maildesk workflow adopt: ${line}`);
  return exitCodes.failed;
}
