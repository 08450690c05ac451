import { isOpen } from '../../../ask/judge-answers.ts';
import type { Effect } from '../../../effect.ts';
import { listed, say } from '../../../saying.ts';
import { type Command, insiders } from '../command.ts';

/** Reminds now, not when it would be due; those that are due later stay due. */
export const remind: Command = {
  name: 'remind',
  translations: { es: ['recordar'], de: ['erinnern'], fr: ['relancer'], pt: ['lembrar'] },
  args: '[QUESTION]',
  roles: insiders,
  class: 'C3',
  help: say('Asks once more now whoever has not answered yet, instead of at the next reminder.'),
  inTitle: false,
  fits: ({ state }) => state !== 'closed',
  perform: (words, { records, now }) => {
    const open = records.asks.filter((ask) => isOpen(ask, now));
    const [word] = words;
    const named = word?.text.toLowerCase() ?? '';
    const meant = named === '' ? open : open.filter(({ ask }) => ask === named);
    if (meant.length === 0)
      return {
        kind: 'refused',
        problem:
          open.length === 0
            ? say('nothing waits for an answer on this ticket')
            : say`no question “${named}” waits for such an answer`,
        expected: open.length === 0 ? '' : say('one that does'),
        ...(word && { word }),
        suggestions: open.slice(0, 3).map(({ ask }) => `remind ${ask}`),
      };
    const due = (reminds: readonly number[]) => [now, ...reminds.filter((at) => at > now)];
    return {
      kind: 'done',
      effects: meant.map(({ id, reminds }): Effect => ({ act: 'remind-ask', ask: id, reminds: due(reminds), mails: [] })),
      back: meant.map(({ id, reminds }): Effect => ({ act: 'remind-ask', ask: id, reminds, mails: [] })),
      event: 'asked-again',
      data: { asks: meant.map(({ ask }) => ask) },
      change: say`${listed(meant.map(({ ask }) => ask))}: asked once more`,
    };
  },
};
