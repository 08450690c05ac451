import { nearest } from '../../nearest.ts';
import { either, listed, say } from '../../saying.ts';
import type { Person } from '../../settings.ts';
import type { Word } from '../grammar/words.ts';
import { fittingFor, insidersOf, ofLevel } from './availability.ts';
import { type Command, type Deed, insiders, type Scene } from './command.ts';
import { freeOf, handTo } from './hand-to.ts';
import { saidChange } from './said-change.ts';

/** Gives the ticket to a person, a team, somebody of a level, or whoever is free. */
export const assign: Command = {
  name: 'assign',
  translations: { es: ['asignar'], de: ['zuweisen'], fr: ['assigner', 'attribuer'], pt: ['atribuir'] },
  args: 'WHO',
  roles: insiders,
  class: 'C3',
  help: say(
    'Gives the ticket to a colleague (handle, name or address), a team, somebody of a level (`L2`) or whoever of its team and level has the least to do (`auto`). `me` is yourself, `nobody` frees it.',
  ),
  inTitle: true,
  fits: ({ state }) => state !== 'closed',
  perform: (words, scene) => {
    const { people } = scene.settings;
    const whole = words.map(({ text }) => text).join(' ');
    const [word] = words;
    if (word === undefined) {
      const suggestions = insidersOf(people).map(({ handle }) => `assign ${handle}`);
      const expected = say('a handle, name or address, a team, a level or auto');
      return { kind: 'refused', problem: say('`assign` needs to know whom'), expected, suggestions };
    }
    const found = /^me$/i.test(whole) ? [scene.actor] : insidersOf(people).filter((one) => isMeant(one, whole.toLowerCase()));
    const [person] = found;
    if (person !== undefined && found.length === 1) return handTo(person, scene);
    return found.length > 1 ? unclear(whole, word, found) : (withoutName(whole, scene) ?? unknown(whole, word, scene));
  },
};

/** `nobody`, a team, a level, `auto`. */
function withoutName(whole: string, scene: Scene): Deed | null {
  if (/^nobody$/i.test(whole)) return handTo(null, scene);
  const team = teamsOf(scene).find((one) => one.toLowerCase() === whole.toLowerCase().replace(/^team /, ''));
  if (team !== undefined) return toTeam(team, scene);
  if (/^l[123]$/i.test(whole)) {
    const level = whole.toUpperCase();
    const free = freeOf(ofLevel(level, scene), level, `assign! ${level}`, scene);
    return 'kind' in free ? free : handTo(free.person, scene, { more: { level }, why: level });
  }
  if (!/^auto$/i.test(whole)) return null;
  const free = freeOf(fittingFor(scene), null, 'assign! auto', scene);
  return 'kind' in free ? free : handTo(free.person, scene, { why: say('most free') });
}

function toTeam(team: string, scene: Scene): Deed {
  const deed = handTo(null, scene, { more: { team } });
  if (deed.kind === 'refused' || deed.set === undefined)
    return deed.kind === 'refused' ? deed : { ...deed, change: say`already ${team}` };
  const { assignee, team: from } = scene.ticket;
  const before = [assignee, from].filter((one) => one !== null && one !== team);
  const change = saidChange('assignee', before.length === 0 ? say('nobody') : before.join(', '), say`team ${team}`);
  return { ...deed, change };
}

const teamsOf = ({ settings: { people, mailboxes } }: Scene): string[] => [
  ...new Set([...people.flatMap(({ teams }) => teams), ...mailboxes.flatMap(({ team }) => team ?? [])]),
];

const unclear = (whole: string, word: Word, found: readonly Person[]): Deed => ({
  kind: 'refused',
  problem: say`“${whole}” may be ${either(found.map(({ handle }) => handle))}`,
  expected: say`one of ${found.map(({ handle }) => handle).join(', ')}`,
  word,
  suggestions: found.map(({ handle }) => `assign ${handle}`),
});

function unknown(whole: string, word: Word, scene: Scene): Deed {
  const people = insidersOf(scene.settings.people);
  const teams = teamsOf(scene);
  const names = [...people.flatMap(({ handle, name }) => [handle, name.toLowerCase()]), ...teams];
  return {
    kind: 'refused',
    problem: say`nobody here is “${whole}”`,
    expected: say`one of ${listed([...people.map(({ handle }) => handle), ...teams, say('L1 to L3'), 'auto'])}`,
    word,
    suggestions: nearest(whole.toLowerCase(), names, 3).map((name) => `assign ${handleOf(people, name)}`),
  };
}

function isMeant({ handle, name, addresses }: Person, whole: string): boolean {
  return handle.toLowerCase() === whole || addresses.includes(whole) || name.toLowerCase() === whole || firstName(name) === whole;
}

const firstName = (name: string): string => name.toLowerCase().split(/\s+/)[0] ?? '';

const handleOf = (people: readonly Person[], name: string): string =>
  people.find((person) => person.handle === name || person.name.toLowerCase() === name)?.handle ?? name;
