import { nearest } from '../../nearest.ts';
import { listed, say } from '../../saying.ts';
import { type Command, insiders } from './command.ts';
import { readTags } from './tag.ts';

/** Takes tags off the ticket. */
export const untag: Command = {
  name: 'untag',
  translations: { es: ['desetiquetar'], de: ['entmarkieren'], fr: ['désétiqueter', 'desetiqueter'], pt: ['desmarcar'] },
  args: 'WORD [WORD…]',
  roles: insiders,
  class: 'C3',
  help: say('Takes tags off the ticket, several at once.'),
  inTitle: false,
  fits: ({ tags }) => tags.length > 0,
  perform: (words, { ticket: { tags } }) => {
    const read = readTags('untag', words);
    if (read.kind === 'refused') return read;
    const removed = read.tags.filter((one) => tags.includes(one));
    const absent = read.tags.filter((one) => !tags.includes(one));
    const meant = absent.flatMap((one) => nearest(one, tags, 3));
    const [slip] = absent;
    if (meant.length > 0 && slip !== undefined) {
      const word = words.find(({ text }) => text.toLowerCase().includes(slip));
      const problem = say`there is no tag “${slip}” on it`;
      const suggestions = meant.map((one) => `untag ${one}`);
      return { kind: 'refused', problem, expected: say`one of ${tags.join(', ')}`, ...(word && { word }), suggestions };
    }
    const change = listed([...removed.map((one) => `−${one}`), ...absent.map((one) => say`${one} is not there`)]);
    if (removed.length === 0) return { kind: 'done', change };
    return {
      kind: 'done',
      set: { tags: tags.filter((one) => !removed.includes(one)) },
      event: 'untagged',
      words: { removed },
      change,
    };
  },
};
