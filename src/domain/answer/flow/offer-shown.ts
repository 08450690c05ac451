import type { NewAsk } from '../../ask/open-ask.ts';
import type { MadeFile } from '../../mail.ts';
import { tagOf } from '../../match/subject-tag.ts';
import { offerLetterOf } from '../../quote/offer-letter.ts';
import { offerAbout } from '../../quote/offered.ts';
import { type ShownOffer, showOffer } from '../../quote/show-offer.ts';
import type { Shown } from './telling.ts';

/** The offer that a question is about, as its reader sees it, and the letter of it; null where it is about none. */
export function offerShown(
  asks: readonly Pick<NewAsk, 'about'>[],
  language: string,
  { scene: { records }, settings }: Pick<Shown, 'scene' | 'settings'>,
): { offer: ShownOffer; file: MadeFile } | null {
  const [quote] = asks.flatMap(({ about }) => offerAbout(about, records.quotes) ?? []);
  if (quote === undefined) return null;
  const offer = showOffer(quote, language, (ticket) => tagOf(settings.desk.prefix, ticket));
  const makes = offerLetterOf({ ...quote, offer: { ...quote.offer, language } }, offer, settings.rates.legal);
  return { offer, file: { filename: `${offer.name}-${offer.revision}.pdf`, contentType: 'application/pdf', makes } };
}
