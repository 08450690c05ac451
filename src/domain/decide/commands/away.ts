import { type Saying, say } from '../../saying.ts';
import { type Here, printWhen, whenAtStart } from '../grammar/when.ts';
import type { Word } from '../grammar/words.ts';
import { type Command, type Deed, type DeskScene, insiders } from './command.ts';

/** Until when the sender is not here, and who has their tickets meanwhile. */
export const away: Command = {
  name: 'away',
  translations: { es: ['ausente'], de: ['abwesend'], fr: ['absent'], pt: ['ausente'] },
  args: 'until DATE [to WHO]|off',
  roles: insiders,
  class: 'C3',
  help: say(
    'Says until when you are away and who stands in for you; `away off` says that you are back. Meanwhile `assign auto` leaves you out.',
  ),
  inTitle: false,
  fits: () => true,
  perform: goAway,
  anywhere: goAway,
};

function goAway(words: readonly Word[], scene: DeskScene): Deed {
  const { actor, lookups, settings, now } = scene;
  const here: Here = { now, zone: actor.timezone ?? settings.desk.timezone };
  const colleague = lookups.colleagues.find(({ handle }) => handle === actor.handle);
  const was = { awayUntil: colleague?.awayUntil ?? null, awayTo: colleague?.awayTo ?? null };
  const keep = (set: typeof was, change: Saying): Deed => ({
    kind: 'done',
    effects: [{ act: 'prefer', handle: actor.handle, set }],
    back: [{ act: 'prefer', handle: actor.handle, set: was }],
    change,
  });
  const [first, ...rest] = words;
  if (first !== undefined && rest.length === 0 && /^(?:off|no|back)$/i.test(first.text))
    return was.awayUntil === null
      ? { kind: 'done', change: say('you were not away') }
      : keep({ awayUntil: null, awayTo: null }, say('away → here'));
  const named = first !== undefined && untilWords.test(first.text) ? rest : words;
  const found = whenAtStart(
    named.map(({ text }) => text),
    here,
  );
  if (found === null)
    return badDate(named[0], named.length === 0 ? say('`away` needs a date') : say`“${shown(named)}” begins with no date`);
  if (found.when.at <= now) return badDate(named[0], say`${printWhen(found.when, here.zone)} is over`);
  const stand = standIn(named.slice(found.used), scene);
  if ('kind' in stand) return stand;
  const until = printWhen(found.when, here.zone);
  return keep(
    { awayUntil: found.when.at, awayTo: stand.handle },
    stand.handle === null ? say`away until ${until}` : say`away until ${until}, to ${stand.handle}`,
  );
}

const untilWords = /^(?:until|till|hasta|bis|jusqu['’](?:au?|à)|até|ate)$/i;
const toWords = /^(?:to|a|an|à|para)$/i;

/** Whoever takes over; nobody where nothing is said. */
function standIn([to, ...who]: readonly Word[], { actor, settings }: DeskScene): { handle: string | null } | Deed {
  if (to === undefined) return { handle: null };
  const wanted = (toWords.test(to.text) ? shown(who) : shown([to, ...who])).toLowerCase();
  const others = settings.people.filter(({ roles, handle }) => !roles.includes('operator') && handle !== actor.handle);
  const found = others.filter(
    ({ handle, name, addresses }) =>
      handle.toLowerCase() === wanted || name.toLowerCase() === wanted || addresses.includes(wanted),
  );
  const [person] = found;
  if (person !== undefined && found.length === 1) return { handle: person.handle };
  return {
    kind: 'refused',
    problem: wanted === '' ? say('`to` needs to know whom') : say`no colleague is “${wanted}”`,
    expected: say`one of ${others.map(({ handle }) => handle).join(', ')}`,
    word: who[0] ?? to,
    suggestions: [],
  };
}

const badDate = (word: Word | undefined, problem: Saying): Deed => ({
  kind: 'refused',
  problem,
  expected: say('a date to come, such as 2026-03-06, fri or +3d; or `off`'),
  ...(word === undefined ? {} : { word }),
  suggestions: ['away until tomorrow', 'away until +7d', 'away off'],
});

const shown = (words: readonly Word[]): string => words.map(({ text }) => text).join(' ');
