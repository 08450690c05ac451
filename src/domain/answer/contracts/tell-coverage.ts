import type { Coverage } from '../../contract/coverage.ts';
import { coverageNow } from '../../contract/customer-record.ts';
import type { TicketScene } from '../../decide/facts.ts';
import type { Effect } from '../../effect.ts';
import { tagOf } from '../../match/subject-tag.ts';
import { type Saying, say } from '../../saying.ts';
import type { Person } from '../../settings.ts';
import { notifyDue } from '../notify-due.ts';
import type { Unasked } from '../notify-woken.ts';
import { whoIsTold } from '../told.ts';

/**
 * Tells whoever has a ticket that it stands otherwise to its customer's contracts than was known. Nobody hears of the first
 * look, which brings no change, nor those whom other mails of the moment reach anyhow.
 *
 * @param beside what else happens at this moment
 * @param author whose deed it is, where it is one of ours
 */
export function tellCoverage(
  desk: Unasked,
  scene: TicketScene,
  beside: readonly Effect[],
  author: Person | null = null,
): Effect[] {
  const { ticket, participants, records } = scene;
  if (ticket.assignee === null) return [];
  const was = records.ofCustomer.coverage;
  const is = coverageNow(ticket, records.ofCustomer, desk.now);
  if (was === null || was.covered === is.covered) return [];
  const told = new Set(beside.flatMap((effect) => (effect.act === 'queue-mail' ? [effect.mail.to.address] : [])));
  const people = whoIsTold(ticket, participants, desk.settings.people, author);
  const others = people.filter(({ addresses }) => !addresses.some((address) => told.has(address)));
  const because = is.covered
    ? ''
    : say('Nothing changes on the ticket by itself. Sales can renew the contract, a manager can grant an exception.');
  return notifyDue(desk, scene, others, { headline: headlineOf(tagOf(desk.settings.desk.prefix, ticket.number), is), because });
}

function headlineOf(tag: string, { covered, why, number }: Coverage): Saying {
  if (covered)
    return why === 'exception' ? say`${tag} is covered by an exception now` : say`${tag} is covered by ${number ?? ''} now`;
  if (why === 'expired') return say`${tag} is not covered any more: contract ${number ?? ''} has ended`;
  if (why === 'used-up') return say`${tag} is not covered any more: what contract ${number ?? ''} includes is used up`;
  return say`${tag} is not covered as it stands`;
}
