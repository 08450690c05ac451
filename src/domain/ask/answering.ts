import { type AskId, askId, type TicketNo, ticketNo } from '../ids.ts';
import type { Asked } from './ask.ts';

/** A mail came to an address that was made for the answer to a question. */
export type Answering = {
  ask: AskId;
  ticket: TicketNo;
  /** `link`: the button of the question itself. `confirmation`: that of our question whether an answer is theirs. */
  by: 'link' | 'confirmation';
  /** Whom the address was made for, and whether that is who writes. */
  of: Asked;
  own: boolean;
  expired: boolean;
};

/**
 * Where the token of a confirmation names what it confirms, from here on it names an answer to a question: no ticket is numbered
 * so high, and no question to an associate before the year 2089.
 */
const firstAnswer = 0xe000_0000;
const lastAnswer = 0xefff_ffff;

/** What the links of "is this answer yours?" bear where others bear their ticket. */
export const numberOfAnswer = (ask: AskId): TicketNo => ticketNo(firstAnswer + ask);

/** The question that such a number means; null for any other. */
export const askOfNumber = (number: TicketNo): AskId | null =>
  number > firstAnswer && number <= lastAnswer ? askId(number - firstAnswer) : null;
