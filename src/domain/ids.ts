/** A string or number that only its own minting function may make: `TicketNo` never meets a contact's id by mistake. */
type Brand<Base, Name extends string> = Base & { readonly [brand]: Name };
declare const brand: unique symbol;

/** The number in `[HD-1042]`, without its prefix. */
export type TicketNo = Brand<number, 'TicketNo'>;
/** A Message-ID with its angle brackets: `<a@b.example>`. */
export type MessageId = Brand<string, 'MessageId'>;
/** SHA-256 in lower-case hex; names raw mails and attachments. */
export type Sha256 = Brand<string, 'Sha256'>;

export type ContactId = Brand<number, 'ContactId'>;
export type AssociateId = Brand<number, 'AssociateId'>;
/** One mail's coming in, once for each time it was offered to us: the row of the mail ledger. */
export type ArrivalId = Brand<number, 'ArrivalId'>;
export type OutboxId = Brand<number, 'OutboxId'>;
export type EntryId = Brand<number, 'EntryId'>;
export type ConfirmationId = Brand<number, 'ConfirmationId'>;
/** A question that was put to people on a ticket. */
export type AskId = Brand<number, 'AskId'>;
/** A question whether an address is an associate's too. */
export type ClaimId = Brand<number, 'ClaimId'>;
export type UndoId = Brand<number, 'UndoId'>;

export const ticketNo = (value: number): TicketNo => value as TicketNo;
export const messageId = (value: string): MessageId => value as MessageId;
export const sha256 = (hex: string): Sha256 => hex as Sha256;
export const contactId = (value: number): ContactId => value as ContactId;
export const associateId = (value: number): AssociateId => value as AssociateId;
export const arrivalId = (value: number): ArrivalId => value as ArrivalId;
export const outboxId = (value: number): OutboxId => value as OutboxId;
export const entryId = (value: number): EntryId => value as EntryId;
export const askId = (value: number): AskId => value as AskId;
export const claimId = (value: number): ClaimId => value as ClaimId;
