import { evidenceOf } from '../authenticate/evidence.ts';
import { lookalike } from '../authenticate/lookalike.ts';
import type { Deed } from '../decide/commands/command.ts';
import type { Facts, TicketScene } from '../decide/facts.ts';
import type { Effect } from '../effect.ts';
import { changedSubject } from '../match/changed-subject.ts';
import { tagOf } from '../match/subject-tag.ts';
import { listed, type Saying } from '../saying.ts';
import type { Person } from '../settings.ts';
import type { Participant, Ticket } from '../ticket.ts';
import { placeOf } from '../workflow/place.ts';
import { noWords } from './flow/no-words.ts';
import type { News, Questions } from './flow/step-data.ts';
import { filesOf, originalOf, senderData } from './mail-in-hand.ts';
import { threadData, toAssociate } from './outgoing.ts';
import { reachNow } from './reach.ts';
import { actionsFor, turnOf } from './standing.ts';
import type { Action, CustomerMail, Thread } from './template-data.ts';
import { repliesToCustomer, whoIsTold } from './told.ts';

/** Tells the house that a customer wrote: a new ticket, or a new mail on one; `noticed`: what it answered of what was asked, `more`: what they can do about that; `says`: what the process says to some of us beside. */
export function notifyOfMail(
  facts: Facts,
  ticket: Ticket,
  participants: readonly Participant[],
  was: Ticket | null,
  { noticed, more = [] }: Noticed = { noticed: [] },
  says: ReadonlyMap<string, News & Questions> = new Map(),
): Effect[] {
  if (facts.arrival.imported) return [];
  const crew = whoIsTold(ticket, participants, facts.settings.people, authorOf(facts));
  const all = facts.settings.people.filter((person) => crew.includes(person) || says.has(person.handle));
  return all.flatMap((person) => {
    const shown = customerMail(facts, ticket, person);
    const data = { ...shown, actions: [...more, ...shown.actions] };
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
        data: { ...data, reopened: was.state === 'closed' && ticket.state !== 'closed', newSubject: newSubject(facts), noticed },
      });
    return toAssociate(facts, person, {
      ...common,
      template: 'notify-new',
      data: {
        ...data,
        ...(says.get(person.handle) ?? noWords),
        ...{ linkedTo: linkedTo(facts), follows: followed(facts), deleted: deletedOne(facts) },
      },
    });
  });
}

type Noticed = { noticed: readonly Saying[]; more?: readonly Action[] };

/** Tells the team of a second mailbox of a mail that came by a first one before (F-37); who heard of it then is left out. */
export function notifyOtherTeam(facts: Facts, { ticket, participants }: TicketScene, team: string | null): Effect[] {
  if (facts.arrival.imported) return [];
  const { people } = facts.settings;
  const told = new Set(whoIsTold(ticket, participants, people, authorOf(facts)));
  const others = whoIsTold({ assignee: null, team }, participants, people, authorOf(facts)).filter((one) => !told.has(one));
  const common = { ticket, automatic: 'auto-generated', fromName: shownName(facts), attachments: filesOf(facts).files } as const;
  return others.flatMap((person) => {
    const data = { ...customerMail(facts, ticket, person), ...noWords, linkedTo: '', follows: '', deleted: '' };
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
export const newSubject = ({ mail: { subject }, scene, placement, answering, settings }: Facts): string =>
  scene === null || placement.merged !== undefined || answering !== null
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

const authorOf = ({ sender }: Facts): Person | null => (sender.kind === 'associate' ? sender.person : null);

/** What every notice of a customer's mail knows, for this reader. */
export function customerMail(facts: Facts, ticket: Ticket, person: Person): CustomerMail & Thread {
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
    plainReplyDoes: repliesToCustomer(person, placeOf(facts, ticket)) ? 'customer' : 'note',
    actions: actionsFor(placeOf(facts, ticket), person, facts.now),
  };
}
