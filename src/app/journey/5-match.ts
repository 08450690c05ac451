import type { Answering } from '../../domain/ask/answering.ts';
import { isDeskAddress, splitAddress } from '../../domain/authenticate/reply-address.ts';
import { ancestors, type Verdict } from '../../domain/authenticate/verdict.ts';
import type { Sender, TicketScene } from '../../domain/decide/facts.ts';
import { isForwardSubject } from '../../domain/forward/forward-subject.ts';
import { isOutside, theirNumbersIn } from '../../domain/handover/their-numbers.ts';
import type { TicketNo } from '../../domain/ids.ts';
import type { Mail } from '../../domain/mail.ts';
import { conversationOf, quotedTickets } from '../../domain/match/hints.ts';
import { livesOnIn } from '../../domain/match/merged.ts';
import { type Placement, placeMail } from '../../domain/match/place-mail.ts';
import { taggedTickets } from '../../domain/match/subject-tag.ts';
import type { Reading } from '../../domain/ports.ts';
import type { Settings } from '../../domain/settings.ts';
import type { JournalRow, Ticket } from '../../domain/ticket.ts';
import { workflowOf } from '../../domain/workflow/of-ticket.ts';
import type { Known } from './5-match-twin.ts';
import { recordsOf } from './5-records.ts';

/** Who the From address belongs to. A claim only: what it is worth stands in the level. */
export async function senderOf(at: Reading, mail: Mail, settings: Settings): Promise<Sender> {
  const { address } = mail.from;
  if (isDeskAddress(settings.desk, address)) return { kind: 'desk' };
  const person = settings.people.find(({ addresses }) => addresses.includes(address));
  if (person !== undefined) return { kind: 'associate', person };
  const contact = address === '' ? null : await at.contact(address);
  return contact === null ? { kind: 'stranger' } : { kind: 'contact', contact };
}

/** Customers are found by a known address; by the domain alone only where the sender is proved. */
export function customerOf(sender: Sender, mail: Mail, level: string, settings: Settings): string | null {
  if (sender.kind === 'contact' && sender.contact.customer !== null) return sender.contact.customer;
  if (level < 'E2') return null;
  const [, domain] = splitAddress(mail.from.address);
  return settings.customers.find(({ domains }) => domains.includes(domain))?.id ?? null;
}

/** What the store knows of the ids that a mail bears and cites, asked once. */
export async function knownTo(at: Reading, mail: Mail): Promise<Known> {
  const conversation = conversationOf(mail);
  const ids = [...[mail.messageId, conversation].filter((id) => id !== null), ...ancestors(mail)];
  return ids.length === 0 ? new Map() : at.knownIds(ids);
}

type Matching = {
  mail: Mail;
  verdict: Verdict;
  answering: Answering | null;
  sender: Sender;
  settings: Settings;
  known: Known;
  /** The ticket of another mail with the same Message-ID. */
  collides: TicketNo | null;
};

/** Step 5: the ticket a mail continues, with the reasons. */
export async function match(
  at: Reading,
  { mail, verdict, answering, sender, settings, known: ids, collides }: Matching,
): Promise<Placement> {
  const before = ancestors(mail);
  if (mail.messageId !== null && ids.get(mail.messageId)?.cited === true) before.push(mail.messageId);
  const tags = taggedTickets(mail.subject, settings.desk.prefix);
  const known = new Map(ids);
  const { token } = verdict;
  const routes =
    (token.kind === 'valid' || token.kind === 'expired') && token.token.purpose === 'reply'
      ? token.token.ticket
      : (answering?.ticket ?? null);
  const cited = before.flatMap((id) => known.get(id)?.ticket ?? verdict.cited.find((one) => one.id === id)?.ticket ?? []);
  const { quoted, conversation } = hintsOf(mail, sender, settings, known);
  const named = new Set([...[routes, conversation].filter((ticket) => ticket !== null), ...cited, ...tags, ...quoted]);
  const { existing, joined, merged } = await standingOf(at, named, mail.from.address, sender);
  for (const { id, ticket } of verdict.cited) if (!known.has(id) && existing.has(ticket)) known.set(id, { ticket, ours: true });
  const placement = placeMail({
    token: routes,
    ancestors: before,
    known,
    tags,
    quoted,
    conversation,
    existing,
    joined,
    collides,
  });
  return settled(await followMerges(at, await byTheirNumber(at, placement, mail, sender, settings), merged), merged);
}

/** An outside party's own number means the ticket that it was learnt on, where nothing else of the mail says which. */
async function byTheirNumber(
  at: Reading,
  placement: Placement,
  mail: Mail,
  sender: Sender,
  { desk }: Settings,
): Promise<Placement> {
  if (placement.ticket !== null || sender.kind !== 'associate' || !isOutside(sender.person)) return placement;
  const ticket = await at.ticketOfTheirs(sender.person.handle, theirNumbersIn(mail.subject, desk.prefix));
  return ticket === null ? placement : { ...placement, ticket, by: 'subject', linked: null };
}

/** Which of the tickets that a mail names there are, which its sender takes part in, and where those live on that were merged. */
async function standingOf(at: Reading, named: ReadonlySet<TicketNo>, from: string, sender: Sender) {
  const existing = new Set<TicketNo>();
  const joined = new Set<TicketNo>();
  const merged = new Map<TicketNo, TicketNo>();
  for (const number of named) {
    const ticket = await at.ticket(number);
    if (ticket === null) continue;
    if (ticket.mergedInto !== undefined) merged.set(number, ticket.mergedInto);
    existing.add(number);
    if (await takesPart(at, ticket, from, sender)) joined.add(number);
  }
  return { existing, joined, merged };
}

/** Two numbers of one ticket are no dispute. */
function settled(placement: Placement, merged: ReadonlyMap<TicketNo, TicketNo>): Placement {
  const { disputes, ...rest } = placement;
  return disputes !== undefined && livesOnIn(disputes, merged) === placement.ticket ? rest : placement;
}

/** A merged ticket's mails belong to the one it lives on in. */
async function followMerges(at: Reading, placement: Placement, merged: Map<TicketNo, TicketNo>): Promise<Placement> {
  const { ticket } = placement;
  if (ticket === null || !merged.has(ticket)) return placement;
  for (let next = merged.get(ticket); next !== undefined && !merged.has(next); next = merged.get(next)) {
    const into = (await at.ticket(next))?.mergedInto;
    if (into !== undefined) merged.set(next, into);
  }
  return { ...placement, ticket: livesOnIn(ticket, merged), merged: ticket };
}

/** None for one of us: their words go to customers, and a hint is too little to choose which. Nor for a forward: it quotes others. */
function hintsOf(
  mail: Mail,
  sender: Sender,
  { desk }: Settings,
  known: Known,
): { quoted: TicketNo[]; conversation: TicketNo | null } {
  if (sender.kind === 'associate' || isForwardSubject(mail.subject)) return { quoted: [], conversation: null };
  const id = conversationOf(mail);
  const conversation = id === null ? null : (known.get(id)?.ticket ?? null);
  return { quoted: quotedTickets(mail, desk.prefix), conversation };
}

/** The ticket as the decision needs it. */
export async function sceneOf(
  at: Reading,
  number: TicketNo | null,
  sender: Sender,
  settings: Pick<Settings, 'workflows' | 'customers' | 'desk'>,
): Promise<TicketScene | null> {
  const ticket = number === null ? null : await at.ticket(number);
  if (ticket === null) return null;
  const messages = await at.messages(ticket.number);
  const subjects = await at.subjects(ticket.number);
  const isAssociate = sender.kind === 'associate';
  const journal = isAssociate ? await at.journal(ticket.number) : [];
  const undo = isAssociate ? await at.lastUndo(ticket.number, sender.person.handle) : null;
  const participants = await at.participants(ticket.number);
  const requester = await at.contact(ticket.requester);
  const workflow = await workflowOf(ticket, settings.workflows, at);
  const records = await recordsOf(at, ticket, settings);
  const read = { participants, subjects, commanded: commandedOn(journal), requester, messages, journal, undo };
  return { ticket, workflow, records, ...read };
}

/** A mail that only commands leaves no message on the ticket; what its subject said stands in the journal (R2). */
function commandedOn(rows: readonly JournalRow[]): string[] {
  return rows.flatMap(({ event, data: { written } }) =>
    event === 'commanded' && Array.isArray(written) ? written.filter((one) => typeof one === 'string') : [],
  );
}

/** Whoever was asked takes part. One of us does in all tickets; an outside party only in theirs, and reads nothing of any other. */
export async function takesPart(
  at: Reading,
  { number, assignee }: Pick<Ticket, 'number' | 'assignee'>,
  from: string,
  sender: Sender,
): Promise<boolean> {
  if (sender.kind === 'associate' && !sender.person.roles.includes('operator')) return true;
  const theirs = sender.kind === 'associate' ? sender.person.addresses : [from];
  if (sender.kind === 'associate' && assignee === sender.person.handle) return true;
  if ((await at.participants(number)).some(({ address }) => theirs.includes(address))) return true;
  return (await at.asks(number)).some(({ of }) => of.some((one) => one.kind === 'contact' && theirs.includes(one.address)));
}
