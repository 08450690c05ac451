import type { Facts, TicketScene } from '../decide/facts.ts';
import type { Effect } from '../effect.ts';
import type { Person } from '../settings.ts';
import type { Ticket } from '../ticket.ts';
import { mayDecorate } from './decoration.ts';
import { handoverSummary } from './handover-summary.ts';
import { customerMail } from './notify.ts';
import { toAssociate } from './outgoing.ts';
import { filesForUs } from './passed-on.ts';
import type { Fact, TemplateData, TemplateName } from './template-data.ts';
import { whoIsTold } from './told.ts';

/** A ticket that changed hands: whose it was, how it stands now, who did it, and what they say of it. */
export type HandOver = { was: Ticket; now: TicketScene; by: Person; says: string; toTeam: boolean };

/**
 * Tells whoever has it now: the assignee, or the team it went to or is free for. Whoever had it learns that it is no longer
 * theirs. Nobody is told of their own deed.
 */
export function notifyOfHandOver(facts: Facts, hands: HandOver): Effect[] {
  const { was, now, by, toTeam } = hands;
  const { people } = facts.settings;
  const { assignee } = now.ticket;
  const had = was.assignee === assignee ? undefined : people.find(({ handle }) => handle === was.assignee);
  const hears = (person: Person): boolean => person !== by && person.notify !== 'none';
  const crew = assignee !== null || (had === undefined && !toTeam) ? [] : whoIsTold(now.ticket, now.participants, people, by);
  const told = assignee === null ? crew : people.filter(({ handle }) => handle === assignee);
  const tell = toTeam || assignee !== null ? tellAssigned : tellFreed;
  return [
    ...(had === undefined || !hears(had) ? [] : tellFreed(facts, hands, had)),
    ...told.filter((person) => person !== had && hears(person)).flatMap((person) => tell(facts, hands, person)),
  ];
}

function tellAssigned(facts: Facts, hands: HandOver, person: Person): Effect[] {
  const { ticket } = hands.now;
  const team = ticket.assignee === null ? (ticket.team ?? '') : '';
  const data = {
    ...lastMail(facts, ticket, person),
    ...{ assignedBy: hands.by.name, team, handover: hands.says, soFar: soFarOf(facts, hands, person) },
  };
  return notice(facts, hands, person, 'notify-assigned', data);
}

function soFarOf({ settings, now, lookups }: Facts, { was, now: scene, says }: HandOver, person: Person): Fact[] {
  const phases = lookups.phases.get(scene.ticket.number) ?? [];
  return handoverSummary({ scene, was, phases, settings, now, said: [says] }, person);
}

function tellFreed(facts: Facts, hands: HandOver, person: Person): Effect[] {
  const { was, now, by, toTeam } = hands;
  const { people } = facts.settings;
  const nameOf = (handle: string | null): string => people.find((one) => one.handle === handle)?.name ?? '';
  const { assignee, team } = now.ticket;
  const data = {
    ...lastMail(facts, now.ticket, person),
    freedBy: by.name,
    wasYours: was.assignee === person.handle,
    heldBy: was.assignee === by.handle ? '' : nameOf(was.assignee),
    goesTo: assignee === null && toTeam ? (team ?? '') : nameOf(assignee),
    tookOver: assignee === by.handle,
  };
  return notice(facts, hands, person, 'notify-freed', data);
}

const notice = <Name extends TemplateName>(
  facts: Facts,
  { now, by }: HandOver,
  person: Person,
  template: Name,
  data: TemplateData[Name],
): Effect[] => {
  const { files: attachments } = lastFiles(facts);
  return toAssociate(facts, person, {
    ticket: now.ticket,
    template,
    data,
    attachments,
    automatic: 'auto-generated',
    fromName: by.name,
  });
};

/** Files of the customer's last mail; what may be a logo is none. */
const lastFiles = ({ scene, settings }: Facts) =>
  filesForUs(
    (lastOf(scene)?.attachments ?? []).filter((file) => !mayDecorate(file)),
    settings.outgoing.attachUpToMb,
  );

const lastOf = (scene: Facts['scene']) =>
  scene?.messages.findLast(({ direction, status }) => direction === 'in' && status === 'filed');

/** The customer's last mail, whatever mail made the ticket change hands. */
function lastMail(facts: Facts, ticket: Ticket, person: Person): ReturnType<typeof customerMail> {
  const last = lastOf(facts.scene);
  return {
    ...customerMail(facts, ticket, person),
    senderName: last?.from.name ?? '',
    senderAddress: last?.from.address ?? ticket.requester,
    text: last?.visibleText ?? '',
    attachments: lastFiles(facts).named,
    proved: false,
    evidence: '',
  };
}
