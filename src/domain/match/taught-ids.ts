import { ancestors, type Verdict } from '../authenticate/verdict.ts';
import type { Effect } from '../effect.ts';
import type { TicketNo } from '../ids.ts';
import type { Mail } from '../mail.ts';
import type { Placement } from './place-mail.ts';

/**
 * ms-5: relays replace our Message-ID, and a colleague's answer may overtake the mail it answers. A mail that its signed
 * address placed tells under which id its ticket is known elsewhere: later replies find it by that, without the address.
 *
 * Only what no ticket knows is learnt, never an id that we signed ourselves.
 */
export function taughtIds(
  { mail, verdict, placement }: { mail: Mail; verdict: Verdict; placement: Placement },
  ticket: TicketNo,
): Effect[] {
  if (placement.by !== 'token' || verdict.token.kind !== 'valid' || verdict.level === 'E0') return [];
  return ancestors(mail)
    .slice(0, 1)
    .filter((id) => !verdict.cited.some((one) => one.id === id))
    .map((messageId) => ({ act: 'learn-id', ticket, messageId, cited: true }));
}
