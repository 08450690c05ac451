import { nearest } from '../../nearest.ts';
import { say } from '../../saying.ts';
import type { Person } from '../../settings.ts';
import type { Participant } from '../../ticket.ts';
import type { Word } from '../grammar/words.ts';
import { insidersOf } from './availability.ts';
import type { Deed, Scene } from './command.ts';

export type Colleagues = { kind: 'people'; people: readonly Person[] } | Extract<Deed, { kind: 'refused' }>;

/** Colleagues by handle or address; the sender where none is named. */
export function colleaguesIn(lead: string, words: readonly Word[], { actor, settings }: Scene): Colleagues {
  const all = insidersOf(settings.people);
  const found: Person[] = [];
  for (const word of words) {
    const said = word.text.toLowerCase();
    const person = said === 'me' ? actor : all.find(({ handle, addresses }) => handle === said || addresses.includes(said));
    if (person !== undefined) found.push(person);
    else return unknown(lead, word, all);
  }
  return { kind: 'people', people: words.length === 0 ? [actor] : [...new Set(found)] };
}

const unknown = (lead: string, word: Word, all: readonly Person[]): Colleagues => ({
  kind: 'refused',
  problem: say`nobody here is “${word.text}”`,
  expected: say`one of ${all.map(({ handle }) => handle).join(', ')}`,
  word,
  suggestions: nearest(
    word.text.toLowerCase(),
    all.map(({ handle }) => handle),
    3,
  ).map((handle) => `${lead} ${handle}`),
});

/** How they take part, undefined where they do not. */
export const partOf = ({ addresses }: Person, participants: readonly Participant[]): Participant | undefined =>
  participants.find(({ address }) => addresses.includes(address));
