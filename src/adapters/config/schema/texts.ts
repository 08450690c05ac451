import { z } from 'zod';
import { language, text } from './words.ts';

/** Words for people: one text for all, or one for each language. */
export const texts = z
  .union([text.transform((en) => ({ en })), z.record(language, text)], {
    error: 'expected a text, or texts by language such as { en: …, es: … }',
  })
  .refine((given) => Object.keys(given).length > 0, { error: 'expected a text for one language or more' });
