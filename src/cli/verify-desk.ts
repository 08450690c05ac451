import { hashText } from '../app/bundle/collect-bundle.ts';
import { chainFaults, checkChain, type Link } from '../domain/evidence-chain.ts';
import { exitCodes, type Invocation } from './command.ts';
import { withHouseToRead } from './with-house.ts';

/** Checks the chain of evidence where it lies: that it is whole, and that it comes by an end that was mailed once. */
export const verifyDesk = (invocation: Invocation): Promise<number> =>
  withHouseToRead(invocation, async ({ store }) => {
    const { terminal, common, options } = invocation;
    const chain = await store.read((at) => at.evidenceChain());
    const problem = problemOf(chain, typeof options['head'] === 'string' ? options['head'] : null);
    const head = chain.at(-1)?.hash ?? null;
    if (common.json)
      terminal.out(
        JSON.stringify({ ok: problem === null, problems: problem === null ? [] : [problem], answers: chain.length, head }),
      );
    else if (problem !== null) terminal.err(`maildesk verify-evidence: ${problem}`);
    else
      terminal.out(
        head === null ? 'no answer was ever recorded' : `${chain.length} decisions, each as it was made; they end with ${head}`,
      );
    return problem === null ? exitCodes.done : exitCodes.failed;
  });

function problemOf(chain: readonly Link[], head: string | null): string | null {
  const checked = checkChain(chain, hashText);
  if (checked.kind === 'broken') return `decision ${checked.at + 1}: ${chainFaults[checked.why]}`;
  const isKnown = head === null || chain.some(({ hash }) => hash === head.toLowerCase());
  return isKnown ? null : `the chain does not come by ${head}: what was on record when that was mailed is not on record now`;
}
