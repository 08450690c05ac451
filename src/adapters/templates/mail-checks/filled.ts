import { elementsOf, isHidden, textIn, wordsIn } from './html-tree.ts';
import type { MailCheck, ReadMail } from './mail-check.ts';

/** Whatever a template could not say must leave no hole behind. */
export const filledCheck: MailCheck = {
  name: 'filled',
  holds: 'no hole where a value was missing, no empty paragraph, no double space, no trace of the template',
  faults(mail) {
    const lines = [mail.subject, ...blocksOf(mail)];
    return [
      ...lines.flatMap((words) => [...holesIn(words, holes), ...holesIn(words, [twoSpaces])]),
      ...holesIn(mail.text, holes).map((fault) => `text: ${fault}`),
      ...emptyElements(mail),
    ];
  },
};

type Hole = { form: RegExp; what: string };

const holes: readonly Hole[] = [
  { form: /\bundefined\b|\bNaN\b|\[object |\bInvalid Date\b/, what: 'a value that is none' },
  { form: /\{\{|\}\}|\ue000/, what: 'a piece of the template' },
  { form: /[,;:] ?[,;:.](?!\S)|\( ?\)|\[ ?\]|“”|""|«\s*»|„“/, what: 'nothing between two marks' },
  { form: /[^\S\n] +[,;.!?](?=\s|$)/m, what: 'a space before a mark' },
  { form: /\p{L} [,;.](?=\s|$)/mu, what: 'a space before a mark' },
];

/** Not in the text part: columns are made of them. */
const twoSpaces: Hole = { form: /(?<=\S) {2,}(?=\S)/, what: 'two spaces' };

const holesIn = (words: string, forms: readonly Hole[]): string[] =>
  forms.filter(({ form }) => form.test(words)).map(({ form, what }) => `${what}: ${around(words, form)}`);

const around = (words: string, form: RegExp): string => {
  const at = words.search(form);
  return `…${words.slice(Math.max(0, at - 20), at + 20).replace(/\s+/g, ' ')}…`;
};

const blocks = ['p', 'li', 'td', 'th', 'h1', 'h2', 'h3', 'div'];

/** The words of each block that holds no other; where spaces are kept as they are, they mean something. */
function blocksOf({ tree }: ReadMail): string[] {
  const inner = elementsOf(tree).filter(
    (one) =>
      blocks.includes(one.name) &&
      !elementsOf(one)
        .slice(1)
        .some(({ name }) => blocks.includes(name)),
  );
  return inner
    .filter(({ attributes }) => !/white-space:\s*pre/i.test(attributes['style'] ?? ''))
    .map((one) => textIn(one).replace(/\n\s*/g, ' ').trim());
}

function emptyElements({ tree }: ReadMail): string[] {
  const words = ['p', 'li', 'h1', 'h2', 'h3', 'a', 'strong', 'ul', 'ol', 'th'];
  return elementsOf(tree)
    .filter(
      (one) =>
        words.includes(one.name) && !isHidden(one) && wordsIn(one) === '' && !elementsOf(one).some(({ name }) => name === 'img'),
    )
    .map(({ name }) => `HTML: an empty <${name}>`);
}
