import type { MessageId, TicketNo } from '../ids.ts';
import type { KnownId } from './known-id.ts';

/** How a mail found its ticket. */
export type MatchedBy = 'token' | 'reference' | 'subject' | 'body' | 'thread-index' | 'none';

/** Where a mail belongs. Placement grants no rights: what the sender may do there is authorised apart. */
export type Placement = {
  ticket: TicketNo | null;
  by: MatchedBy;
  /** Why a ticket that the mail names was not taken. */
  refused: string | null;
  /** The ticket it named in vain: a new one is linked to it, for a person to look at. */
  linked: TicketNo | null;
  /** The ticket it named, where that was merged into `ticket`. */
  merged?: TicketNo;
  /** The ticket that its signed address names, where a person said that this thread belongs to `ticket`. */
  corrects?: TicketNo;
  /** Another ticket, which its subject names: what decided says otherwise. */
  disputes?: TicketNo;
  /** `linked` was deleted: the mail belonged there. */
  deleted?: true;
};

export type Clues = {
  /** Of the signed address the mail was sent to, expired ones too: they still route. */
  token: TicketNo | null;
  /** Nearest first: In-Reply-To, then References backwards; at last its own id, where others cited it before it came. */
  ancestors: readonly MessageId[];
  known: ReadonlyMap<MessageId, KnownId>;
  /** From `[HD-1042]` in the subject. */
  tags: readonly TicketNo[];
  /** From `[HD-1042]` in what the mail quotes. */
  quoted: readonly TicketNo[];
  /** Of the conversation that Exchange's Thread-Index names. */
  conversation: TicketNo | null;
  /** Tickets that exist, of all that the clues name. */
  existing: ReadonlySet<TicketNo>;
  /** Tickets the sender takes part in; an associate takes part in all. */
  joined: ReadonlySet<TicketNo>;
  /** The ticket of an earlier, other mail with the same Message-ID; null where there is none. */
  collides: TicketNo | null;
};

const nowhere: Placement = { ticket: null, by: 'none', refused: null, linked: null };

/**
 * Finds the ticket a mail continues. A signed address is proof of the ticket and always places the mail. A Message-ID
 * and a subject tag can be copied by anybody, so they place only mails of those who take part (A1, A4): a stranger's
 * mail opens a ticket of its own, linked. Quoted text and Thread-Index (ms-1) are hints, looked at last: whoever takes no
 * part is told nothing by them. So does a mail whose Message-ID is taken (F-39).
 *
 * @see RFC 5322 §3.6.4, identification fields
 */
export function placeMail(clues: Clues): Placement {
  const cited = clues.ancestors.map((id) => clues.known.get(id)?.ticket).find((ticket) => ticket !== undefined);
  const tagged = clues.tags.find((ticket) => clues.existing.has(ticket));
  const corrected = correction(clues);
  if (corrected !== undefined && clues.collides === null) return { ...nowhere, ...corrected, by: 'reference' };
  if (clues.token !== null && clues.existing.has(clues.token))
    return { ...nowhere, ticket: clues.token, by: 'token', ...dispute(clues, clues.token) };
  if (clues.collides !== null) return { ...nowhere, linked: clues.collides, refused: 'its Message-ID is that of another mail' };
  if (cited !== undefined && clues.joined.has(cited))
    return { ...nowhere, ticket: cited, by: 'reference', ...dispute(clues, cited) };
  if (tagged !== undefined && clues.joined.has(tagged)) return { ...nowhere, ticket: tagged, by: 'subject' };
  const quoted = clues.quoted.find((ticket) => clues.joined.has(ticket));
  if (quoted !== undefined) return { ...nowhere, ticket: quoted, by: 'body' };
  const { conversation } = clues;
  if (conversation !== null && clues.joined.has(conversation)) return { ...nowhere, ticket: conversation, by: 'thread-index' };
  const named = cited ?? tagged;
  if (named !== undefined) return { ...nowhere, linked: named, refused: 'the sender takes no part in the ticket it names' };
  if (clues.tags.length > 0) return { ...nowhere, refused: 'the number in the subject is no ticket of this desk' };
  return nowhere;
}

/** A subject that names one ticket in a mail that belongs to another: an address taken from the address book, for one. */
function dispute({ tags, existing }: Clues, ticket: TicketNo): Pick<Placement, 'disputes'> {
  const other = tags.includes(ticket) ? undefined : tags.find((tag) => existing.has(tag));
  return other === undefined ? {} : { disputes: other };
}

/** A mail that answers one which a person moved follows it, whatever the rest of its thread says. */
function correction({ ancestors, known, joined, token }: Clues): Pick<Placement, 'ticket' | 'corrects'> | undefined {
  const nearest = ancestors.map((id) => known.get(id)).find((one) => one !== undefined);
  if (nearest?.moved !== true || !joined.has(nearest.ticket)) return undefined;
  return { ticket: nearest.ticket, ...(token === null ? {} : { corrects: token }) };
}
