import { bareLine, isAnswerWord } from '../../../domain/ask/answer-words.ts';
import { visibleText } from '../../../domain/visible-text/visible-text.ts';

/**
 * Whether the plain and the HTML text of one mail begin with different commands or answers: what its sender saw is then not
 * what we would carry out. HTML is looked at only where one of the two seems to hold a command, or the plain one an answer.
 */
export async function haveTwoFaces(plain: string, pages: readonly string[]): Promise<boolean> {
  const page = pages.join('\n');
  const ours = commandsOf(plain);
  const answer = answerOf(plain);
  if (page === '' || (ours === '' && answer === '' && !/[>\s]!\p{L}/u.test(page))) return false;
  const { htmlToText } = await import('./html-text.ts');
  const seen = visibleText(htmlToText(page).unquoted);
  return commandsOf(seen) !== ours || (answer !== '' && answerOf(seen) !== answer);
}

/** The lines on top that begin with `!` and a letter, however they are spaced. */
function commandsOf(text: string): string {
  const lines = text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
  const end = lines.findIndex((line) => !/^!\p{L}/u.test(line));
  return lines
    .slice(0, end === -1 ? lines.length : end)
    .join('\n')
    .toLowerCase();
}

/** The first line where it is a word that answers a question. */
function answerOf(text: string): string {
  const line = text.split('\n').find((one) => one.trim() !== '') ?? '';
  return line.length <= longestAnswer && isAnswerWord(line) ? bareLine(line) : '';
}

const longestAnswer = 60;
