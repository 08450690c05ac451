import { tellCustomer } from '../answer/tell-customer.ts';
import type { Effect } from '../effect.ts';
import type { NewOutboxRow } from '../outbox.ts';
import type { Person } from '../settings.ts';
import type { NewMessage } from '../ticket.ts';
import { ownWords } from '../visible-text/own-words.ts';
import type { Performed } from './check-commands.ts';
import type { Facts, TicketScene } from './facts.ts';

/** A held text goes out as its author's answer. */
export function release(facts: Facts, scene: TicketScene, person: Person, { releases }: Performed['deed']): Effect[] {
  if (releases === undefined) return [];
  const { id, visibleText, attachments } = releases;
  const body = ownWords(visibleText);
  const told = tellCustomer(facts, scene, person, 'reply', { body, attachments });
  const set = { status: 'filed', direction: 'out', draft: null, visibleText: body } as const;
  return [{ act: 'change-entry', entry: id, set: { ...set, ...leaving(told, releases) } }, ...told];
}

/** A held text that went out is held again, as it was. */
export const heldAgain = ({ releases }: Performed['deed'], handle: string): Effect[] => {
  if (releases === undefined) return [];
  const { id: entry, messageId, to, visibleText } = releases;
  const set = { status: 'held', direction: 'note', draft: handle, messageId, to, visibleText } as const;
  return [{ act: 'change-entry', entry, set }];
};

/** The id that words leave with, and whom they leave for. */
export function leaving(
  told: readonly Effect[],
  { messageId }: Pick<NewMessage, 'messageId'>,
): Pick<NewMessage, 'messageId' | 'to'> {
  const mails = mailsIn(told);
  return { messageId: mails[0]?.messageId ?? messageId, to: mails.map(({ to }) => to.address) };
}

/** Mails that effects bring. */
export const mailsIn = (effects: readonly Effect[]): NewOutboxRow[] =>
  effects.flatMap((effect) => (effect.act === 'queue-mail' ? [effect.mail] : []));
