import { type CommandClass, permits, type Rule } from './rules.ts';
import type { Evidence, Level, Verdict } from './verdict.ts';

/** What a decision about a mail rested on (R10, 5.3): shown by `explain` and `why`, kept with the mail. Names nobody. */
export type EvidenceRow = Evidence & {
  level: Level;
  dmarc: Verdict['dmarc'];
  alignedDomain: string;
  /** The check that gave the level, or took it. */
  by: string;
  token: Verdict['token']['kind'];
  class: CommandClass;
  rule: string;
};

/** The row of one decision. */
export function evidenceRow(verdict: Verdict, level: Level, wanted: CommandClass, rules?: readonly Rule[]): EvidenceRow {
  const { dmarc, alignedDomain, by, token, evidence } = verdict;
  return {
    dmarc,
    by,
    alignedDomain: alignedDomain ?? '',
    token: token.kind,
    level,
    class: wanted,
    rule: permits(level, wanted, rules).rule,
    ...evidence,
  };
}

/** What a sender is proved by, or fails by, in words for a person; '' where nothing came with the mail. */
export const evidenceOf = ({ by }: Pick<Verdict, 'by'>): string => (by === 'none' ? '' : by);

/** The same at the end of a phrase: ` (SMTP AUTH as maria)`. */
export function inBrackets(verdict: Pick<Verdict, 'by'>): string {
  const evidence = evidenceOf(verdict);
  return evidence === '' ? '' : ` (${evidence})`;
}
