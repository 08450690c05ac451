import type { Facts } from './facts.ts';

/**
 * Until when the sender can know what happened on the ticket: when the mail of ours that they answer was written, or, where
 * they answer none, when they wrote. Epoch ms.
 */
export const lastSeen = ({ answers, mail, arrival }: Pick<Facts, 'answers' | 'mail' | 'arrival'>): number =>
  answers ?? Math.min(mail.date ?? arrival.receivedAt, arrival.receivedAt);
