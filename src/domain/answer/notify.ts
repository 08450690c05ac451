import { evidenceOf } from '../authenticate/evidence.ts';
import { lookalike } from '../authenticate/lookalike.ts';
import type { Deed } from '../decide/commands/command.ts';
import { commands } from '../decide/commands/index.ts';
import type { Facts, TicketScene } from '../decide/facts.ts';
import type { Effect } from '../effect.ts';
import { changedSubject } from '../match/changed-subject.ts';
import { tagOf } from '../match/subject-tag.ts';
import { listed, type Part } from '../saying.ts';
import type { Person } from '../settings.ts';
import type { Participant, Ticket } from '../ticket.ts';
import { type Desk, threadData, toAssociate } from './outgoing.ts';
import { filesForUs } from './passed-on.ts';
import { reachNow } from './reach.ts';
import type { Action, HeldReason, Standing, TemplateData, Turn } from './template-data.ts';
import { admins, repliesToCustomer, whoIsTold } from './told.ts';

/** Tells the house that a customer wrote: a new ticket, or a new mail on one. */
export function notifyOfMail(facts: Facts, ticket: Ticket, participants: readonly Participant[], was: Ticket | null): Effect[] {
  if (facts.arrival.imported) return [];
  return whoIsTold(ticket, participants, facts.settings.people, authorOf(facts)).flatMap((person) => {
    const data = customerMail(facts, ticket, person);
    const common = {
      ticket,
      automatic: 'auto-generated',
      fromName: shownName(facts),
      attachments: filesOf(facts).files,
    } as const;
    if (was !== null)
      return toAssociate(facts, person, {
        ...common,
        template: 'notify-reply',
        data: { ...data, reopened: was.state === 'closed' && ticket.state !== 'closed', newSubject: newSubject(facts) },
      });
    return toAssociate(facts, person, {
      ...common,
      template: 'notify-new',
      data: { ...data, linkedTo: linkedTo(facts), follows: followed(facts), deleted: deletedOne(facts) },
    });
  });
}

/** Tells the team of a second mailbox of a mail that came by a first one before (F-37); who heard of it then is left out. */
export function notifyOtherTeam(facts: Facts, { ticket, participants }: TicketScene, team: string | null): Effect[] {
  if (facts.arrival.imported) return [];
  const { people } = facts.settings;
  const told = new Set(whoIsTold(ticket, participants, people, authorOf(facts)));
  const others = whoIsTold({ assignee: null, team }, participants, people, authorOf(facts)).filter((one) => !told.has(one));
  const common = { ticket, automatic: 'auto-generated', fromName: shownName(facts), attachments: filesOf(facts).files } as const;
  return others.flatMap((person) => {
    const data = { ...customerMail(facts, ticket, person), linkedTo: '', follows: '', deleted: '' };
    return toAssociate(facts, person, { ...common, template: 'notify-new', data });
  });
}

/** Tells those of another ticket that a mail is theirs now which a colleague put there. */
export function notifyOfArrival(facts: Facts, { ticket, participants, mail, was }: Arriving): Effect[] {
  const { from, subject, text, visibleText, attachments } = mail;
  const asIfSent = { ...facts.mail, from, subject, text, visibleText, attachments };
  const scene = was === null || facts.scene === null ? null : { ...facts.scene, ticket: was, subjects: [subject] };
  const placement = { ...facts.placement, linked: null };
  const verdict = { ...facts.verdict, dmarc: 'none' as const, by: '' };
  const on = { ...facts, mail: asIfSent, scene, placement, verdict, follows: null, level: 'E0' as const };
  return notifyOfMail(on, ticket, participants, was);
}

type Arriving = NonNullable<Extract<Deed, { kind: 'done' }>['arrives']>;

/**
 * Tells those who can let it in that a mail was kept back; admins where it belongs to no ticket. `asked` hears of it by the
 * question whether it is theirs.
 */
export function notifyOfHeld(facts: Facts, reason: HeldReason, detail: Part, asked?: Person): Effect[] {
  if (facts.arrival.imported) return [];
  const ticket = facts.scene?.ticket ?? null;
  const crew = ticket === null ? admins(facts.settings.people) : heldCrew(facts, ticket, reason);
  const thread = ticket === null ? { ...noThread, deskName: facts.settings.desk.name } : threadData(facts, ticket);
  const data = {
    ...thread,
    ...senderData(facts, ticket),
    text: facts.mail.visibleText,
    attachments: filesOf(facts).named.map((file) => ({ ...file, attached: false })),
    original: originalOf(facts),
    reason,
    detail,
    actions: admissible(facts, reason),
  };
  const told = crew.filter((person) => person !== asked || reason === 'check-failed');
  return told.flatMap((person) =>
    toAssociate(facts, person, {
      ...{ ticket, template: 'notify-held', automatic: 'auto-generated' },
      data: { ...data, ...reachNow(facts, ticket, person), ...standing(ticket, person) },
    }),
  );
}

/** What lets it in, where it is a customer's. */
const admissible = ({ sender }: Facts, reason: HeldReason): Action[] =>
  sender.kind === 'associate' || sender.kind === 'desk' || reason === 'check-failed' || reason === 'unreadable'
    ? []
    : ['admit', 'admit always'].map((command) => ({ label: command, href: '', command }));

/** A failed check is for the admins too: somebody may be forging mail. */
function heldCrew({ scene, settings }: Facts, ticket: Ticket, reason: HeldReason): Person[] {
  const crew = whoIsTold(ticket, scene?.participants ?? [], settings.people, null);
  return reason === 'check-failed' ? [...new Set([...crew, ...admins(settings.people)])] : crew;
}

/** Tells the house that a mail of ours did not arrive; admins where it belongs to no ticket. */
export function notifyOfFailure(desk: Desk, on: FailedOn | null, recipient: string, answer: string, body = ''): Effect[] {
  const { people } = desk.settings;
  const crew = on === null ? admins(people) : whoIsTold(on.ticket, on.participants, people, null);
  const thread = on === null ? { ...noThread, deskName: desk.settings.desk.name } : threadData(desk, on.ticket);
  const data = { ...thread, recipient, answer: answer.slice(0, 300), body, actions: [] };
  return crew
    .filter(({ addresses }) => !addresses.includes(recipient))
    .flatMap((person) =>
      toAssociate(desk, person, {
        ...{ ticket: on?.ticket ?? null, template: 'notify-failed', automatic: 'auto-generated' },
        data: { ...data, ...standing(on?.ticket ?? null, person) },
      }),
    );
}

/** Whose turn it is there, and what a plain answer does. */
const standing = (ticket: Ticket | null, person: Person): Standing => ({
  whoseTurn: ticket === null ? '' : turnOf(ticket, person),
  plainReplyDoes: repliesToCustomer(person) ? 'customer' : 'note',
});

export type FailedOn = { ticket: Ticket; participants: readonly Participant[] };

/** Links for what this person may do now; `href` is written when the mail leaves, for the address it is signed with. */
export const actionsFor = (ticket: Ticket, person: Person): Action[] =>
  commands
    .filter(({ roles, fits }) => fits(ticket) && roles.some((role) => person.roles.includes(role)))
    .filter(({ name }) => offered.includes(name))
    .map(({ name }) => ({ label: name, href: '', command: name }));

/** Those that need nothing typed; `reply` is what the mail client's own button does. */
const offered: readonly string[] = ['take', 'close', 'reopen', 'note', 'status'];

/** A notification names no customer's address in its headers, not even as a name. */
const shownName = ({ mail }: Facts): string => (mail.from.name.includes('@') ? '' : mail.from.name);

/** The ticket that a stranger quoted. */
const linkedTo = ({ placement, twin, settings }: Facts): string =>
  placement.linked === null || placement.deleted || twin.kind === 'collision'
    ? ''
    : tagOf(settings.desk.prefix, placement.linked);

/** The ticket that it answers, which nobody sees any more. */
const deletedOne = ({ placement: { linked, deleted }, settings }: Facts): string =>
  linked === null || deleted !== true ? '' : tagOf(settings.desk.prefix, linked);

/** The ticket that was closed too long ago to be opened again by this mail. */
const followed = ({ follows, settings }: Facts): string => (follows === null ? '' : tagOf(settings.desk.prefix, follows));

/** How a mail calls its ticket that was never called so. */
export const newSubject = ({ mail: { subject }, scene, placement, settings }: Facts): string =>
  scene === null || placement.merged !== undefined
    ? ''
    : changedSubject(
        {
          subject,
          title: scene.ticket.subject,
          earlier: scene.subjects,
          answered: scene.messages.some(({ direction }) => direction === 'out'),
        },
        settings.desk,
      );

const noThread = { tag: '', title: '', subject: '' };

const authorOf = ({ sender }: Facts): Person | null => (sender.kind === 'associate' ? sender.person : null);

/** What every notice of a customer's mail knows, for this reader. */
export function customerMail(
  facts: Facts,
  ticket: Ticket,
  person: Person,
): Omit<TemplateData['notify-new'], 'linkedTo' | 'follows' | 'deleted'> {
  const known = [evidenceOf(facts.verdict), lookalike(facts.mail.from, facts.settings.people)];
  const evidence = known.filter((one) => one !== '');
  return {
    ...threadData(facts, ticket),
    ...senderData(facts, ticket),
    text: facts.mail.visibleText,
    attachments: filesOf(facts).named,
    original: originalOf(facts),
    ...reachNow(facts, ticket, person),
    proved: facts.level >= 'E2',
    evidence: evidence.length === 0 ? '' : listed(evidence, '; '),
    whoseTurn: turnOf(ticket, person),
    plainReplyDoes: repliesToCustomer(person) ? 'customer' : 'note',
    actions: actionsFor(ticket, person),
  };
}

const senderData = (facts: Facts, ticket: Pick<Ticket, 'customer'> | null) => {
  const id = facts.sender.kind === 'associate' ? null : (ticket?.customer ?? facts.customer);
  return {
    senderName: facts.mail.from.name,
    senderAddress: facts.mail.from.address,
    customerName: facts.settings.customers.find((customer) => customer.id === id)?.name ?? '',
  };
};

/** Files of the mail in hand but for logos; what is held stays here, whatever it may be. */
const filesOf = ({ mail, decoration, settings }: Facts) =>
  filesForUs(
    mail.attachments.filter(({ sha256 }) => !decoration.has(sha256)),
    settings.outgoing.attachUpToMb,
  );

/** Where whoever may read the mailbox finds the mail as it came. */
const originalOf = ({ mailbox }: Facts): { mailbox: string; folder: string } | null =>
  mailbox && { mailbox: mailbox.name, folder: mailbox.after.kind === 'move' ? mailbox.after.to : mailbox.folder };

export function turnOf(ticket: Ticket, person: Person): Turn {
  if (ticket.waitsFor === 'customer' || ticket.waitsFor === 'nobody') return ticket.waitsFor;
  return ticket.assignee === person.handle ? 'you' : 'associates';
}
