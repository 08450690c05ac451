import { type TicketNo, ticketNo } from '../ids.ts';

/** What clients write before a subject when they answer or pass on, in the languages they speak. */
const marks = [
  ...[
    're',
    'ref',
    'res',
    'rép',
    'r',
    'aw',
    'antw',
    'antwort',
    'sv',
    'svar',
    'vs',
    'rif',
    'rv',
    'odp',
    'ynt',
    'yan',
    'vá',
    'válasz',
    'atb',
    'bls',
  ],
  ...['отв', 'ответ', 'απ', 'σχετ', 'תשובה', 'השב', 'رد', '回复', '答复', '回覆', '返信', '답장', '회신'],
  ...['fw', 'fwd', 'wg', 'tr', 'i', 'enc', 'vl', 'vb', 'pd', 'doorst', 'İlt', 'ilt', 'továbbítás'],
  ...['пер', 'пересл', 'πρθ', 'הועבר', 'إعادة توجيه', '转发', '轉寄', '転送', '전달'],
].join('|');

/** Matched again and again from the left. */
const prefixes = new RegExp(`^\\s*(?:${marks})(?:\\s*[[(]\\d+[\\])])?\\s*[:：]\\s*`, 'iu');

/** A subject without the reply and forward prefixes that clients pile up. */
export function withoutPrefixes(subject: string): string {
  let text = subject;
  for (let next = text.replace(prefixes, ''); next !== text; next = text.replace(prefixes, '')) text = next;
  return text.trim();
}

/** The numbers in `[HD-1042]` tags of our own prefix, in order. */
export function taggedTickets(subject: string, prefix: string): TicketNo[] {
  return [...subject.matchAll(tagPattern(prefix))].map(([, digits]) => ticketNo(Number(digits)));
}

/** What stands before and after the first tag of ours; null where there is none. */
export function aroundTag(subject: string, prefix: string): { before: string; after: string } | null {
  const found = tagPattern(prefix).exec(subject);
  if (found === null) return null;
  return { before: subject.slice(0, found.index).trim(), after: subject.slice(found.index + found[0].length).trim() };
}

/** A ticket's title from the subject of its first mail: no prefixes, no tags of ours, never empty. */
export function titleOf(subject: string, prefix: string): string {
  const title = withoutPrefixes(withoutPrefixes(subject).replace(tagPattern(prefix), ' '));
  return title.replace(/[\s\p{Cc}]+/gu, ' ').trim() || '(no subject)';
}

/** The subject every mail of a ticket's thread carries: it never changes and never grows. */
export const threadSubject = (tag: string, title: string): string => `Re: [${tag}] ${title}`;

/** `HD-1042`. */
export const tagOf = (prefix: string, ticket: TicketNo): string => `${prefix}-${ticket}`;

const tagPattern = (prefix: string): RegExp =>
  new RegExp(`\\[\\s*${prefix.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}-(\\d{1,9})\\s*\\]`, 'giu');
