import type { MessageId } from './ids.ts';
import type { Address, Attachment, OwnFile, OwnPicture } from './mail.ts';
import type { Bytes } from './ports.ts';

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

/**
 * `deferred`: about us, the way or the moment: try again. `refused`: about this mail, for good. Each with the server's words.
 * `content`: the very bytes that were taken, with line ends as on the wire.
 */
export type Delivery =
  | { kind: 'accepted'; reply: string; content: () => Promise<Bytes> }
  | { kind: 'deferred'; reply: string }
  | { kind: 'refused'; reply: string };

/** Whether a server lets us in, in the same words. */
export type LetIn = Pick<Delivery, 'kind' | 'reply'>;

export type Sender = {
  send(mail: OutboundMail): Promise<Delivery>;
  close(): Promise<void>;
};
