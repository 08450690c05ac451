import { tagOf } from '../../match/subject-tag.ts';
import { latestOffer } from '../../quote/offer-facts.ts';
import { quoteKey, quoteName } from '../../quote/quote.ts';
import { say } from '../../saying.ts';
import { type Command, insiders } from './command.ts';

/** Notes the customer's own order number on what was offered, however late they name it. */
export const po: Command = {
  name: 'po',
  translations: { es: ['pedido'], de: ['bestellung', 'bestellnummer'], fr: ['commande'], pt: ['encomenda'] },
  args: 'NUMBER',
  roles: insiders,
  class: 'C3',
  help: say('Notes the customer’s order number on the quote: it stands in the charges.'),
  inTitle: false,
  fits: () => true,
  perform: (words, { ticket, records, settings }) => {
    const quote = latestOffer(records.quotes, 'quote') ?? latestOffer(records.quotes, 'fee');
    const number = words
      .map(({ text }) => text)
      .join(' ')
      .slice(0, 60);
    const suggestions = ['po 4500012345'];
    if (quote === null)
      return { kind: 'refused', problem: say('nothing was offered here'), expected: say('a quote before it'), suggestions: [] };
    if (number === '')
      return {
        kind: 'refused',
        problem: say('the number is missing'),
        expected: say('po and the customer’s order number'),
        suggestions,
      };
    const name = quoteName(tagOf(settings.desk.prefix, ticket.number), quote.offer);
    const set = (to: string | null) => ({ act: 'change-quote' as const, quote: quoteKey(quote), set: { po: to } });
    return {
      kind: 'done',
      effects: [set(number)],
      back: [set(quote.po)],
      event: 'po-noted',
      data: { offer: name },
      words: { po: number },
      change: say`${name}: order number ${number}`,
    };
  },
};
