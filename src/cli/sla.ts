import type { House } from '../app/house.ts';
import { withDirectory } from '../app/journey/5-directory.ts';
import { deskHours } from '../domain/calendar/desk-hours.ts';
import type { TicketNo } from '../domain/ids.ts';
import { tagOf } from '../domain/match/subject-tag.ts';
import { arithmetic } from '../domain/sla/arithmetic.ts';
import { clocksOf } from '../domain/sla/clocks-of.ts';
import { planCalled, planOf, type ServicePlan } from '../domain/sla/plan.ts';
import type { Clock } from '../domain/sla/read-clocks.ts';
import { workflowOf } from '../domain/workflow/of-ticket.ts';
import { type CliCommand, exitCodes, type Invocation } from './command.ts';
import { publicClock } from './public-shapes.ts';
import { numberIn } from './whole-ticket.ts';
import { withHouseToRead } from './with-house.ts';

/** The arithmetic of a ticket's clocks, line by line; by another plan, if asked. */
export const sla: CliCommand = {
  name: 'sla',
  args: '<number>',
  summary: 'shows how the clocks of a ticket were reckoned, line by line (UTC)',
  flags: [['--plan <name>', 'by another service plan of sla.yaml than that of its customer']],
  run: (invocation) => withHouseToRead(invocation, (house) => reckon(invocation, house)),
};

async function reckon(invocation: Invocation, house: House): Promise<number> {
  const { args, terminal, common } = invocation;
  const [named = ''] = args;
  const { prefix } = house.settings().desk;
  const number = numberIn(named, prefix);
  if (number === null) {
    terminal.err(`maildesk sla: ${named}: expected a number such as ${prefix}-1042 or 1042`);
    return exitCodes.usage;
  }
  const found = await reckoned(invocation, house, number);
  if (typeof found === 'string') {
    terminal.err(`maildesk sla: ${found}`);
    return exitCodes.failed;
  }
  const { plan, clocks } = found;
  const ticket = tagOf(prefix, number);
  if (common.json) terminal.out(JSON.stringify({ ticket, plan: plan.name, clocks: clocks.map(publicClock) }, null, 2));
  else {
    terminal.out(`${ticket}, plan ${plan.name}${clocks.length === 0 ? ': none of its clocks has run' : ''}`);
    for (const line of clocks.flatMap((clock) => arithmetic(clock, plan, invocation.clock.now()))) terminal.out(line);
  }
  return exitCodes.done;
}

type Reckoned = { plan: ServicePlan; clocks: readonly Clock[] };

/** @returns why there is nothing to reckon, where that is so */
function reckoned({ clock, options }: Invocation, house: House, number: TicketNo): Promise<Reckoned | string> {
  return house.store.read(async (at) => {
    const settings = await withDirectory(at, house.settings());
    const ticket = await at.ticket(number);
    if (ticket === null) return `there is no ${tagOf(settings.desk.prefix, number)}`;
    const hours = deskHours(settings);
    const other = options['plan'];
    const plan = typeof other === 'string' ? planCalled(other, settings.sla, hours) : planOf(ticket.customer, settings, hours);
    if (plan === null)
      return typeof other === 'string' ? noPlan(other, Object.keys(settings.sla.plans)) : 'its customer has no service plan';
    const scene = { ticket, workflow: await workflowOf(ticket, settings.workflows, at), messages: await at.messages(number) };
    return { plan, clocks: clocksOf(scene, await at.phases(number), settings, hours, clock.now(), plan) };
  });
}

const noPlan = (name: string, known: readonly string[]): string =>
  `there is no plan ${name} in sla.yaml${known.length === 0 ? '' : `; known: ${known.join(', ')}`}`;
