import type { Ask, Asked, NewProof } from '../../ask/ask.ts';
import type { Effect } from '../../effect.ts';
import type { ProofDecision } from '../../evidence-chain.ts';
import type { AnswerWord } from '../../workflow/workflow.ts';
import type { Facts } from '../facts.ts';

/** Who answered what, by which way, on which evidence. */
export type Grounds = Pick<NewProof, 'rule' | 'level' | 'via' | 'recordedBy'> & { by: Asked; answer: AnswerWord };

/** One more row of the evidence chain. */
export function prove(token: string | null, ask: Ask, grounds: Grounds, decision: ProofDecision): Effect {
  const { ticket, id, ask: name, round, about } = ask;
  return { act: 'keep-proof', proof: { ticket, ask: id, name, round, about, decision, token, ...grounds } };
}

/** What the signed address was for, whose, until when. */
export function tokenOf({ verdict: { token: check }, answering }: Facts): string | null {
  if (check.kind !== 'valid' && check.kind !== 'expired') return null;
  const { purpose, ticket, principal, expires } = check.token;
  const what = answering === null ? `ticket ${ticket}` : `ask ${answering.ask}`;
  return `${purpose} ${what}, ${principal.kind} ${principal.id}, until ${new Date(expires).toISOString()}`;
}
