import { tagOf } from '../domain/match/subject-tag.ts';
import { stateIn } from '../domain/workflow/process-words.ts';
import { type CliCommand, exitCodes, type Terminal } from './command.ts';
import { publicWholeTicket, type WholeTicket } from './public-shapes.ts';
import { minute, paint } from './table.ts';
import { valuesOf } from './values-of.ts';
import { numberIn, wholeTicket } from './whole-ticket.ts';
import { withHouseToRead } from './with-house.ts';

/** Shows one ticket whole, with its journal. */
export const ticket: CliCommand = {
  name: 'ticket',
  args: '<number>',
  summary: 'shows one ticket whole with its journal',
  flags: [],
  run: (invocation) =>
    withHouseToRead(invocation, async (house) => {
      const {
        args: [named = ''],
        terminal,
        common,
      } = invocation;
      const { prefix } = house.settings().desk;
      const number = numberIn(named, prefix);
      if (number === null) {
        terminal.err(`maildesk ticket: ${named}: expected a number such as ${prefix}-1042 or 1042`);
        return exitCodes.usage;
      }
      const whole = await house.store.read((at) => wholeTicket(at, number, house.settings(), invocation.clock.now()));
      if (whole === null) {
        terminal.err(`maildesk ticket: there is no ${prefix}-${number}`);
        return exitCodes.failed;
      }
      terminal.out(
        common.json
          ? JSON.stringify(publicWholeTicket(whole, prefix, invocation.clock.now()), null, 2)
          : humanly(whole, prefix, terminal, house.words().labelOf(stateIn(whole.ticket), 'en')),
      );
      return exitCodes.done;
    }),
};

function humanly(
  { ticket: found, participants, messages, journal, kin }: WholeTicket,
  prefix: string,
  terminal: Terminal,
  state: string,
): string {
  const { bold, dim } = paint(terminal);
  const people = participants.map(({ name, address, role }) => `${name} <${address}> (${role})`.trim()).join(', ');
  return [
    bold(`${tagOf(prefix, found.number)}  ${found.subject}`),
    `  ${state}, waits for ${found.waitsFor}; assignee ${found.assignee ?? 'nobody'}; customer ${found.customer ?? 'unknown'}`,
    `  ${people}`,
    ...relations(found, kin, prefix).map((line) => `  ${line}`),
    ...messages.map(({ at, direction, status, from, visibleText, attachments }) =>
      [
        '',
        bold(
          `${minute(at)}  ${from.name || from.address}  ${ways[direction]}${status === 'held' ? ', HELD: nothing of it was applied' : ''}`,
        ),
        indented(visibleText || '(no text)'),
        ...attachments.map(({ filename, size }) => `  [${filename}, ${size} bytes]`),
      ].join('\n'),
    ),
    '',
    dim('Journal (UTC)'),
    ...journal.map(({ at, actor, event, data }) => dim(`  ${minute(at)}  ${actor}  ${event}  ${valuesOf(data)}`.trimEnd())),
  ].join('\n');
}

/** What the other tickets are to it. */
function relations({ mergedInto, master, deleted }: WholeTicket['ticket'], kin: WholeTicket['kin'], prefix: string): string[] {
  const tags = (numbers: typeof kin.links): string => numbers.map((number) => tagOf(prefix, number)).join(', ');
  const lines: readonly (readonly [string, typeof kin.links])[] = [
    ['lives on in', mergedInto === undefined ? [] : [mergedInto]],
    ['hangs on', master === undefined ? [] : [master]],
    ['living on in it:', kin.merged],
    ['hanging on it:', kin.hanging],
    ['linked with', kin.links],
  ];
  return [
    ...(deleted === null ? [] : [`DELETED ${minute(deleted)} UTC`]),
    ...lines.filter(([, numbers]) => numbers.length > 0).map(([what, numbers]) => `${what} ${tags(numbers)}`),
  ];
}

const ways = { in: 'wrote to us', out: 'answered', note: 'noted' } as const;

const indented = (text: string): string =>
  text
    .split('\n')
    .map((line) => `  ${line}`.trimEnd())
    .join('\n');
