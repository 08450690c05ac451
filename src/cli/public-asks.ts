import { isNo } from '../domain/ask/answer-words.ts';
import type { Ask, Asked, Given } from '../domain/ask/ask.ts';

const iso = (at: number): string => new Date(at).toISOString();
const who = (one: Asked): string => (one.kind === 'associate' ? one.handle : one.address);

/** Questions of a ticket as `ticket N --json` shows them: public interface. */
export const publicAsks = (asks: readonly Ask[]) =>
  asks.map(({ ask, round, state, about, of, answers, need, asked, expires, reminds, given }) => ({
    ...{ ask, round, state, answers, need },
    about: about === null ? null : { kind: about.kind, number: about.id, revision: about.revision },
    of: of.map(who),
    asked: iso(asked),
    expires: expires === null ? null : iso(expires),
    reminds: reminds.map(iso),
    given: given.map(publicGiven),
  }));

/** Every yes and no that counted, the oldest first. */
export const publicApprovals = (asks: readonly Ask[]) =>
  asks
    .flatMap(({ ask, round, about, given }) =>
      given
        .filter(({ state, answer }) => state === 'counted' && (isNo(answer) || yesses.has(answer)))
        .map((one) => ({ ask, round, revision: about?.revision ?? null, ...publicGiven(one) })),
    )
    .toSorted((one, other) => one.at.localeCompare(other.at));

const yesses: ReadonlySet<Given['answer']> = new Set(['approve', 'validate', 'confirm', 'accept']);

const publicGiven = ({ by, answer, value, at, via, recordedBy, words, state }: Given) => ({
  ...{ by: who(by), answer, value, at: iso(at), via, recordedBy, words, state },
});
