import type { Checked, Performed } from '../decide/check-commands.ts';
import { takesBack } from '../decide/commands/undone.ts';
import type { Facts, TicketScene } from '../decide/facts.ts';
import type { Remark } from '../decide/flow/enact-deeds.ts';
import type { CommandText } from '../decide/grammar/read-commands.ts';
import type { Doubt } from '../decide/guard-text.ts';
import type { Effect } from '../effect.ts';
import { isOutside } from '../handover/their-numbers.ts';
import { type Saying, say } from '../saying.ts';
import type { Person } from '../settings.ts';
import type { Ticket, TicketMessage } from '../ticket.ts';
import { placeOf } from '../workflow/place.ts';
import { helpData } from './help-mail.ts';
import { type Letter, threadData, threadOf, toAssociate } from './outgoing.ts';
import { type Reach, reachOf } from './reach.ts';
import { actionsFor, turnOf } from './standing.ts';
import type { Action, AnnouncedMail, CheckedCommand, Fact, ShownMessage, TemplateName } from './template-data.ts';
import { ticketFacts } from './ticket-facts.ts';
import { timeFor } from './time-for.ts';

type Fine = Extract<Checked, { kind: 'fine' }>;

/** The one mail that goes back to an associate who gave commands. Never delayed. */
export const replyToMail = { receipt, deskReceipt, told, opened, error, deskError, draftHeld, status, help };

function receipt(
  facts: Facts,
  scene: TicketScene,
  person: Person,
  read: CommandText,
  checked: Fine,
  told: readonly Effect[],
  { unheard, remarks }: { unheard: boolean; remarks: readonly Remark[] },
): Effect[] {
  const data = {
    ...threadData(facts, scene.ticket),
    changes: [
      ...checked.performed.map(({ phrase, deed }) => ({ command: phrase.text, change: deed.change })),
      ...remarks,
      ...(unheard ? [{ command: 'reply', change: sentToNobody(checked.ticket) }] : []),
    ],
    notRepeated: read.notRepeated,
    mails: told.flatMap((effect) => announced(effect, person, facts)),
    actions: [
      ...(isOutside(person) || checked.performed.some(({ deed }) => takesBack(deed.event)) ? [] : [button('undo')]),
      ...actionsFor(placeOf(facts, checked.ticket), person, facts.now),
    ],
  };
  return back(facts, person, { ticket: scene.ticket, template: 'receipt', data });
}

/** Whoever has no address is told otherwise: by phone, or where they wrote. */
const sentToNobody = ({ fields: { reach } }: Ticket): Saying =>
  reach === undefined
    ? say('kept on the ticket, sent to nobody: no address outside takes part in it')
    : say`kept on the ticket, sent to nobody: give it to ${reach} yourself, and \`note\` that you did`;

function error(
  facts: Facts,
  scene: TicketScene,
  person: Person,
  read: CommandText,
  checked: readonly CheckedCommand[],
): Effect[] {
  const data = {
    ...threadData(facts, scene.ticket),
    commands: checked,
    body: read.text,
    actions: [...(read.text === '' ? [] : [button('send'), button('drop')]), ...actionsFor(scene, person, facts.now)],
  };
  return back(facts, person, { ticket: scene.ticket, template: 'command-error', data });
}

/** Done without a ticket. */
function deskReceipt(facts: Facts, person: Person, performed: readonly Performed[]): Effect[] {
  const changes = performed.map(({ phrase, deed }) => ({ command: phrase.text, change: deed.change }));
  const data = { ...atDesk(facts), changes, notRepeated: [], mails: [], actions: [] };
  return back(facts, person, { ticket: null, template: 'receipt', data, subject: replySubject(facts) });
}

/** What came later of something they did without a ticket. */
function told(facts: Facts, person: Person, change: { command: string; change: Saying }): Effect[] {
  const data = { ...atDesk(facts), changes: [change], notRepeated: [], mails: [], actions: [] };
  const letter = { ticket: null, template: 'receipt', data, subject: replySubject(facts), automatic: 'auto-generated' } as const;
  return toAssociate(facts, person, { ...letter, thread: [] });
}

/** A ticket was opened for somebody else: in its thread, so that an answer to this lands on it. */
function opened(facts: Facts, person: Person, ticket: Ticket, one: Performed, told: readonly Effect[]): Effect[] {
  const data = {
    ...threadData(facts, ticket),
    changes: [{ command: one.phrase.text, change: one.deed.change }],
    notRepeated: [],
    mails: told.flatMap((effect) => announced(effect, person, facts)),
    actions: actionsFor(placeOf(facts, ticket), person, facts.now),
  };
  return back(facts, person, { ticket, template: 'receipt', data });
}

function deskError(facts: Facts, person: Person, read: CommandText, checked: readonly CheckedCommand[]): Effect[] {
  const data = { ...atDesk(facts), commands: checked, body: read.text, actions: [] };
  return back(facts, person, { ticket: null, template: 'command-error', data, subject: replySubject(facts) });
}

/** The same line again, so that their mail program keeps both together; its brackets are no commands any more (R2). */
export const replySubject = ({ mail }: Facts): string => `Re: ${mail.subject.replace(/^(?:re:\s*)+/i, '').replace(/[[\]]/g, '')}`;

const atDesk = (facts: Facts) => ({
  deskName: facts.settings.desk.name,
  tag: '',
  title: '',
  subject: replySubject(facts),
});

/** Their words are held: why, and what they can do with them. */
function draftHeld(facts: Facts, { ticket }: TicketScene, person: Person, read: CommandText, doubt: Doubt): Effect[] {
  const other = doubt.kind === 'collision' ? [shown(doubt.other, person, facts)] : [];
  const data = {
    ...threadData(facts, ticket),
    reason: doubt.kind,
    finds: doubt.kind === 'leak' ? doubt.finds : [],
    other,
    commands: read.phrases.map(({ text }) => text),
    body: read.text,
    actions: ['send', 'drop', 'note'].map(button),
  };
  return back(facts, person, { ticket, template: 'draft-held', data });
}

const button = (command: string): Action => ({ label: command, href: '', command });

const shown = (
  { direction, status: kept, from, at, visibleText }: TicketMessage,
  person: Person,
  facts: Facts,
): ShownMessage => ({
  direction: kept === 'held' ? kept : direction,
  from: from.name || from.address,
  at: timeFor(at, person, facts.settings.desk),
  text: visibleText,
});

function status(facts: Facts, { ticket, messages, requester }: TicketScene, person: Person): Effect[] {
  const latest = messages.filter(({ status: kept }) => kept !== 'dropped').slice(-5);
  const whoseTurn = turnOf(ticket, person);
  const data = {
    ...threadData(facts, ticket),
    facts: [...ticketFacts(facts, ticket, person), ...reachFacts(reachOf(requester, person, facts))],
    messages: latest.map((message) => shown(message, person, facts)),
    whoseTurn,
    actions: actionsFor(placeOf(facts, ticket), person, facts.now),
  };
  return back(facts, person, { ticket, template: 'status', data });
}

function help(facts: Facts, person: Person): Effect[] {
  const data = helpData(facts, person);
  return back(facts, person, { ticket: facts.scene?.ticket ?? null, template: 'help', data });
}

const back = <Name extends TemplateName>(
  facts: Facts,
  person: Person,
  letter: Omit<Letter<Name>, 'to' | 'automatic' | 'thread'>,
): Effect[] => toAssociate(facts, person, { ...letter, automatic: 'auto-replied', thread: threadOf(facts) });

const kinds: ReadonlyMap<string, AnnouncedMail['what']> = new Map([
  ['closed', 'closed'],
  ['reopened', 'reopened'],
  ['master-notice', 'notification'],
  ['asked', 'question'],
  ['offered', 'question'],
  ['told', 'news'],
  ['lapsed', 'news'],
  ['closing-record', 'closed'],
  ['acknowledge', 'acknowledgement'],
  ['acknowledge-short', 'acknowledgement'],
]);

/** A mail that goes out because of it, as its author is told. */
export function announced(effect: Effect, person: Person, { settings, now }: Facts): AnnouncedMail[] {
  if (effect.act !== 'queue-mail') return [];
  const { to, template, notBefore } = effect.mail;
  return [
    {
      to: to.name || to.address,
      what: kinds.get(template) ?? 'reply',
      at: notBefore > now ? timeFor(notBefore, person, settings.desk) : '',
    },
  ];
}

const reachFacts = ({ requesterAway, requesterFails }: Reach): Fact[] =>
  [
    { label: 'Away until', value: requesterAway },
    { label: 'Mail to them fails', value: requesterFails },
  ].filter(({ value }) => value !== '');
