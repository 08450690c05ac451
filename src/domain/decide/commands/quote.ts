import { say } from '../../saying.ts';
import { type Command, insiders } from './command.ts';
import { offer } from './offer.ts';

/** Offers work: the next revision of what is open, or a supplement to what was agreed. */
export const quote: Command = {
  name: 'quote',
  translations: { es: ['presupuesto', 'cotizar'], de: ['angebot', 'anbieten'], fr: ['devis'], pt: ['orçamento', 'proposta'] },
  args: '[AMOUNT] [HOURS] [valid DATE] [eta DATE] [tax NAME] [po NUMBER] [for TICKETS]',
  roles: insiders,
  class: 'C4',
  help: say(
    'Offers work, as a mail with a PDF, and asks for approval. Lines stand in the text: `3h Fix login @ 60 EUR`, `2 x Token 15 EUR`, `Licence 120 EUR`; so do `Scope:`, `Not included:` and `Terms:`. All else there is your message.',
  ),
  inTitle: false,
  alone: true,
  fits: ({ closed }) => closed === null,
  perform: (words, scene) => offer('quote', words, scene),
};
