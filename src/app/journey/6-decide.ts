import { decideMail } from '../../domain/decide/decide-mail.ts';
import type { Facts } from '../../domain/decide/facts.ts';
import { watchBorders } from '../../domain/decide/watch-borders.ts';
import type { Decision } from '../../domain/effect.ts';
import { learnTheirNumbers } from '../../domain/handover/their-numbers.ts';
import { tagOf } from '../../domain/match/subject-tag.ts';
import type { Reading } from '../../domain/ports.ts';
import { type Deciding, gather } from './5-gather.ts';
import type { Understood } from './understand.ts';

export type Judged = { facts: Facts; decision: Decision };

/** Steps 4 to 6 inside one transaction: facts are gathered, then the pure decision is asked. Writes nothing. */
export async function judge(at: Reading, deciding: Deciding, understood: Understood): Promise<Judged> {
  const facts = await gather(at, deciding, understood);
  const decision = told(decideMail(facts), facts);
  return {
    facts,
    decision: { ...decision, effects: [...decision.effects, ...learnTheirNumbers(facts, decision), ...watchBorders(facts)] },
  };
}

/** That it went elsewhere than it was sent to. */
function told(decision: Decision, { placement: { merged }, settings }: Facts): Decision {
  if (merged === undefined || decision.ticket === null) return decision;
  return { ...decision, why: `${decision.why}; ${tagOf(settings.desk.prefix, merged)} was merged into it` };
}
