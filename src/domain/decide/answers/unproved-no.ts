import type { Action } from '../../answer/template-data.ts';
import { isNo } from '../../ask/answer-words.ts';
import type { Effect } from '../../effect.ts';
import { type Saying, say } from '../../saying.ts';
import type { Actor, TicketChange } from '../../ticket.ts';
import type { TicketScene } from '../facts.ts';
import type { Counting } from './put-on-record.ts';
import { takeOffRecord } from './take-off-record.ts';

/** What it came to: on record, and by the step that it fired. */
type Done = { recorded: readonly Effect[]; effects: readonly Effect[]; back: readonly Effect[] };

/** A no counts from the ticket's own address (C1); whoever has that address may not be who was asked. */
export const isUnprovedNo = ({ by, answer, level }: { by: Pick<Actor, 'kind'> } & Pick<Counting, 'answer' | 'level'>): boolean =>
  by.kind === 'contact' && isNo(answer) && level < 'E2';

/** For those inside. */
export const unproved: Saying = say(
  'That came with a signed address only; the sender was not proved. If it was not theirs, `undo decline` puts it back as it was',
);

/** The button that takes it back. */
export const undoDecline: Action = { label: 'undo', href: '', command: 'undo decline' };

/** How one of us takes such a no back; nothing for any other answer. */
export function undoOfNo({ ticket, records }: TicketScene, counting: Counting, { recorded, effects, back }: Done): Effect[] {
  if (!isUnprovedNo(counting)) return [];
  const { ask, by, answer } = counting;
  const changes = effects.flatMap((effect) =>
    effect.act === 'change-ticket' && effect.ticket === ticket.number ? Object.entries(effect.set) : [],
  );
  const set: TicketChange = Object.fromEntries(changes);
  const was = Object.fromEntries(Object.keys(set).map((key) => [key, Reflect.get(ticket, key)]));
  const mails = effects.flatMap((effect) =>
    effect.act === 'queue-mail' && effect.mail.party === 'contact' ? [effect.mail.messageId] : [],
  );
  const undo = { commands: answer, was, set, back: [...back, ...takeOffRecord(recorded, { ask, by }, records)], mails };
  return [{ act: 'keep-answer-undo', ask: ask.id, by, undo }];
}
