import type { Mail } from '../mail.ts';
import { asking, beside, over, refusing, thanking, trouble, unspaced } from './thanks-words.ts';

/** Longer texts say more than thanks. */
const MAX_CHARACTERS = 200;
/** Words that no list below knows: names, mostly. */
const MAX_UNKNOWN = 2;

/** Words after which a thank-you is no longer all of it. */
const turning =
  /[?¿？؟]|\b(?:but|still|however|not|doesn|isn|wasn|can't|cannot|unfortunately|pero|aún|aun|todavía|sin embargo|no|aber|leider|nicht|noch nicht|kein|mais|pas|toujours|malheureusement|mas|ainda|não|nao|infelizmente|ma|ancora|please|bitte|por favor|s'il|pueden?(?! cerrar)|(?:can|could|would|will) (?:you|we|u|i|some\w+|any\w+))\b|\d{3,}/iu;

/**
 * Whether a mail says thanks and nothing else, in some 25 languages: it joins its ticket and disturbs nobody.
 * In doubt it does not: a question taken for thanks would be lost.
 */
export function isThanks({ visibleText, attachments, from }: Pick<Mail, 'visibleText' | 'attachments' | 'from'>): boolean {
  const text = visibleText.trim();
  if (text.length === 0 || text.length > MAX_CHARACTERS || attachments.some((attachment) => !attachment.inline)) return false;
  if (turning.test(text)) return false;
  if (isUnspaced(text)) return isThanksUnspaced(text, from.name);
  const own = new Set(wordsOf(from.name));
  const phrases = text.split(/[.,;:!\n\r()\u060c\u0964–—-]+/).map((phrase) => wordsOf(phrase).filter((word) => !own.has(word)));
  const words = phrases.flat();
  const unknown = words.filter((word) => !isKnown(word));
  const says = words.some((word) => thanking.has(word)) && !words.some((word) => refusing.has(word));
  return says && unknown.length <= MAX_UNKNOWN && phrases.every(isGood) && phrases.every(mayName) && isName(unknown, text);
}

/** Chinese and Japanese, Korean not. */
const isUnspaced = (text: string): boolean => /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);

function isThanksUnspaced(text: string, name: string): boolean {
  const phrases = text.split(/[\s.,;:!。、，；：！~～\p{Extended_Pictographic}]+/u).filter((phrase) => !name.includes(phrase));
  const said = phrases.map((phrase) => unspaced.find(([, words]) => words.test(phrase)));
  return said.every((row) => row !== undefined) && said.some((row) => row?.[0] === true);
}

const isKnown = (word: string): boolean => thanking.has(word) || beside.has(word) || trouble.has(word);

/** "Problem solved" is good news, "same problem" is none; nor is a phrase that begins by asking. */
const isGood = (words: readonly string[]): boolean =>
  !asking.has(words[0] ?? '') && (!words.some((word) => trouble.has(word)) || words.some((word) => over.has(word)));

/** A name stands alone between its marks or follows a word; "Noon is fine" begins with no name. */
const mayName = (words: readonly string[]): boolean => words.every(isKnown) || !words.some(isKnown) || isKnown(words[0] ?? '');

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];

/** Unknown words must be written as names are. */
const isName = (unknown: readonly string[], text: string): boolean =>
  unknown.every((word) => {
    const shown = word.charAt(0).toUpperCase() + word.slice(1);
    return shown !== word && text.includes(shown);
  });
