import { probeMail } from '../domain/answer/probe-mail.ts';
import { allSources, isProbing } from '../domain/authenticate/sources.ts';
import { newTrust, probePatience, probeSent, probeTime, type Trust } from '../domain/authenticate/trust.ts';
import type { Facts } from '../domain/decide/facts.ts';
import type { Effect } from '../domain/effect.ts';
import type { Clock, Log, Store, Writing } from '../domain/ports.ts';
import type { Settings } from '../domain/settings.ts';

export type Probing = { store: Store; settings: () => Settings; clock: Clock; newId: Facts['newId'] };

/**
 * Writes the test mails that are due (8601-4); the outbox sends them like any other.
 *
 * @param started when this run of the desk began, epoch ms
 */
export async function sendDueProbes(parts: Probing & { log: Log; stored: () => void }, started: number): Promise<void> {
  if (!isProbing(parts.settings())) return;
  const now = parts.clock.now();
  const isDue = (trust: Trust): boolean => probeTime(trust, started) <= now;
  const known = await parts.store.read((at) => trustsOf(at, parts.settings()));
  if (!known.some(({ trust }) => isDue(trust))) return;
  for (const { source, probe } of known.map(({ trust }) => trust).filter(isDue))
    if (probe.sent !== null && probe.back === null && now - probe.sent >= probePatience)
      parts.log.warn(
        { source, probe: probe.number },
        'the last test mail to ourselves never came back; maildesk doctor says more',
      );
  await sendProbes(parts, isDue);
  parts.stored();
}

/** Writes a test mail for each source that is picked. @returns what is known of those, as of now */
export async function sendProbes(
  { store, settings, clock, newId }: Probing,
  picked: (trust: Trust) => boolean,
): Promise<Trust[]> {
  return store.write(async (at) => {
    const now = clock.now();
    const all = await at.trusts();
    let number = Math.max(0, ...all.map(({ probe }) => probe.number));
    const sent: Trust[] = [];
    for (const { source, trust } of (await trustsOf(at, settings())).filter(({ trust }) => picked(trust))) {
      const next = probeSent(trust, ++number, now);
      const effects: Effect[] = [
        { act: 'keep-trust', trust: next },
        probeMail({ settings: settings(), now, newId }, source, number),
      ];
      await at.apply(effects, now, null);
      sent.push(next);
    }
    return sent;
  });
}

const trustsOf = async (at: Pick<Writing, 'trusts'>, settings: Settings) => {
  const known = new Map((await at.trusts()).map((trust) => [trust.source, trust]));
  return allSources(settings).map((source) => ({ source, trust: known.get(source.id) ?? newTrust(source.id) }));
};
