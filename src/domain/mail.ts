import type { InvitationLetter } from './calendar/invitation-letter.ts';
import type { MessageId, Sha256 } from './ids.ts';
import type { OfferLetter } from './quote/offer-letter.ts';

/** A mailbox as a person would read it; `address` lower-cased, '' where none could be recovered. Proves nothing. */
export type Address = { name: string; address: string };

/** One header field as it stood in the mail: `name` lower-cased, `value` unfolded, encoded words not decoded. */
export type Header = {
  name: string;
  value: string;
  /** Written so that readers disagree where it begins or ends: a space before its colon, a bare CR, a torn line behind it. */
  odd?: true;
};

/** A file that the desk itself wrote: its whole text goes with the mail that carries it. */
export type OwnFile = { filename: string; contentType: string; text: string };

/** A letter that is made when its mail leaves, and kept from then on. */
export type MadeFile =
  | { filename: string; contentType: 'application/pdf'; makes: OfferLetter }
  | { filename: string; contentType: 'text/calendar'; makes: InvitationLetter };

/** A picture of our own that the HTML part shows by `cid:`. */
export type OwnPicture = { cid: string; bytes: Uint8Array };

export type Attachment = {
  /** As the sender named it, made safe to show; never used as a path (A7). */
  filename: string;
  contentType: string;
  /** Decoded bytes. */
  size: number;
  /** Shown inside the text (a picture), whatever its disposition says. */
  inline: boolean;
  /** Content-ID without angle brackets. */
  cid: string | null;
  sha256: Sha256;
};

/** A mail that another mail carries whole: a forward as attachment, or one of a digest. */
export type EmbeddedMail = {
  from: Address;
  /** Epoch ms, null where it cannot be read. */
  date: number | null;
  subject: string;
  /** The whole text, quoted history included. */
  text: string;
  attachments: readonly Attachment[];
};

/** What a calendar part says of its event (RFC 5546). */
export type Invitation = {
  method: 'request' | 'reply' | 'cancel' | 'counter' | 'other';
  /** Of a reply: what was answered. */
  answer: 'accepted' | 'declined' | 'tentative' | null;
  /** Of a reply or counter-proposal: whose it is, lower-cased; '' where it names nobody. */
  attendee: string;
  /** What they say with it. */
  comment: string;
  summary: string;
  /** Epoch ms; midnight UTC of an event that has a day and no hour; null where it cannot be told. */
  start: number | null;
  /** As `start`. */
  end: number | null;
  uid: string;
  /** Which version of the event it is about; 0 where it says none. */
  sequence: number;
};

/** What a delivery report says of one recipient. */
export type BouncedRecipient = { address: string; status: string; diagnostic: string; permanent: boolean };

/** A delivery report (RFC 3464) or a mail system's prose, read. */
export type DeliveryReport = {
  action: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded' | 'unknown';
  envelopeId: string | null;
  recipients: readonly BouncedRecipient[];
  /** Message-ID of the mail that came back, where the report returns its headers. */
  returnedMessageId: MessageId | null;
};

/** A mail, understood: what step 2 of its way leaves behind. Strings are whole and decoded; nothing is cut for display. */
export type Mail = {
  sha256: Sha256;
  /** Raw bytes. */
  size: number;
  /** In the order they stood, top first. */
  headers: readonly Header[];
  from: Address;
  replyTo: readonly Address[];
  to: readonly Address[];
  cc: readonly Address[];
  subject: string;
  /** Epoch ms, null where the Date field is missing or unreadable. */
  date: number | null;
  messageId: MessageId | null;
  /** First id of In-Reply-To. */
  inReplyTo: MessageId | null;
  /** Oldest first, as RFC 5322 §3.6.4 orders them. */
  references: readonly MessageId[];
  /** The whole text as a person reads it; made from the HTML where there is no text part. */
  text: string;
  /** `text` without quoted history and signature. */
  visibleText: string;
  /** Its HTML as it came, where there is one page of it that a person may have written; proves and may nothing. */
  html?: string;
  /** ISO 639-1, '' where the text is too short to tell. */
  language: string;
  attachments: readonly Attachment[];
  /** Mails it carries whole, at most 10, none of those within them; each also stands in `attachments`. Not what a report returns. */
  embedded: readonly EmbeddedMail[];
  calendar: Invitation | null;
  /** Encrypted: `text` says only that it cannot be read here. Signed mails are read as others are. */
  sealed: 'smime' | 'pgp' | null;
  /** Its plain and its HTML text begin with different commands or answers. */
  twoFaced: boolean;
  report: DeliveryReport | null;
  /** Decides doubles: see "Doubles" in the handbook. */
  contentHash: Sha256;
};

export type Parsed = { kind: 'mail'; mail: Mail } | { kind: 'unreadable'; why: string };

/** What a mail is, by its own marks. Only `human` may be answered, start clocks or command. */
export type MailKind =
  | 'human'
  | 'auto-reply'
  | 'bounce'
  | 'delivery-status'
  | 'read-receipt'
  | 'abuse-report'
  | 'challenge'
  | 'mailing-list'
  | 'loop'
  | 'spam'
  | 'unreadable';

export type Classification = { kind: MailKind; thanks: boolean; why: readonly string[] };

/** How the mail's envelope looked when it was handed to us; null where the way in has none (IMAP). */
export type Envelope = { from: string; to: readonly string[] };

/** All values of one field, top first. */
export const headerValues = (mail: Pick<Mail, 'headers'>, name: string): string[] =>
  mail.headers.filter((header) => header.name === name).map((header) => header.value);

/** The topmost value of a field, '' where it is missing. */
export const headerValue = (mail: Pick<Mail, 'headers'>, name: string): string =>
  mail.headers.find((header) => header.name === name)?.value ?? '';
