import { visibleText } from '../../../domain/visible-text/visible-text.ts';

/**
 * Whether the plain and the HTML text of one mail begin with different commands: what its sender saw is then not what we
 * would carry out. HTML is looked at only where one of the two seems to hold a command.
 */
export async function haveTwoFaces(plain: string, pages: readonly string[]): Promise<boolean> {
  const page = pages.join('\n');
  const ours = commandsOf(plain);
  if (page === '' || (ours === '' && !/[>\s]!\p{L}/u.test(page))) return false;
  const { htmlToText } = await import('./html-text.ts');
  return commandsOf(visibleText(htmlToText(page).unquoted)) !== ours;
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
