import type { MessageId } from './ids.ts';

/** Somebody called: what a colleague noted, kept until the caller answers the mail that asks whether they did. */
export type Call = {
  /** Of the mail that asks. */
  messageId: MessageId;
  handle: string;
  address: string;
  name: string;
  title: string;
  text: string;
  at: number;
};
