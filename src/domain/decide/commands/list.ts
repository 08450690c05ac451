import { say } from '../../saying.ts';
import { keyOf } from '../facts.ts';
import { readQuery } from '../ticket-query.ts';
import { type Command, type Deed, type DeskScene, insiders } from './command.ts';

/** More are counted, not shown: a longer mail is read by nobody. */
export const longestList = 100;

/** Tickets as a mail, a line each. */
export const list: Command = {
  name: 'list',
  translations: { es: ['listar', 'lista'], de: ['liste', 'auflisten'], fr: ['lister', 'liste'], pt: ['listar', 'lista'] },
  args: '[mine|open|unassigned|breached|held|QUERY]',
  roles: insiders,
  class: 'C1r',
  help: say(
    'Mails you a list of tickets, a line each: yours, all open ones, those that nobody has, those whose time has run out, those with something held, or by words and `field=value`. Answer it with a line a ticket: `!HD-1042 take`.',
  ),
  inTitle: false,
  fits: () => true,
  reads: (words, { actor }) => {
    const query = queryOf(words, actor);
    return query.kind === 'query' ? { kind: 'tickets', filter: query.filter } : null;
  },
  perform: show,
  anywhere: show,
};

const queryOf = (words: Parameters<typeof readQuery>[0], actor: DeskScene['actor']) =>
  readQuery(words.length === 0 ? [{ text: 'mine', at: 0 }] : words, actor, longestList);

function show(words: Parameters<typeof readQuery>[0], { actor, lookups }: DeskScene): Deed {
  const query = queryOf(words, actor);
  if (query.kind === 'wrong') return { ...query, kind: 'refused' };
  const found = lookups.lists.get(keyOf(query.filter)) ?? { tickets: [], all: 0, clocks: new Map() };
  const { what, said } = query;
  return { kind: 'done', change: say('comes in this mail'), answer: { kind: 'list', what, said, list: found } };
}
