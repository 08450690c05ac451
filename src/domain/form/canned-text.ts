import { type CannedAnswer, textIn } from './questionnaire.ts';

/** What a ready answer may have filled in. */
export type Filling = Readonly<Record<'customer' | 'agent' | 'desk' | 'tag' | 'title', string>>;

/** A ready answer in a language, its names filled in. What fills them is never read for names again. */
export const cannedText = ({ text }: CannedAnswer, language: string, filling: Filling): string =>
  textIn(text, language)
    .replace(/\{\{\s*(\w+)\s*\}\}/g, (written, name: string) => (isName(name, filling) ? filling[name] : written))
    .trim();

const isName = (name: string, filling: Filling): name is keyof Filling => Object.hasOwn(filling, name);
