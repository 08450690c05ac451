import type { MessageId } from './ids.ts';
import type { Address, Attachment, OwnFile, OwnPicture } from './mail.ts';

/** A mail ready for the wire. */
export type OutboundMail = {
  envelope: { from: string; to: string };
  from: Address;
  to: Address;
  replyTo: string | null;
  subject: string;
  messageId: MessageId;
  inReplyTo: MessageId | null;
  references: readonly MessageId[];
  date: number;
  headers: readonly { name: string; value: string }[];
  text: string;
  html: string;
  /** Shown by the HTML part, listed nowhere. */
  pictures: readonly OwnPicture[];
  attachments: readonly (Attachment | OwnFile)[];
};

/** `deferred`: about us, the way or the moment: try again. `refused`: about this mail, for good. Each with the server's words. */
export type Delivery =
  | { kind: 'accepted'; reply: string }
  | { kind: 'deferred'; reply: string }
  | { kind: 'refused'; reply: string };

export type Sender = {
  send(mail: OutboundMail): Promise<Delivery>;
  close(): Promise<void>;
};
