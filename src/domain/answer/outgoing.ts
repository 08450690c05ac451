import { isDeskAddress } from '../authenticate/reply-address.ts';
import type { Facts, TicketScene } from '../decide/facts.ts';
import type { Effect } from '../effect.ts';
import { isOutside } from '../handover/their-numbers.ts';
import { type MessageId, messageId, type TicketNo } from '../ids.ts';
import type { Address, Attachment, MadeFile, OwnFile } from '../mail.ts';
import { tagOf, threadSubject } from '../match/subject-tag.ts';
import type { Digest, NewOutboxRow } from '../outbox.ts';
import type { Person } from '../settings.ts';
import type { Ticket } from '../ticket.ts';
import { forOutsider } from './outsiders.ts';
import type { TemplateData, TemplateName } from './template-data.ts';

/** What it takes to write a mail at all. */
export type Desk = { settings: Pick<Facts['settings'], 'desk' | 'people'>; now: number; newId: Facts['newId'] };

/** What a mail that goes out adds to its row's common parts. */
export type Letter<Name extends TemplateName> = {
  template: Name;
  data: TemplateData[Name];
  to: Address;
  ticket: Pick<Ticket, 'number' | 'subject' | 'language'> | null;
  automatic: NewOutboxRow['automatic'];
  fromName?: string;
  language?: string;
  notBefore?: number;
  /** May leave as one mail with others to the same reader, and waits for them until then. */
  foldUntil?: number;
  /** The mails it continues, oldest first; the last is the one it answers. */
  thread?: readonly MessageId[];
  attachments?: readonly (Attachment | OwnFile | MadeFile)[];
  subject?: string | null;
  digest?: Digest;
};

/** A row for a customer. Nothing is ever sent to an address of the desk (A27). */
export const toContact = <Name extends TemplateName>(facts: Desk, letter: Letter<Name>): Effect[] =>
  queue(facts, 'contact', letter);

/** A row for one of us, in their language. */
export const toAssociate = <Name extends TemplateName>(
  facts: Desk,
  person: Person,
  letter: Omit<Letter<Name>, 'to'>,
): Effect[] => {
  const [address] = person.addresses;
  if (address === undefined) return [];
  const language = person.language ?? facts.settings.desk.language;
  const fit = isOutside(person) ? forOutsider(facts, letter) : letter;
  return fit === null ? [] : queue(facts, 'associate', { language, ...fit, to: { name: person.name, address } });
};

function queue<Name extends TemplateName>(facts: Desk, party: NewOutboxRow['party'], letter: Letter<Name>): Effect[] {
  if (isDeskAddress(facts.settings.desk, letter.to.address)) return [];
  const thread = [...anchorFor(facts, party, letter.ticket), ...(letter.thread ?? [])];
  const mail: NewOutboxRow = {
    ticket: letter.ticket?.number ?? null,
    template: letter.template,
    language: letter.language ?? letter.ticket?.language ?? facts.settings.desk.language,
    to: { ...letter.to, name: plainName(letter.to.name) },
    party,
    fromName: plainName(letter.fromName ?? ''),
    subject: letter.subject === undefined && letter.ticket !== null ? subjectOf(facts, letter.ticket) : (letter.subject ?? null),
    messageId: facts.newId(letter.ticket?.number ?? 0),
    inReplyTo: thread.at(-1) ?? null,
    references: thread,
    automatic: letter.automatic,
    data: letter.data,
    attachments: letter.attachments ?? [],
    notBefore: letter.notBefore ?? facts.now,
    ...(letter.foldUntil === undefined ? {} : { foldUntil: letter.foldUntil }),
    ...(letter.digest === undefined ? {} : { digest: letter.digest }),
  };
  return [{ act: 'queue-mail', mail }];
}

/**
 * What all mails to us on one ticket cite first, so that each mail program shows them as one thread; nobody ever got a mail
 * of that id. Customers' mails hang together by their own.
 */
const anchorFor = (facts: Desk, party: NewOutboxRow['party'], ticket: Letter<TemplateName>['ticket']): MessageId[] => {
  const { prefix, address } = facts.settings.desk;
  if (party !== 'associate' || ticket === null) return [];
  return [messageId(`<thread.${tagOf(prefix, ticket.number).toLowerCase()}${address.slice(address.lastIndexOf('@'))}>`)];
};

/** A stranger chose it: a control character in it would make a header that cannot be written, and the mail would never leave. */
const plainName = (name: string): string => name.replace(/\p{Cc}+/gu, ' ').trim();

/** An associate's words wait, so that they can be taken back; for more words, so that one mail brings all, no more than twice as long. */
export const delayed = ({ now, settings: { desk } }: Desk): Pick<NewOutboxRow, 'notBefore' | 'foldUntil'> => ({
  notBefore: now + desk.delay,
  ...(desk.delay > 0 ? { foldUntil: now + 2 * desk.delay } : {}),
});

/** What every mail says of the ticket it is on; one on none says only whose it is. */
export const threadData = (facts: Desk, ticket: Pick<Ticket, 'number' | 'subject'> | null) => ({
  deskName: facts.settings.desk.name,
  tag: ticket === null ? '' : tagOf(facts.settings.desk.prefix, ticket.number),
  title: ticket?.subject ?? '',
  subject: ticket === null ? '' : subjectOf(facts, ticket),
});

/** The thread as customers know it, this mail last. Held mails and notes never show. */
export const customerThread = (scene: TicketScene): MessageId[] =>
  scene.messages.flatMap(({ messageId, direction, status }) =>
    messageId !== null && direction !== 'note' && status === 'filed' ? [messageId] : [],
  );

/** The mail itself after the mails it cites. */
export const threadOf = ({ mail }: Pick<Facts, 'mail'>): MessageId[] => [
  ...mail.references,
  ...(mail.inReplyTo !== null && !mail.references.includes(mail.inReplyTo) ? [mail.inReplyTo] : []),
  ...(mail.messageId === null ? [] : [mail.messageId]),
];

const subjectOf = (facts: Desk, { number, subject }: { number: TicketNo; subject: string }): string =>
  threadSubject(tagOf(facts.settings.desk.prefix, number), subject);
