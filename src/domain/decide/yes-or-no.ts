/** What an answer must begin with, in the languages of the shipped mails; the first of each stands in our links. */
const words = {
  confirm: ['confirm', 'confirmar', 'confirmo', 'bestätigen', 'ich bestätige', 'confirmer', 'je confirme'],
  refuse: ['not me', 'no soy yo', 'nicht von mir', 'pas moi', 'não fui eu'],
} as const;

/** Yes, no, or neither: only the first line counts, and only as exactly one of the words. */
export function yesOrNo(text: string): 'confirm' | 'refuse' | undefined {
  const said = firstLine(text);
  return (['confirm', 'refuse'] as const).find((one) => words[one].some((word) => word === said));
}

/** The links of a question: each opens a mail to the address made for it, with the word that answers. */
export const answersTo = (question: number) => {
  const answer = (label: 'confirm' | 'not-me', line: string) => ({ label, href: '', command: '', confirms: question, line });
  return [answer('confirm', words.confirm[0]), answer('not-me', words.refuse[0])];
};

/** As answers are read: without case or a full stop. */
export const firstLine = (text: string): string =>
  (text.split('\n').find((line) => line.trim() !== '') ?? '')
    .trim()
    .toLowerCase()
    .replace(/[.!]+$/, '');
