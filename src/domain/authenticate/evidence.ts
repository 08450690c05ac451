import type { Verdict } from './verdict.ts';

/** What a sender is proved by, or fails by, in words for a person; '' where nothing came with the mail. */
export const evidenceOf = ({ by }: Pick<Verdict, 'by'>): string => (by === 'none' ? '' : by);

/** The same at the end of a phrase: ` (SMTP AUTH as maria)`. */
export function inBrackets(verdict: Pick<Verdict, 'by'>): string {
  const evidence = evidenceOf(verdict);
  return evidence === '' ? '' : ` (${evidence})`;
}
