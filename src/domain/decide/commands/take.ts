import { type Command, insiders } from './command.ts';

/** Makes the sender the assignee. A colleague's ticket needs the `!` that says so. */
export const take: Command = {
  name: 'take',
  translations: { es: ['tomar'], de: ['nehmen', 'übernehmen'], fr: ['prendre'], pt: ['pegar', 'assumir'] },
  args: '',
  roles: insiders,
  class: 'C3',
  help: 'Makes you the assignee. `take!` takes it over from a colleague.',
  inTitle: true,
  fits: ({ assignee, state }) => assignee === null && state !== 'closed',
  perform: (words, { ticket, actor, insists }) => {
    const [extra] = words;
    if (extra !== undefined)
      return {
        kind: 'refused',
        problem: '`take` stands alone',
        expected: 'no words after it',
        word: extra,
        suggestions: ['take', `assign ${extra.text}`],
      };
    if (ticket.assignee === actor.handle) return { kind: 'done', change: 'already yours' };
    if (ticket.assignee !== null && !insists)
      return {
        kind: 'refused',
        problem: `it is ${ticket.assignee}'s already`,
        expected: '`take!` to take it over',
        suggestions: ['take!', `assign! ${actor.handle}`],
      };
    return {
      kind: 'done',
      set: { assignee: actor.handle },
      event: 'assigned',
      data: { from: ticket.assignee, to: actor.handle },
      change: `${ticket.assignee ?? 'nobody'} → ${actor.handle}`,
    };
  },
};
