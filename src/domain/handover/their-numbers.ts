import type { Facts } from '../decide/facts.ts';
import type { Decision, Effect } from '../effect.ts';
import type { Person } from '../settings.ts';

/** Whoever works outside: they see what was handed to them, and nothing else. */
export const isOutside = ({ roles }: Pick<Person, 'roles'>): boolean =>
  roles.length > 0 && roles.every((role) => role === 'operator');

/** What another ticket system calls a ticket, in a subject of its mails: `[ABC-123]`, `#4711`, `Case 00123`. Ours is none. */
export function theirNumbersIn(subject: string, prefix: string): string[] {
  const own = new RegExp(`^${prefix}-`, 'i');
  const keyed = [...subject.matchAll(/(?<![\p{L}\p{N}])([A-Z][A-Z0-9]{1,9}-\d{1,9})(?![\p{L}\p{N}])/gu)].map(
    ([, key = '']) => key,
  );
  const counted = [
    ...subject.matchAll(
      /(?:#|\b(?:ticket|case|request|incident|vorgang|fall|caso|dossier|chamado)\b[\s:#]*(?:id|no\.?|nr\.?|number)?[\s:#]*)(\d{3,20})\b/giu,
    ),
  ];
  return [...new Set([...keyed.filter((key) => !own.test(key)), ...counted.map(([, number = '']) => number)])].slice(0, 3);
}

/** An outside party's mail on a ticket teaches what they call it, whoever or whatever of theirs wrote it. */
export function learnTheirNumbers({ sender, level, mail, settings }: Facts, { ticket }: Decision): Effect[] {
  if (sender.kind !== 'associate' || !isOutside(sender.person) || ticket === null || level === 'E0') return [];
  return theirNumbersIn(mail.subject, settings.desk.prefix).map((number) => ({
    ...{ act: 'learn-their-number', handle: sender.person.handle, number, ticket },
  }));
}
