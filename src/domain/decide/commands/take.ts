import { say } from '../../saying.ts';
import { type Command, insiders } from './command.ts';
import { saidChange } from './said-change.ts';

/** Makes the sender the assignee. A colleague's ticket needs the `!` that says so. */
export const take: Command = {
  name: 'take',
  translations: { es: ['tomar'], de: ['nehmen', 'übernehmen'], fr: ['prendre'], pt: ['pegar', 'assumir'] },
  args: '',
  roles: insiders,
  class: 'C3',
  help: say('Makes you the assignee. `take!` takes it over from a colleague.'),
  inTitle: true,
  fits: ({ assignee, state }) => assignee === null && state !== 'closed',
  perform: (words, { ticket, actor, insists }) => {
    const [extra] = words;
    if (extra !== undefined)
      return {
        kind: 'refused',
        problem: say('`take` stands alone'),
        expected: say('no words after it'),
        word: extra,
        suggestions: ['take', `assign ${extra.text}`],
      };
    if (ticket.assignee === actor.handle) return { kind: 'done', change: say('already yours') };
    if (ticket.assignee !== null && !insists)
      return {
        kind: 'refused',
        problem: say`it is ${ticket.assignee}'s already`,
        expected: say('`take!` to take it over'),
        suggestions: ['take!', `assign! ${actor.handle}`],
      };
    return {
      kind: 'done',
      set: { assignee: actor.handle },
      event: 'assigned',
      data: { from: ticket.assignee, to: actor.handle },
      change: saidChange('assignee', ticket.assignee ?? say('nobody'), actor.handle),
    };
  },
};
