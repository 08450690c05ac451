import { listed, say } from '../../saying.ts';
import type { Word } from '../grammar/words.ts';
import { type Command, type Deed, insiders } from './command.ts';

/** Puts words on the ticket by which it is found again. */
export const tag: Command = {
  name: 'tag',
  translations: { es: ['etiqueta', 'etiquetar'], de: ['etikett', 'markieren'], fr: ['étiquette', 'etiquette'], pt: ['marcar'] },
  args: 'WORD [WORD…]',
  roles: insiders,
  class: 'C3',
  help: say('Puts tags on the ticket, several at once.'),
  inTitle: false,
  fits: () => true,
  perform: (words, { ticket: { tags } }) => {
    const read = readTags('tag', words);
    if (read.kind === 'refused') return read;
    const added = read.tags.filter((one) => !tags.includes(one));
    const there = read.tags.filter((one) => tags.includes(one)).map((one) => say`${one} is there already`);
    if (added.length === 0) return { kind: 'done', change: listed(there) };
    const change = listed([...added.map((one) => `+${one}`), ...there]);
    return { kind: 'done', set: { tags: [...tags, ...added] }, event: 'tagged', words: { added }, change };
  },
};

type Tags = { kind: 'tags'; tags: readonly string[] } | Extract<Deed, { kind: 'refused' }>;

/** Tags as they are kept: small letters, each once; a `#` before and commas between are let pass. */
export function readTags(lead: string, words: readonly Word[]): Tags {
  const expected = say('tags of letters, digits, dots and dashes, such as printer');
  const wrong = words.find(({ text }) => split(text).some((one) => !/^[\p{L}\p{N}][\p{L}\p{N}\p{M}._-]{0,39}$/u.test(one)));
  if (wrong !== undefined)
    return { kind: 'refused', problem: say`“${wrong.text}” cannot be a tag`, expected, word: wrong, suggestions: [] };
  const tags = words.flatMap(({ text }) => split(text));
  if (tags.length === 0) return { kind: 'refused', problem: say`\`${lead}\` needs a tag`, expected, suggestions: [] };
  return { kind: 'tags', tags: [...new Set(tags)] };
}

const split = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[\s,]+/)
    .map((one) => one.replace(/^#/, ''))
    .filter((one) => one !== '');
