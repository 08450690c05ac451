import { tagOf } from '../match/subject-tag.ts';
import type { Desk, Letter } from './outgoing.ts';
import type { TemplateName } from './template-data.ts';

/**
 * A mail of ours as somebody outside may have it: what was handed to them, what a process says and asks them, answers to their
 * own commands. No title, no customer's name, no file that was not chosen for them. Null for what is no business of theirs.
 */
export function forOutsider<Name extends TemplateName>(
  { settings }: Desk,
  letter: Omit<Letter<Name>, 'to'>,
): Omit<Letter<Name>, 'to'> | null {
  const { template, ticket, data, attachments = [] } = letter;
  if (!allowed.some((name) => name === template)) return null;
  const { desk, people } = settings;
  const subject = ticket === null ? desk.name : `[${tagOf(desk.prefix, ticket.number)}] ${desk.name}`;
  const isOurs = (name: string): boolean => people.some((one) => one.name === name);
  const own = { ...untitled(data), ...(Object.hasOwn(data, 'subject') ? { subject } : {}) };
  const by = 'by' in data && typeof data.by === 'string' && !isOurs(data.by) ? { by: '' } : {};
  const isHandOver = template === 'handed-over';
  return {
    ...letter,
    ...(ticket === null ? {} : { ticket: { ...ticket, subject: '' } }),
    data: isHandOver ? data : { ...own, ...by },
    subject: ticket === null ? (letter.subject ?? null) : subject,
    fromName: isOurs(letter.fromName ?? '') ? (letter.fromName ?? '') : '',
    attachments: isHandOver ? attachments : [],
    thread: [],
  };
}

const allowed: readonly TemplateName[] = [
  ...(['handed-over', 'moved-on', 'asked', 'invited', 'reminded', 'command-error', 'receipt', 'receipt-many'] as const),
  ...(['help', 'help-command', 'confirm', 'second-address', 'confirm-address', 'not-counted', 'confirm-answer'] as const),
];

/** Without what a customer called it, whom else it went to, and what was found out, wherever in it that stands. */
function untitled<Thing>(thing: Thing): Thing {
  if (Array.isArray(thing)) return thing.map(untitled) as Thing;
  if (typeof thing !== 'object' || thing === null) return thing;
  const kept = Object.entries(thing).map(([key, value]) => [
    key,
    told.has(key) ? (Array.isArray(value) ? [] : '') : untitled(value),
  ]);
  return Object.fromEntries(kept) as Thing; // the same keys, values of the same kinds
}

const told: ReadonlySet<string> = new Set(['title', 'subject', 'mails', 'facts', 'soFar']);
