import { say } from '../../saying.ts';
import { keyOf } from '../facts.ts';
import type { Word } from '../grammar/words.ts';
import { readQuery } from '../ticket-query.ts';
import { type Command, type Deed, type DeskScene, insiders } from './command.ts';

/** Rows of the file; the mail shows fewer. */
const longestFile = 1000;

/** Searches all that was ever written on tickets; the answer brings a file for a spreadsheet. */
export const find: Command = {
  name: 'find',
  translations: {
    es: ['buscar'],
    de: ['finden', 'suchen', 'suche'],
    fr: ['chercher', 'trouver'],
    pt: ['procurar', 'pesquisar', 'encontrar'],
  },
  args: 'WORDS [customer=ID] [state=STATE]',
  roles: insiders,
  class: 'C1r',
  help: say(
    'Searches the texts of all tickets and mails you what it finds, with a CSV file. Narrow it by `customer=`, `state=`, `assignee=`, `severity=`, `priority=`, `type=` or `team=`.',
  ),
  inTitle: false,
  fits: () => true,
  reads: (words, { actor }) => {
    const query = readQuery(words, actor, longestFile);
    return query.kind === 'query' && words.length > 0 ? { kind: 'tickets', filter: query.filter } : null;
  },
  perform: show,
  anywhere: show,
};

function show(words: readonly Word[], { actor, lookups }: DeskScene): Deed {
  if (words.length === 0)
    return {
      kind: 'refused',
      problem: say('`find` needs to know what to look for'),
      expected: say('words, or `field=value`'),
      suggestions: ['find state=open', 'list open'],
    };
  const query = readQuery(words, actor, longestFile);
  if (query.kind === 'wrong') return { ...query, kind: 'refused' };
  const found = lookups.lists.get(keyOf(query.filter)) ?? { tickets: [], all: 0, clocks: new Map() };
  return {
    kind: 'done',
    change: say('comes in this mail'),
    answer: { kind: 'list', what: 'found', said: query.said, list: found },
  };
}
