import type { Facts, Sender, TicketScene } from '../../domain/decide/facts.ts';
import { type TicketNo, ticketNo } from '../../domain/ids.ts';
import { isLongClosed } from '../../domain/match/follow-up.ts';
import type { Placement } from '../../domain/match/place-mail.ts';
import { tagOf } from '../../domain/match/subject-tag.ts';
import type { Reading } from '../../domain/ports.ts';
import type { Settings } from '../../domain/settings.ts';
import { sceneOf } from './5-match.ts';
import type { Understood } from './understand.ts';

type FollowUp = { scene: TicketScene | null; follows: Facts['follows'] };

/**
 * A customer's mail to a ticket that was deleted opens one of its own beside it; what is no news of theirs is left. For
 * associates a deleted ticket is there: they can bring it back.
 */
export function besideDeleted(
  placement: Placement,
  found: TicketScene | null,
  sender: Sender,
  { desk }: Settings,
): { placement: Placement; found: TicketScene | null } {
  if (found === null || found.ticket.deleted === null || sender.kind === 'associate') return { placement, found };
  const { number } = found.ticket;
  const refused = `${tagOf(desk.prefix, number)} was deleted`;
  return { placement: { ...placement, ticket: null, linked: number, refused, deleted: true }, found: null };
}

/**
 * A customer's reply to a ticket that was closed long ago belongs to the ticket that followed it, else opens one (then
 * `scene` is null). Thanks, machines, associates and old mail that is imported stay with the ticket they answer.
 */
export async function followUp(
  at: Reading,
  { mail, classification, arrival }: Understood,
  scene: TicketScene | null,
  sender: Sender,
  settings: Settings,
  now: number,
): Promise<FollowUp> {
  const { desk } = settings;
  const stays = { scene, follows: null };
  if (scene === null || !isLongClosed(scene.ticket, desk, now) || arrival.imported) return stays;
  const speaks = classification.kind === 'human' && !classification.thanks;
  const joins = ({ participants }: TicketScene): boolean => participants.some(({ address }) => address === mail.from.address);
  if (!speaks || sender.kind === 'associate' || !joins(scene)) return stays;
  const next = await sceneOf(at, await latestFollower(at, scene.ticket.number), sender, settings);
  if (next !== null && joins(next) && !isLongClosed(next.ticket, desk, now)) return { scene: next, follows: null };
  return { scene: null, follows: scene.ticket.number };
}

async function latestFollower(at: Reading, number: TicketNo): Promise<TicketNo | null> {
  const rows = await at.journal(number);
  const by = rows.findLast(({ event }) => event === 'followed-up')?.data.by;
  return typeof by === 'number' ? ticketNo(by) : null;
}
