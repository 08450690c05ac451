import type { Correspondent, Manner } from './correspondent.ts';
import type { SinkMail } from './smtp-mail.ts';

/** A button of a mail, by its words: the address it opens a mail to, and what stands in that mail. */
export function button({ text }: SinkMail, words: string): { to: string; subject: string; body: string } {
  const lines = text.split('\n');
  const at = lines.findIndex((line) => line.trim() === `${words}:`);
  const href = lines[at + 1]?.trim() ?? '';
  if (at < 0 || !href.startsWith('mailto:')) throw new Error(`no button “${words}” in:\n${text}`);
  const url = new URL(href);
  return {
    to: decodeURIComponent(url.pathname),
    subject: url.searchParams.get('subject') ?? '',
    body: url.searchParams.get('body') ?? '',
  };
}

/** Taps a button and sends the mail that it opens, with `more` written below. */
export function taps(who: Correspondent, mail: SinkMail, words: string, more = '', manner: Manner = {}): Promise<string> {
  const { to, subject, body } = button(mail, words);
  return who.writes(subject, `${body}${more === '' ? '' : `\n\n${more}`}`, { to, ...manner });
}
