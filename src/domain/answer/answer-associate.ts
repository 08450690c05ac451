import type { Answer, Command } from '../decide/commands/command.ts';
import { longestList } from '../decide/commands/list.ts';
import type { Facts, TicketScene } from '../decide/facts.ts';
import type { Effect } from '../effect.ts';
import { tagOf } from '../match/subject-tag.ts';
import { reportMail } from '../report/report-mail.ts';
import { draftReview, tellReview } from '../review/tell-review.ts';
import type { Person } from '../settings.ts';
import type { Arrival, Ticket } from '../ticket.ts';
import { placeOf } from '../workflow/place.ts';
import { explainData } from './help-mail.ts';
import { historyRow } from './journal-words.ts';
import { listedTicket, ready } from './listed-ticket.ts';
import { threadData, threadOf, toAssociate } from './outgoing.ts';
import { actionsFor } from './standing.ts';
import type { Action, Fact } from './template-data.ts';
import { ticketsCsv } from './tickets-csv.ts';
import { timeFor } from './time-for.ts';

/** The mail that brings what somebody asked to read: to the first address they are registered with, whatever their mail says. */
export function answerAssociate(facts: Facts, scene: TicketScene | null, person: Person, answer: Answer): Effect[] {
  if (answer.kind === 'list') return listMail(facts, person, answer);
  if (answer.kind === 'review') return reviewMail(facts, person, answer);
  if (answer.kind === 'explain') return explainMail(facts, person, answer.command);
  if (answer.kind === 'report') return reportMail(facts, person, answer.period, scene === null ? threadOf(facts) : []);
  if (scene === null) return [];
  if (answer.kind === 'sla') return slaMail(facts, scene, person, answer);
  return answer.kind === 'history' ? historyMail(facts, scene, person) : whyMail(facts, scene, person, answer.mail);
}

/** Whoever sends it keeps a copy: that is their receipt. */
function reviewMail(facts: Facts, person: Person, { letter, command }: Extract<Answer, { kind: 'review' }>): Effect[] {
  const copy = draftReview(facts, letter, person, command);
  return command === '' ? [...tellReview(facts, letter), ...copy] : copy;
}

function explainMail(facts: Facts, person: Person, command: Command): Effect[] {
  const thread = facts.scene === null ? threadOf(facts) : [];
  const data = explainData(facts, command);
  return toAssociate(facts, person, { ticket: null, template: 'help-command', data, automatic: 'auto-replied', thread });
}

/** Lines of a journal that one mail shows. */
const longestHistory = 200;

function historyMail(facts: Facts, { ticket, journal }: TicketScene, person: Person): Effect[] {
  const shown = journal.slice(-longestHistory);
  const data = {
    ...threadData(facts, ticket),
    rows: shown.map((row) => historyRow(row, ticket, person, facts.settings.desk)),
    earlier: journal.length - shown.length,
    actions: actionsFor(placeOf(facts, ticket), person, facts.now),
  };
  const thread = threadOf(facts);
  return toAssociate(facts, person, { ticket, template: 'history', data, automatic: 'auto-replied', thread });
}

function whyMail(facts: Facts, { ticket, journal, messages }: TicketScene, person: Person, mail: Arrival): Effect[] {
  const { desk } = facts.settings;
  const rows = journal.filter(({ evidence }) => evidence !== null && evidence === mail.messageId);
  const told = Object.assign({}, ...rows.map(({ data }) => data)) as Readonly<Record<string, unknown>>;
  const match = typeof told['match'] === 'object' && told['match'] !== null ? told['match'] : {};
  const from = messages.findLast(({ sha256 }) => sha256 === mail.sha256)?.from;
  const known: readonly (readonly [string, unknown])[] = [
    ['Mail from', from === undefined ? rows[0]?.actor : from.name || from.address],
    ['Came', timeFor(mail.receivedAt, person, desk)],
    ['Became', mail.outcome],
    ['Because', mail.why],
    ['Matched by', Reflect.get(match, 'by')],
    ['Not matched', Reflect.get(match, 'refused')],
    ['Proof', told['level']],
    ['Rule', told['rule']],
  ];
  const data = {
    ...threadData(facts, ticket),
    facts: known.flatMap(([label, value]): Fact[] => (value == null || value === '' ? [] : [{ label, value: String(value) }])),
    rows: rows.map((row) => historyRow(row, ticket, person, desk)),
    actions: actionsFor(placeOf(facts, ticket), person, facts.now),
  };
  return toAssociate(facts, person, { ticket, template: 'why', data, automatic: 'auto-replied', thread: threadOf(facts) });
}

function slaMail(facts: Facts, { ticket }: TicketScene, person: Person, answer: Extract<Answer, { kind: 'sla' }>): Effect[] {
  const { plan, tried, clocks } = answer;
  const data = {
    ...{ ...threadData(facts, ticket), plan, tried },
    clocks: clocks.map(({ promise, lines }) => ({ promise, lines })),
    actions: actionsFor(placeOf(facts, ticket), person, facts.now),
  };
  return toAssociate(facts, person, { ticket, template: 'sla', data, automatic: 'auto-replied', thread: threadOf(facts) });
}

/** On no ticket, whatever it was asked on: an answer to it must never reach that one's customer. */
function listMail(facts: Facts, person: Person, { what, said, list }: Extract<Answer, { kind: 'list' }>): Effect[] {
  const { desk, customers } = facts.settings;
  const listing = { person, desk, customers, now: facts.now };
  const shown = list.tickets.slice(0, longestList);
  const file = what === 'found' && list.tickets.length > 0 ? 'tickets.csv' : '';
  const data = {
    ...{ deskName: desk.name, what, said, count: list.all, more: list.all - shown.length, file },
    tickets: shown.map((ticket) => listedTicket(listing, ticket, list.clocks.get(ticket.number) ?? [], linksOn(ticket))),
    example: tagOf(desk.prefix, shown[0]?.number ?? facts.nextTicket),
    actions: lineATicket(facts, shown),
  };
  const attachments =
    file === '' ? [] : [{ filename: file, contentType: 'text/csv', text: ticketsCsv(list.tickets, desk.prefix) }];
  const thread = facts.scene === null ? threadOf(facts) : [];
  const letter = { ticket: null, template: 'list', data, automatic: 'auto-replied', thread, attachments } as const;
  return toAssociate(facts, person, letter);
}

const linksOn = ({ assignee, state }: Ticket): Action[] => [
  ready('status'),
  ...(assignee === null && state !== 'closed' ? [ready('take')] : []),
];

/** Beyond this the ready-written answer is too long for the links of some mail programs. */
const mostLines = 25;

/** A mail that begins with a line for each ticket; lines that stay empty do nothing. */
const lineATicket = ({ settings: { desk } }: Facts, tickets: readonly Ticket[]): Action[] =>
  tickets.length < 2
    ? []
    : [
        {
          ...{ label: 'line-a-ticket', href: '', command: '', subject: desk.name },
          body: tickets
            .slice(0, mostLines)
            .map(({ number }) => `!${tagOf(desk.prefix, number)} `)
            .join('\n'),
        },
      ];
