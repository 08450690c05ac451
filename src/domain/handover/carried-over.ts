import type { CustomerSettings, Person } from '../settings.ts';
import type { Participant, TicketMessage } from '../ticket.ts';

/** What was said between us and the customer, and who takes part. */
export type Conversation = {
  title: string;
  messages: readonly Pick<TicketMessage, 'direction' | 'from' | 'to' | 'visibleText' | 'text' | 'attachments'>[];
  participants: readonly Participant[];
  /** The customer's own people. */
  contacts: CustomerSettings['contacts'];
  /** Of us: their names are no secret. */
  people: readonly Person[];
};

/** Something of a conversation that stands in a text for an outside party. */
export type CarriedOver = { what: 'words' | 'address' | 'name' | 'file' | 'number'; said: string };

/**
 * What of a conversation with a customer stands in a text: its sentences, long runs of its words, addresses, people's names,
 * names of files, telephone numbers. What goes outside is written fresh, so that anything found here keeps it inside.
 */
export function carriedOver(text: string, conversation: Conversation): CarriedOver[] {
  const found = [
    ...addressesOf(conversation)
      .filter((one) => text.toLowerCase().includes(one))
      .map((said): CarriedOver => ({ what: 'address', said })),
    ...filesOf(conversation)
      .filter((one) => text.toLowerCase().includes(one.toLowerCase()))
      .map((said): CarriedOver => ({ what: 'file', said })),
    ...namesOf(conversation)
      .filter((one) => hasWord(text, one))
      .map((said): CarriedOver => ({ what: 'name', said })),
    ...numbersOf(conversation)
      .filter((one) => digits(text).includes(one))
      .map((said): CarriedOver => ({ what: 'number', said })),
    ...wordsOf(conversation, text).map((said): CarriedOver => ({ what: 'words', said })),
  ];
  return found.filter(({ said }, at) => found.findIndex((other) => other.said === said) === at);
}

/** Sentences of fewer words say the same by chance ("It fails."). */
const fewest = 3;
/** So many words in a row are no chance either, wherever a sentence begins. */
const run = 6;

function wordsOf({ title, messages }: Conversation, text: string): string[] {
  const own = normal(text);
  const padded = ` ${own} `;
  const said = messages.filter(({ direction }) => direction !== 'note').flatMap((one) => [one.visibleText, one.text]);
  const sentences = [title, ...said].flatMap(sentencesOf).filter((one) => count(one) >= fewest);
  const whole = sentences.filter((one) => padded.includes(` ${normal(one)} `));
  if (whole.length > 0) return [...new Set(whole)];
  const theirs = new Set(sentences.flatMap((one) => runsOf(normal(one))));
  return runsOf(own)
    .filter((one) => theirs.has(one))
    .slice(0, 1);
}

const sentencesOf = (text: string): string[] =>
  text
    .split(/[.!?…\n\r。！？]+/)
    .map((one) => one.trim())
    .filter((one) => one !== '');

const count = (text: string): number =>
  normal(text)
    .split(' ')
    .filter((word) => word !== '').length;

function runsOf(text: string): string[] {
  const words = text.split(' ').filter((word) => word !== '');
  return words.slice(0, Math.max(0, words.length - run + 1)).map((_, at) => words.slice(at, at + run).join(' '));
}

const normal = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function addressesOf({ messages, participants, contacts, people }: Conversation): string[] {
  const ours = new Set(people.flatMap(({ addresses }) => addresses));
  const named = messages.flatMap(({ from, to, text }) => [
    from.address,
    ...to,
    ...(text.match(/[^\s<>()[\],;:"']+@[^\s<>()[\],;:"']+/g) ?? []),
  ]);
  const all = [...named, ...participants.map(({ address }) => address), ...contacts.flatMap(({ addresses }) => addresses)];
  return [...new Set(all.map((one) => one.toLowerCase().replace(/\.+$/, '')))].filter(
    (one) => one.includes('@') && !ours.has(one),
  );
}

const filesOf = ({ messages }: Conversation): string[] => [
  ...new Set(
    messages.flatMap(({ attachments }) => attachments.map(({ filename }) => filename)).filter((name) => name.length > 3),
  ),
];

/** Whole names, and each part of them that is written large and has three letters or more. */
function namesOf({ messages, participants, contacts, people }: Conversation): string[] {
  const ours = new Set(people.map(({ name }) => name));
  const all = [
    ...messages.map(({ from }) => from.name),
    ...participants.map(({ name }) => name),
    ...contacts.map(({ name }) => name),
  ];
  const foreign = [...new Set(all)].filter((name) => name !== '' && !ours.has(name));
  const known = new Set(people.flatMap(({ name }) => name.split(/\s+/)));
  const parts = foreign
    .flatMap((name) => name.split(/[\s,]+/))
    .filter((part) => /^\p{Lu}[\p{L}'’-]{2,}$/u.test(part) && !known.has(part));
  return [...new Set([...foreign, ...parts])];
}

/** A name as a word of its own, written as they write it. */
const hasWord = (text: string, name: string): boolean => {
  const found = text.indexOf(name);
  if (found < 0) return false;
  const around = `${text[found - 1] ?? ' '}${text[found + name.length] ?? ' '}`;
  return !/[\p{L}\p{N}]/u.test(around) || hasWord(text.slice(found + 1), name);
};

/** Telephone numbers and the like: seven digits or more. */
const numbersOf = ({ messages, contacts }: Conversation): string[] => {
  const said = [
    ...messages.filter(({ direction }) => direction !== 'note').map(({ text }) => text),
    ...contacts.flatMap(({ phone }) => phone ?? []),
  ];
  const found = said.flatMap((text) => text.match(/\+?\d[\d\s()/.-]{5,}\d/g) ?? []).map(digits);
  return [...new Set(found.filter((one) => one.length >= 7))];
};

const digits = (text: string): string => text.replace(/\D/g, '');
