import type { House } from '../app/house.ts';
import { withDirectory } from '../app/journey/5-directory.ts';
import { deskHours } from '../domain/calendar/desk-hours.ts';
import type { TicketNo } from '../domain/ids.ts';
import { tagOf } from '../domain/match/subject-tag.ts';
import { inEnglish } from '../domain/saying.ts';
import { reckon as clocksIn, type Reckoning } from '../domain/sla/reckon.ts';
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
  const other = typeof invocation.options['plan'] === 'string' ? invocation.options['plan'] : null;
  const found = await reckoned(invocation, house, number, other);
  if (typeof found === 'string') {
    terminal.err(`maildesk sla: ${found}`);
    return exitCodes.failed;
  }
  const { plan, clocks } = found;
  const ticket = tagOf(prefix, number);
  if (common.json) terminal.out(JSON.stringify({ ticket, plan, clocks: clocks.map(({ clock }) => publicClock(clock)) }, null, 2));
  else {
    terminal.out(`${ticket}, plan ${plan}${clocks.length === 0 ? ': none of its clocks has run' : ''}`);
    for (const { promise, lines } of clocks)
      for (const line of [inEnglish(promise), ...lines.map((one) => `  ${inEnglish(one)}`)]) terminal.out(line);
  }
  return exitCodes.done;
}

/** @returns why there is nothing to reckon, where that is so */
function reckoned({ clock }: Invocation, house: House, number: TicketNo, other: string | null) {
  return house.store.read(async (at): Promise<string | Extract<Reckoning, { kind: 'reckoned' }>> => {
    const settings = await withDirectory(at, house.settings());
    const ticket = await at.ticket(number);
    if (ticket === null) return `there is no ${tagOf(settings.desk.prefix, number)}`;
    const scene = {
      ticket,
      workflow: await workflowOf(ticket, settings.workflows, at),
      messages: await at.messages(number),
      journal: await at.journal(number),
    };
    const phases = await at.phases(number);
    const found = clocksIn({ scene, phases, settings, hours: deskHours(settings) }, other, clock.now(), shown);
    return found.kind === 'no-plan' ? inEnglish(found.problem) : found;
  });
}

const shown = (at: number): string => new Date(at).toISOString().slice(0, 16).replace('T', ' ');
