import { nearest } from '../../nearest.ts';
import type { Person } from '../../settings.ts';
import type { Word } from '../grammar/words.ts';
import { type Command, insiders } from './command.ts';

/** Gives the ticket to a person, by handle, name or address. */
export const assign: Command = {
  name: 'assign',
  translations: { es: ['asignar'], de: ['zuweisen'], fr: ['assigner', 'attribuer'], pt: ['atribuir'] },
  args: 'WHO',
  roles: insiders,
  class: 'C3',
  help: 'Gives the ticket to a colleague: a handle, a name or an address. `me` is yourself, `nobody` frees it.',
  inTitle: true,
  fits: ({ state }) => state !== 'closed',
  perform: (words, { ticket, actor, settings: { people } }) => {
    const whole = words.map(({ text }) => text).join(' ');
    const insiders = people.filter(({ roles }) => !roles.includes('operator'));
    const choices = insiders.map(({ handle }) => `assign ${handle}`);
    if (whole === '')
      return {
        kind: 'refused',
        problem: '`assign` needs to know whom',
        expected: 'a handle, name or address',
        suggestions: choices,
      };
    const found = /^me$/i.test(whole) ? [actor] : insiders.filter((person) => isMeant(person, whole.toLowerCase()));
    const [person] = found;
    if (/^nobody$/i.test(whole)) return assigned(ticket.assignee, null);
    if (person !== undefined && found.length === 1) return assigned(ticket.assignee, person.handle);
    const names = insiders.flatMap(({ handle, name }) => [handle, name.toLowerCase()]);
    const [word] = words as readonly [Word];
    return {
      kind: 'refused',
      problem:
        found.length > 1 ? `“${whole}” may be ${found.map(({ handle }) => handle).join(' or ')}` : `nobody here is “${whole}”`,
      expected: `one of ${insiders.map(({ handle }) => handle).join(', ')}`,
      word,
      suggestions: nearest(whole.toLowerCase(), names, 3).map((name) => `assign ${handleOf(insiders, name)}`),
    };
  },
};

const assigned = (from: string | null, to: string | null): ReturnType<Command['perform']> =>
  from === to
    ? { kind: 'done', change: `already ${to ?? 'nobody'}` }
    : {
        kind: 'done',
        set: { assignee: to },
        event: 'assigned',
        data: { from, to },
        change: `${from ?? 'nobody'} → ${to ?? 'nobody'}`,
      };

function isMeant({ handle, name, addresses }: Person, whole: string): boolean {
  return handle.toLowerCase() === whole || addresses.includes(whole) || name.toLowerCase() === whole || firstName(name) === whole;
}

const firstName = (name: string): string => name.toLowerCase().split(/\s+/)[0] ?? '';

const handleOf = (people: readonly Person[], name: string): string =>
  people.find((person) => person.handle === name || person.name.toLowerCase() === name)?.handle ?? name;
