import { hasTokenForm } from '../../domain/authenticate/reply-address.ts';
import { recipients } from '../../domain/authenticate/verdict.ts';
import type { Log } from '../../domain/ports.ts';
import type { Settings } from '../../domain/settings.ts';
import type { Understood } from './understand.ts';

/** Addresses in the form of signed ones that were none of ours, by who wrote to them; forgotten with the process. */
export type FailedTokens = { note(sender: string, now: number): number; count(sender: string, now: number): number };

const hour = 3_600_000;
/** A person mistypes no 37 letters, and a program that guesses 80 bits needs more than these. */
const mostAnHour = 20;
/** Senders remembered at most: the oldest are forgotten first. */
const mostSenders = 10_000;

/** Counts per sender, in memory: a restart forgives. */
export function failedTokens(): FailedTokens {
  const failures = new Map<string, number[]>();
  const recent = (sender: string, now: number): number[] => (failures.get(sender) ?? []).filter((at) => now - at < hour);
  return {
    count: (sender, now) => recent(sender, now).length,
    note(sender, now) {
      const all = [...recent(sender, now), now].slice(-mostAnHour - 1);
      failures.delete(sender);
      failures.set(sender, all);
      for (const oldest of failures.keys()) {
        if (failures.size <= mostSenders) break;
        failures.delete(oldest);
      }
      return all.length;
    },
  };
}

type Guarding = { failed: FailedTokens; settings: Settings; log: Log; now: number };

/**
 * Counts failed tokens; a sender with too many of them gets nothing from a right one for an hour, unless proved otherwise:
 * From can be anybody's, so that nobody who is proved may suffer by it.
 */
export function guardTokens({ failed, settings, log, now }: Guarding, understood: Understood): Understood {
  const { verdict, mail, arrival } = understood;
  const sender = mail.from.address;
  if (verdict.token.kind === 'invalid' && recipients({ mail, arrival }).some((one) => hasTokenForm(settings.desk, one))) {
    const times = failed.note(sender, now);
    log.warn(
      { journey: arrival.id, step: 'authenticate', failures: times },
      'an address in the form of a signed one is not ours',
    );
  }
  if (verdict.level !== 'E1' || failed.count(sender, now) <= mostAnHour) return understood;
  const by = 'too many wrong signed addresses within an hour';
  return { ...understood, verdict: { ...verdict, level: 'E0', by, token: { kind: 'invalid' }, cited: [] } };
}
