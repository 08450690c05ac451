import { likely } from '../../../domain/likely.ts';
import { everyClock } from '../../../domain/sla/courses.ts';
import { error, type Finding, find, type Place, textOf, under, type World, warning, whereIs } from './world.ts';

/** Finds what is doubled in service plans, teams that nobody is in, and times for clocks that nothing runs. */
export const checkPlans = (world: World): Finding[] => [
  ...find(world, 'sla', 'plans.*.warn').flatMap((shares) => doubles(itemsOf(shares), shareIn, 'the share')),
  ...find(world, 'sla', 'plans.*.escalate').flatMap((chain) => doubles(itemsOf(chain), rungIn, 'the rung')),
  ...teamsOfNobody(world),
  ...idleClocks(world),
];

const itemsOf = ({ tree, path, value }: Place): Place[] =>
  Array.isArray(value) ? value.map((one: unknown, at) => ({ tree, path: [...path, at], value: one })) : [];

const shareIn = (place: Place): string | undefined => textOf(place)?.replace(/\s/g, '');

function rungIn(place: Place): string | undefined {
  const to = textOf(place) ?? textOf(under(place, 'to'));
  return to === undefined ? undefined : `${to} ${textOf(under(place, 'after')) ?? ''}`.trim();
}

function doubles(places: readonly Place[], nameOf: (place: Place) => string | undefined, what: string): Finding[] {
  return places.flatMap((place, at) => {
    const name = nameOf(place);
    const before = places.slice(0, at).find((one) => name !== undefined && nameOf(one) === name);
    return before === undefined ? [] : [error(place, `${what} ${name} stands twice, first at ${whereIs(before)}`)];
  });
}

function teamsOfNobody(world: World): Finding[] {
  if (world.people === 'unreadable') return [];
  const known = find(world, 'people', 'people.*.teams.*').map(({ value }) => String(value));
  return find(world, 'sla', 'teams.*').flatMap((place) => {
    const name = String(place.path.at(-1));
    return known.includes(name) ? [] : [warning(place, `nobody is in the team ${name}${hint(name, known)}`)];
  });
}

/** A misspelt clock would never run, and nobody would notice. */
function idleClocks(world: World): Finding[] {
  const known = [...everyClock, ...world.clocks];
  return find(world, 'sla', 'plans.*.targets.*.*').flatMap((place) => {
    const name = String(place.path.at(-1));
    return known.includes(name) ? [] : [warning(place, `no process has a clock ${name}${hint(name, known)}`)];
  });
}

function hint(name: string, known: readonly string[]): string {
  const meant = likely(name, known);
  return meant === null ? ` (known: ${[...new Set(known)].join(', ') || 'none'})` : `, did you mean \`${meant}\`?`;
}
