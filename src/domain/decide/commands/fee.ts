import { say } from '../../saying.ts';
import { type Command, insiders } from './command.ts';
import { offer } from './offer.ts';

/** Offers an analysis that has to be paid before there can be a quote. */
export const fee: Command = {
  name: 'fee',
  translations: { es: ['honorario'], de: ['honorar'], fr: ['honoraires'], pt: ['honorário', 'honorario'] },
  args: '[AMOUNT] [HOURS] [valid DATE] [tax NAME] [po NUMBER]',
  roles: insiders,
  class: 'C4',
  help: say('Offers a consultation fee, as `quote` offers work; it is owed once it is approved, whatever becomes of the quote.'),
  inTitle: false,
  alone: true,
  fits: ({ closed }) => closed === null,
  perform: (words, scene) => offer('fee', words, scene),
};
