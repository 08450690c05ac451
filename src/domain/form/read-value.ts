import { type Here, readWhen } from '../decide/grammar/when.ts';
import { type AnswerKind, letterOf, type Option } from './questionnaire.ts';

/** What an answer means for its field; null where a person must read it. */
export function readValue(text: string, answer: AnswerKind, here: Here): string | null {
  const line = text.split('\n').find((one) => one.trim() !== '') ?? '';
  const said = plain(line);
  if (said === '') return null;
  switch (answer.kind) {
    case 'text':
      return text.trim();
    case 'number':
      return numberIn(said);
    case 'date':
      return readWhen(said, here)?.date ?? null;
    case 'yes-no':
      return yesOrNo.get(said.replace(/[,;:–—-].*$/, '').trim()) ?? null;
    case 'choice':
      return optionIn(said, answer.options);
  }
}

/** In the languages of the shipped mails. */
const yesOrNo: ReadonlyMap<string, string> = new Map([
  ...['yes', 'y', 'yep', 'yeah', 'sí', 'si', 'ja', 'oui', 'sim'].map((word) => [word, 'yes'] as const),
  ...['no', 'n', 'nope', 'nein', 'nee', 'non', 'não', 'nao'].map((word) => [word, 'no'] as const),
]);

/** `about 20 users`, `1.200`, `2,5`: one number, and only one. */
function numberIn(said: string): string | null {
  const found = said.match(/\d[\d.,]*/g) ?? [];
  if (found.length !== 1) return null;
  const digits = (found[0] ?? '').replace(/[.,]$/, '');
  const whole = /^\d{1,3}(?:[.,]\d{3})+$/.test(digits) ? digits.replace(/[.,]/g, '') : digits.replace(',', '.');
  const value = Number(whole);
  return Number.isFinite(value) ? String(value) : null;
}

/** By its letter, its value, its words in any language, or the only one whose words begin so. */
function optionIn(said: string, options: readonly Option[]): string | null {
  const [, alone, marked] = /^(?:\(?([a-z])[.):]?|\(?([a-z])[.):]\s.*)$/.exec(said) ?? [];
  const letter = alone ?? marked;
  const names = options.map(({ value, label }) => [value, ...Object.values(label)].map(plain));
  const exact = options.filter((_, at) => names[at]?.includes(said) || names[at]?.includes(said.replace(/^\(?[a-z][.)]\s*/, '')));
  const byLetter = options.filter((_, at) => letterOf(at) === letter);
  const begun = said.length < 3 ? [] : options.filter((_, at) => names[at]?.some((name) => name.startsWith(said)));
  const [one, second] = [exact, byLetter, begun].find((found) => found.length > 0) ?? [];
  return one === undefined || second !== undefined ? null : one.value;
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFC')
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/[.!…]+$/, '')
    .trim();
