import { acknowledgementFor } from '../answer/acknowledge.ts';
import type { Entry } from '../answer/flow/tell-entry.ts';
import { addressesIn, toOthers } from '../answer/flow/tell-step.ts';
import { newSubject } from '../answer/notify.ts';
import { notifyOfHeld } from '../answer/notify-held.ts';
import { customerThread, threadData, threadOf, toContact } from '../answer/outgoing.ts';
import { inBrackets } from '../authenticate/evidence.ts';
import { permits } from '../authenticate/rules.ts';
import { noteCoverage } from '../contract/note-coverage.ts';
import type { Decision, Effect } from '../effect.ts';
import type { TicketNo } from '../ids.ts';
import { conversationOf } from '../match/hints.ts';
import { matchData } from '../match/match-data.ts';
import { tagOf } from '../match/subject-tag.ts';
import { taughtIds } from '../match/taught-ids.ts';
import { inEnglish, type Saying, say } from '../saying.ts';
import type { Actor, Participant, Ticket } from '../ticket.ts';
import { enact } from '../workflow/enact.ts';
import { hearMessage } from './answers/hear-message.ts';
import { writerOf } from './answers/hearing.ts';
import { tellInside } from './answers/noticed.ts';
import { takeAnswers } from './answers/take-answers.ts';
import { deniesCall, dropCalled, openCalled } from './asked-call.ts';
import { newParticipants } from './cc-rule.ts';
import { asksState, onlyAsks, tellState } from './customer-status.ts';
import type { Facts, TicketScene } from './facts.ts';
import { arrivedMessage } from './message.ts';
import { type Begun, beginTicket } from './new-ticket.ts';
import { askWhoseAddress } from './second-address.ts';

/** A person's mail from outside: joins the ticket it proves to belong to, or opens one. */
export function decideCustomerMail(facts: Facts): Decision {
  const { scene, level } = facts;
  if (scene === null && deniesCall(facts)) return dropCalled(facts);
  if (scene === null) return facts.call === null ? openTicket(facts) : openCalled(facts, facts.call);
  if (facts.lift?.kind === 'admitted') return append(facts, scene, `admitted by ${facts.lift.by}`);
  const joined = takesPart(scene, facts.mail.from.address);
  const permission = permits(level, 'C1', facts.settings.authentication.rules);
  if (!joined) return holdAndAsk(facts, scene);
  if (!permission.allowed) return holdOnTicket(facts, scene, permission.said);
  if (asksState(facts, scene)) return answerState(facts, scene, permission.rule);
  return append(facts, scene, permission.rule);
}

/** Who is on the ticket, or was asked something about it. */
const takesPart = ({ participants, records }: TicketScene, from: string): boolean =>
  participants.some(({ address }) => address === from) ||
  records.asks.some(({ of }) => of.some((one) => one.kind === 'contact' && one.address === from));

/** C1r: what else the mail says is taken like any other; a mail that only asks changes nothing. */
function answerState(facts: Facts, scene: TicketScene, rule: string): Decision {
  const { number } = scene.ticket;
  if (!onlyAsks(facts)) {
    const said = append(facts, scene, rule);
    return { ...said, effects: [...said.effects, ...tellState(facts, scene)] };
  }
  const actor: Actor = { kind: 'contact', address: facts.mail.from.address };
  const asked: Effect = { act: 'journal', ticket: number, actor, event: 'asked-state', data: { level: facts.level, rule } };
  return {
    outcome: 'commanded',
    ticket: number,
    why: `asked how it stands; ${rule}`,
    effects: [asked, ...tellState(facts, scene)],
  };
}

/** C0: anybody may open a ticket. */
export function openTicket(facts: Facts, channel: Ticket['channel'] = 'email'): Decision {
  const { mail, now, settings, placement } = facts;
  const begun = beginTicket(facts, channel);
  const { ticket } = begun;
  const { number } = ticket;
  const how = acknowledgementFor(facts);
  const actor: Actor = { kind: 'contact', address: mail.from.address };
  const people = newParticipants(facts, [], ticket.customer);
  const requester = { address: mail.from.address, name: mail.from.name, role: 'requester' as const };
  const participants = [...(requester.address === '' ? [] : [requester]), ...people];
  const effects: Effect[] = [
    keepSender(facts),
    { act: 'open-ticket', ticket },
    ...participants.map((participant): Effect => ({ act: 'add-participant', ticket: number, participant })),
    { act: 'add-message', ticket: number, message: arrivedMessage(facts, 'in', 'filed') },
    ...learn(facts, ticket),
    ...linked(facts),
    ...flagged(facts, number),
    {
      act: 'journal',
      ticket: number,
      actor,
      event: 'opened',
      data: {
        level: facts.level,
        rule: permits(facts.level, 'C0', settings.authentication.rules).rule,
        match: matchData(placement),
        ...(facts.follows === null ? {} : { follows: facts.follows }),
      },
    },
    ...enactBeginning(facts, begun, participants, actor, { how, acknowledging: facts, notifying: facts }).all,
  ];
  const said = how.kind === 'none' ? `not acknowledged: ${how.why}` : `acknowledged (${how.kind})`;
  const after = facts.follows === null ? null : `follows ${tagOf(settings.desk.prefix, facts.follows)}, closed too long ago`;
  const why = [placement.refused, after, said].filter((part) => part !== null).join('; ');
  return { outcome: 'created', ticket: number, why: why || `opened ${settings.desk.prefix}-${number} at ${now}`, effects };
}

/** What the process does as soon as the ticket is there, and who hears that it is; `told`: the mails among it. */
export function enactBeginning(
  facts: Facts,
  begun: Begun,
  participants: readonly Participant[],
  actor: Actor,
  entry: Entry,
): { all: readonly Effect[]; told: readonly Effect[] } {
  const scene = firstScene(facts, begun, participants);
  const brought = { mail: facts, text: facts.mail.visibleText, words: null };
  const { effects, told } = enact(facts, scene, begun.moved, { actor, was: null, entry, ...brought });
  return { all: [...effects, ...told, ...noteCoverage(begun.ticket, facts.newRecords.ofCustomer, facts.now)], told };
}

/** A ticket that nothing has happened on. */
const firstScene = (
  { newRecords: records }: Facts,
  { ticket, workflow }: Begun,
  participants: readonly Participant[],
): TicketScene => ({
  ...{ ticket, workflow, participants, records, requester: null },
  ...{ subjects: [], commanded: [], messages: [], journal: [], undo: null },
});

/**
 * C1. A closed ticket opens again, unless the mail only says thanks. On an open one thanks may be an answer ("Yes, thanks"),
 * so its people hear of it, though nothing changes.
 */
function append(facts: Facts, scene: TicketScene, rule: string): Decision {
  const { mail } = facts;
  const was = scene.ticket;
  const heard = hearMessage(facts, scene);
  const { ticket, quiet, taken } = heard;
  const reopens = was.state === 'closed' && ticket.state !== 'closed';
  const actor: Actor = { kind: 'contact', address: mail.from.address };
  const people = newParticipants(facts, scene.participants, was.customer);
  const effects: Effect[] = [
    keepSender(facts),
    { act: 'add-message', ticket: was.number, message: arrivedMessage(facts, 'in', 'filed') },
    ...learn(facts, was),
    ...taughtIds(facts, was.number),
    ...heard.effects,
    ...people.map((participant): Effect => ({ act: 'add-participant', ticket: was.number, participant })),
    {
      act: 'journal',
      ticket: was.number,
      actor,
      event: reopens ? 'reopened' : 'replied',
      data: { level: facts.level, rule, match: matchData(facts.placement) },
    },
    ...flagged(facts, was.number),
    ...(quiet ? [] : proposeSplit(facts, was.number)),
    ...(reopens && facts.answerable.kind === 'yes' && !facts.arrival.imported
      ? toOthers(tellReopened(facts, scene, ticket), addressesIn(heard.effects))
      : []),
    ...(quiet && was.state === 'closed'
      ? []
      : tellInside(facts, scene, {
          ...{ ...taken, effects: heard.effects },
          scene: { ...scene, ticket, participants: [...scene.participants, ...people] },
        })),
  ];
  return {
    outcome: 'appended',
    ticket: was.number,
    why: [`by ${facts.placement.by}`, rule, ...taken.noticed.map(inEnglish), ...(quiet ? ['changes nothing'] : [])].join('; '),
    effects,
  };
}

/** Somebody of ours may have written from an address that we do not know. */
function holdAndAsk(facts: Facts, scene: TicketScene): Decision {
  const asked = askWhoseAddress(facts);
  const asks = asked.length === 0 ? '' : '; it is asked whether it is an associate’s second address';
  const held = holdOnTicket(facts, scene, say('the signed address came from somebody who takes no part in the ticket'));
  const answers = takeAnswers(facts, scene, writerOf(facts, scene));
  return { ...held, why: `${held.why}${asks}`, effects: [...held.effects, ...asked, ...answers.effects] };
}

/** Kept where staff see it; nothing of it is applied, mailed on or answered. */
function holdOnTicket(facts: Facts, scene: TicketScene, why: Saying): Decision {
  const reason = facts.verdict.dmarc === 'fail' ? 'check-failed' : 'participant-not-proved';
  const actor: Actor = { kind: 'contact', address: facts.mail.from.address };
  const effects: Effect[] = [
    { act: 'add-message', ticket: scene.ticket.number, message: arrivedMessage(facts, 'in', 'held') },
    {
      act: 'journal',
      ticket: scene.ticket.number,
      actor,
      event: 'held',
      data: { level: facts.level, by: facts.placement.by, match: matchData(facts.placement) },
    },
    ...notifyOfHeld(facts, reason, say`${why}${inBrackets(facts.verdict)}`),
  ];
  return { outcome: 'held', ticket: scene.ticket.number, why: inEnglish(why), effects };
}

function tellReopened(facts: Facts, scene: TicketScene, ticket: Ticket): Effect[] {
  const thread = [...customerThread(scene), ...threadOf(facts).slice(-1)];
  const data = { ...threadData(facts, ticket), putBack: false };
  return toContact(facts, { template: 'reopened', data, to: facts.mail.from, ticket, automatic: 'auto-replied', thread });
}

/** The words of the subject stand on the message, where they can be blanked. */
const proposeSplit = (facts: Facts, ticket: TicketNo): Effect[] =>
  newSubject(facts) === ''
    ? []
    : [{ act: 'journal', ticket, actor: { kind: 'desk' }, event: 'subject-changed', data: { proposes: 'split' } }];

/** F-39: somebody should know that one id names two mails. */
const flagged = ({ twin }: Facts, ticket: TicketNo): Effect[] =>
  twin.kind !== 'collision'
    ? []
    : [{ act: 'journal', ticket, actor: { kind: 'desk' }, event: 'id-collision', data: { other: twin.ticket } }];

/** Beside which ticket a new one stands, and why; a ticket that is followed remembers by which. */
function linked({ placement, follows, nextTicket }: Facts): Effect[] {
  if (follows !== null)
    return [
      { act: 'link-tickets', ticket: nextTicket, to: follows, why: 'a reply that came after `desk.reopen_within`' },
      { act: 'journal', ticket: follows, actor: { kind: 'desk' }, event: 'followed-up', data: { by: nextTicket } },
    ];
  if (placement.linked === null) return [];
  return [{ act: 'link-tickets', ticket: nextTicket, to: placement.linked, why: placement.refused ?? '' }];
}

const keepSender = (facts: Facts): Effect => ({
  act: 'keep-contact',
  address: facts.mail.from.address,
  name: facts.mail.from.name,
  customer: facts.customer,
  language: null,
  proved: facts.level >= 'E1',
});

/** Foreign ids route later replies; a sender who proved nothing teaches us none but the first of his own new ticket. */
function learn({ mail, level, scene }: Facts, { number: ticket }: Ticket): Effect[] {
  if (level === 'E0' && scene !== null) return [];
  const conversation = conversationOf(mail);
  return [
    ...(mail.messageId === null ? [] : [{ act: 'learn-id', ticket, messageId: mail.messageId } as const]),
    ...(conversation === null ? [] : [{ act: 'learn-id', ticket, messageId: conversation, cited: true } as const]),
  ];
}
