import type { Facts, TicketScene } from '../decide/facts.ts';
import { removed } from '../redaction.ts';
import type { TicketMessage } from '../ticket.ts';
import type { Quoted } from './letter-data.ts';
import { timeFor } from './time-for.ts';

/** Characters of a mail that stand below our answer; who wants more has it in their own mailbox. */
const longest = 2_000;

/**
 * The mail that an answer answers, for below it: the last one from outside, without its own history. Only for who wrote it:
 * nobody else ever gets a quote of earlier mail (A2), nor what a colleague passed on or noted (C3b).
 */
export function quotedFor(
  { settings }: { settings: Pick<Facts['settings'], 'desk' | 'people' | 'customers'> },
  { ticket, messages }: TicketScene,
  reader: string,
): Quoted | null {
  const last = messages.findLast((message) => isFromOutside(message, settings.people));
  if (last === undefined || last.from.address !== reader) return null;
  const text = last.visibleText.trim();
  if (text === '' || text === removed) return null;
  const timezone = settings.customers.find(({ id }) => id === ticket.customer)?.timezone ?? null;
  return {
    from: last.from.name || last.from.address,
    at: timeFor(last.at, { language: ticket.language, timezone }, settings.desk),
    text: cut(text),
  };
}

/** What came by way of one of us has no Message-ID of its writer's. */
const isFromOutside = ({ direction, status, messageId, from }: TicketMessage, people: Facts['settings']['people']): boolean =>
  direction === 'in' &&
  status === 'filed' &&
  messageId !== null &&
  from.address !== '' &&
  !people.some(({ addresses }) => addresses.includes(from.address));

/** As much of a text as a mail quotes of it: up to a gap between words, where there is one near the end. */
export function cut(text: string, most: number = longest): string {
  if (text.length <= most) return text;
  const whole = text
    .slice(0, most)
    .toWellFormed()
    .replace(/\ufffd$/, '');
  return `${whole.replace(/\s\S{0,200}$/, '').trimEnd()} […]`;
}
