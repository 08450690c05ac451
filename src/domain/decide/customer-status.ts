import { standingFor } from '../answer/flow/standing-for.ts';
import { customerThread, threadData, threadOf, toContact } from '../answer/outgoing.ts';
import { timeFor } from '../answer/time-for.ts';
import type { Effect } from '../effect.ts';
import { aroundTag } from '../match/subject-tag.ts';
import { commands } from './commands/index.ts';
import type { Facts, TicketScene } from './facts.ts';
import { findWhole } from './grammar/find-command.ts';

/** Within 24 hours, to one address; acknowledgements count too. */
const mostADay = 10;

/** The one command of customers: `[status]` behind the ticket's tag, in any shipped language; a title that says so is a title. */
export function asksState(
  { mail, settings }: Pick<Facts, 'mail' | 'settings'>,
  { ticket }: Pick<TicketScene, 'ticket'>,
): boolean {
  const after = aroundTag(mail.subject, settings.desk.prefix)?.after ?? '';
  const isAsked = (text: string): boolean =>
    [...text.matchAll(/\[([^[\]]*)\]/g)].some(
      ([, inner = '']) => findWhole(commands, inner.trim().toLowerCase())?.name === 'status',
    );
  return isAsked(after) && !isAsked(ticket.subject);
}

/** Whether such a mail says nothing else; of an encrypted one nobody knows. */
export const onlyAsks = ({ mail }: Facts): boolean =>
  mail.sealed === null && mail.visibleText.trim() === '' && mail.attachments.every(({ inline }) => inline);

/** How their own ticket stands, in words for customers, to the address that takes part in it. */
export function tellState(facts: Facts, scene: TicketScene): Effect[] {
  const { ticket, participants } = scene;
  const { mail, settings, answerable, acknowledged, arrival } = facts;
  const to = participants.find(({ address }) => address === mail.from.address);
  if (to === undefined || answerable.kind === 'no' || arrival.imported || acknowledged.toSender >= mostADay) return [];
  const timezone = settings.customers.find(({ id }) => id === ticket.customer)?.timezone ?? null;
  const reader = { language: ticket.language, timezone };
  const data = {
    ...threadData(facts, ticket),
    ...standingFor(scene, reader, settings.desk),
    opened: timeFor(ticket.opened, reader, settings.desk),
  };
  const thread = [...customerThread(scene), ...threadOf(facts).slice(-1)];
  const { name, address } = to;
  return toContact(facts, { template: 'ticket-state', data, to: { name, address }, ticket, automatic: 'auto-replied', thread });
}
