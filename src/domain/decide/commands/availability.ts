import type { Person } from '../../settings.ts';
import type { Colleague } from '../../ticket.ts';
import type { DeskScene, Scene } from './command.ts';

/** Those who may hold tickets: everybody inside. */
export const insidersOf = (people: readonly Person[]): Person[] => people.filter(({ roles }) => !roles.includes('operator'));

/** Until when somebody is away; null where they are here. */
export function awayUntil({ handle }: Person, { lookups, now }: Pick<DeskScene, 'lookups' | 'now'>): number | null {
  const until = colleague(handle, lookups)?.awayUntil ?? null;
  return until !== null && until > now ? until : null;
}

/**
 * Who of these takes one more ticket with the least ado: here, with the fewest open tickets, by handle where that is equal. What
 * is high or severe goes by how many such somebody has, so that two fires are never at the same hands while others have none.
 * The ticket in hand does not count against its holder. Undefined where all are away.
 */
export function mostFree(candidates: readonly Person[], scene: Pick<Scene, 'lookups' | 'now' | 'ticket'>): Person | undefined {
  const isUrgent = scene.ticket.severity === 'high' || scene.ticket.severity === 'severe';
  const load = (person: Person): readonly [number, number] => {
    const { open = 0, urgent = 0 } = colleague(person.handle, scene.lookups) ?? {};
    const own = scene.ticket.assignee === person.handle ? 1 : 0;
    return isUrgent ? [urgent - own, open - own] : [open - own, urgent];
  };
  return candidates
    .filter((person) => awayUntil(person, scene) === null)
    .map((person) => ({ person, load: load(person) }))
    .toSorted((a, b) => a.load[0] - b.load[0] || a.load[1] - b.load[1] || (a.person.handle < b.person.handle ? -1 : 1))[0]
    ?.person;
}

/** Of a level, those of the ticket's team where it has any there. */
export function ofLevel(level: string, { settings, ticket }: Pick<Scene, 'settings' | 'ticket'>): Person[] {
  const all = insidersOf(settings.people).filter((person) => person.level === level);
  const near = all.filter(({ teams }) => ticket.team !== null && teams.includes(ticket.team));
  return near.length > 0 ? near : all;
}

/** Those whom a ticket may be given without naming anybody: of its level and team as far as there are such. */
export function fittingFor({ settings, ticket }: Pick<Scene, 'settings' | 'ticket'>): Person[] {
  const working = insidersOf(settings.people).filter(({ roles }) =>
    roles.some((role) => role === 'associate' || role === 'engineer' || role === 'lead'),
  );
  const inTeam = working.filter(({ teams }) => ticket.team !== null && teams.includes(ticket.team));
  const crew = inTeam.length > 0 ? inTeam : working;
  const levelled = (people: readonly Person[]) => people.filter(({ level }) => level === ticket.level);
  if (ticket.level === null) return crew;
  return [levelled(crew), levelled(working), crew].find((one) => one.length > 0) ?? [];
}

const colleague = (handle: string, { colleagues }: DeskScene['lookups']): Colleague | undefined =>
  colleagues.find((one) => one.handle === handle);
