import { type MessageId, messageId, type TicketNo } from '../ids.ts';
import { headerValue, type Mail } from '../mail.ts';
import { taggedTickets } from './subject-tag.ts';

/** Characters of a text in which a number of ours is looked for. */
const longest = 200_000;

/** Numbers of ours in what a mail quotes: a client that lost the headers still copies the text it answers. */
export function quotedTickets({ text, visibleText }: Pick<Mail, 'text' | 'visibleText'>, prefix: string): TicketNo[] {
  const own = new Set(visibleText.split('\n').map((line) => line.trim()));
  const quoted = text
    .slice(0, longest)
    .split('\n')
    .filter((line) => !own.has(line.trim()));
  return [...new Set(taggedTickets(quoted.join('\n'), prefix))];
}

/** 6 bytes of time and 16 of a random id begin it; replies add 5 each (MS-OXOMSG 2.2.1.3). */
const rootBytes = 22;

/**
 * ms-1: the conversation that Exchange's Thread-Index names, as an id to be learnt like a foreign Message-ID. Null where
 * there is none.
 */
export function conversationOf(mail: Pick<Mail, 'headers'>): MessageId | null {
  const value = headerValue(mail, 'thread-index').replace(/\s+/g, '');
  // 22 bytes are 29 characters and a third of one; the last of 30 is read only in its upper bits.
  if (!/^[A-Za-z0-9+/]{30,400}={0,2}$/.test(value)) return null;
  const root = hexOf(value.slice(0, 32).padEnd(32, 'A')).slice(0, rootBytes * 2);
  return messageId(`<${root}@thread-index.invalid>`);
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

const hexOf = (base64: string): string => {
  const bits = [...base64].map((letter) => Math.max(alphabet.indexOf(letter), 0).toString(2).padStart(6, '0')).join('');
  return (bits.match(/.{4}/g) ?? []).map((four) => Number.parseInt(four, 2).toString(16)).join('');
};
