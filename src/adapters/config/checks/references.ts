import { likely } from '../../../domain/likely.ts';
import { error, type FileName, type Finding, find, type Place, type World, warning } from './world.ts';

/** Names that must be declared in sla.yaml. */
const references: { file: FileName; pattern: string; to: 'plans' | 'calendars'; what: string }[] = [
  { file: 'customers', pattern: 'customers.*.plan', to: 'plans', what: 'plan' },
  { file: 'helpdesk', pattern: 'desk.calendar', to: 'calendars', what: 'calendar' },
  { file: 'people', pattern: 'people.*.calendar', to: 'calendars', what: 'calendar' },
  { file: 'sla', pattern: 'plans.*.calendar', to: 'calendars', what: 'calendar' },
  { file: 'sla', pattern: 'teams.*.calendar', to: 'calendars', what: 'calendar' },
];

/** Finds names of plans, calendars and teams that nothing stands for. */
export function checkReferences(world: World): Finding[] {
  const dangling = references.flatMap(({ file, pattern, to, what }) => {
    if (world.sla === 'unreadable') return [];
    const known = namesUnder(world, to);
    return find(world, file, pattern)
      .filter(isNotIn(known))
      .map((place) => error(place, noSuch(what, place, known, 'sla.yaml')));
  });
  return [
    ...dangling,
    ...checkReviews(world),
    ...checkTeams(world),
    ...checkHandles(world),
    ...checkHandover(world),
    ...checkProcesses(world),
  ];
}

/** Mail may have brought in customers that no file names: theirs is a warning. */
function checkReviews(world: World): Finding[] {
  const plans = namesUnder(world, 'plans');
  const ofPlans = keysOf(find(world, 'sla', 'reviews.plans.*')).filter(isNotIn(plans));
  const ids = find(world, 'customers', 'customers.*.id').map(({ value }) => String(value));
  const ofCustomers = world.customers === 'unreadable' ? [] : keysOf(find(world, 'sla', 'reviews.customers.*'));
  return [
    ...ofPlans.map((place) => error(place, noSuch('plan', place, plans, 'sla.yaml'))),
    ...ofCustomers.filter(isNotIn(ids)).map((place) => warning(place, noSuch('customer', place, ids, 'customers.yaml'))),
  ];
}

/** As what they are called stands in for what they say. */
const keysOf = (places: readonly Place[]): Place[] => places.map((place) => ({ ...place, value: place.path.at(-1) }));

/** Whoever looks after a customer, or is on call, is one of us. */
function checkHandles(world: World): Finding[] {
  if (world.people === 'unreadable') return [];
  const handles = find(world, 'people', 'people.*.handle').flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
  const named = [
    ...find(world, 'customers', 'customers.*.relationship'),
    ...find(world, 'sla', 'alarms.on_call.*'),
    ...find(world, 'people', 'people.*.away.*.to'),
  ];
  return named.filter(isNotIn(handles)).map((place) => error(place, noSuch('handle', place, handles, 'people.yaml')));
}

/** What a hand-over may say must be something a ticket has. */
function checkHandover(world: World): Finding[] {
  const own = find(world, 'helpdesk', 'desk.fields.*').map(({ path }) => String(path.at(-1)));
  const known = [...facts, ...own];
  return find(world, 'helpdesk', 'desk.handover.fields.*')
    .filter(isNotIn(known))
    .map((place) => warning(place, `it is not told until a process has it: ${noSuch('field', place, known, 'helpdesk.yaml')}`));
}

const facts = ['type', 'severity', 'priority', 'impact', 'complexity', 'level', 'tags', 'opened', 'channel'];

function checkTeams(world: World): Finding[] {
  if (world.people === 'unreadable') return [];
  const teams = find(world, 'people', 'people.*.teams.*').flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
  return find(world, 'helpdesk', 'mailboxes.*.team')
    .filter(isNotIn(teams))
    .map((place) => warning(place, `nobody would be told of its new tickets: ${noSuch('team', place, teams, 'people.yaml')}`));
}

function checkProcesses(world: World): Finding[] {
  const named = [
    ...find(world, 'helpdesk', 'desk.workflow'),
    ...find(world, 'helpdesk', 'mailboxes.*.workflow'),
    ...find(world, 'customers', 'customers.*.workflow'),
  ];
  return named
    .filter(isNotIn(world.workflows))
    .map((place) => error(place, noSuch('process', place, world.workflows, 'workflows/')));
}

const namesUnder = (world: World, key: string) => find(world, 'sla', `${key}.*`).map(({ path }) => String(path.at(-1)));

const isNotIn =
  (known: readonly string[]) =>
  ({ value }: Place) =>
    typeof value === 'string' && !known.includes(value);

function noSuch(what: string, place: Place, known: readonly string[], file: string): string {
  const name = String(place.value);
  const meant = likely(name, known);
  const listed = known.length === 0 ? 'there is none' : `known: ${[...new Set(known)].join(', ')}`;
  return `no ${what} ${JSON.stringify(name)} in ${file}${meant === null ? ` (${listed})` : `, did you mean \`${meant}\`?`}`;
}
