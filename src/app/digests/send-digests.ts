import { type DeskHours, deskHours } from '../../domain/calendar/desk-hours.ts';
import { type DigestName, type DigestRow, digestReaders } from '../../domain/digest/digest.ts';
import { digestDue } from '../../domain/digest/digest-due.ts';
import type { Check } from '../../domain/digest/ledger-mail.ts';
import type { Effect } from '../../domain/effect.ts';
import type { Reading } from '../../domain/ports.ts';
import type { Person, Settings } from '../../domain/settings.ts';
import type { JobParts } from '../jobs/job.ts';
import { withDirectory } from '../journey/5-directory.ts';
import { writers } from './writers.ts';

/**
 * Writes a digest to everybody whose hour has come, one transaction each: mail that comes meanwhile waits for no more than
 * that. Who had nothing to read is asked again at their next hour, not before.
 */
export const sendDigests =
  (name: DigestName) =>
  async (parts: JobParts): Promise<void> => {
    const now = parts.clock.now();
    const expecting = await parts.store.read((at) => dueReaders(at, parts, name, now));
    if (expecting.length === 0) return;
    const checks = name === 'ledger' ? await parts.selfTest() : [];
    for (const { person } of expecting) await sendTo(parts, name, person, now, checks);
  };

async function sendTo(parts: JobParts, name: DigestName, person: Person, now: number, checks: readonly Check[]): Promise<void> {
  await parts.store.write(async (at) => {
    const due = (await dueReaders(at, parts, name, now)).find((one) => one.person.handle === person.handle);
    if (due === undefined) return; // another desk was faster
    const settings = await withDirectory(at, parts.settings());
    const mails = await writers[name](at, { settings, person, now, newId: parts.newId, checks });
    const kept = { act: 'keep-digest', handle: person.handle, name, set: { at: now } } as const;
    await at.apply([kept, ...mails.map((mail) => notBefore(mail, due.readAt))], now, null);
  });
}

const notBefore = (effect: Effect, at: number): Effect =>
  effect.act === 'queue-mail' ? { ...effect, mail: { ...effect.mail, notBefore: Math.max(at, effect.mail.notBefore) } } : effect;

/** Those who may have it now, and from when on it may leave. */
async function dueReaders(
  at: Reading,
  parts: JobParts,
  name: DigestName,
  now: number,
): Promise<{ person: Person; readAt: number }[]> {
  const settings = parts.settings();
  const rows = await at.digests();
  const readers = digestReaders(name, settings.people, rows, await at.colleagues(), now);
  const hours = hoursOf(settings);
  return readers.flatMap((person) => {
    const readAt = digestDue({
      times: settings.sla.jobs[name] ?? null,
      zone: person.timezone ?? settings.desk.timezone,
      calendar: hours.ofPerson(person.handle),
      last: lastOf(rows, person, name),
      now,
      byHand: parts.byHand,
    });
    return readAt === null ? [] : [{ person, readAt }];
  });
}

const lastOf = (rows: readonly DigestRow[], { handle }: Person, name: DigestName): number | null =>
  rows.find((row) => row.handle === handle && row.name === name)?.at ?? null;

function hoursOf(settings: Settings): DeskHours {
  const known = opened.get(settings) ?? deskHours(settings);
  opened.set(settings, known);
  return known;
}

const opened = new WeakMap<Settings, DeskHours>();
