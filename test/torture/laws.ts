import type { Evidence } from './evidence.ts';
import { everyMailHasItsPlace, isSuspect } from './law-1.ts';
import { keptAsItCame } from './law-2.ts';
import { everythingWasSent, noMoreTwinsThanKills, nothingLeftTooEarly } from './law-mail-out.ts';

/** A law of RELIABILITY section 2, and how to see that it was broken: a line each. */
export type Law = { id: string; says: string; breaches(evidence: Evidence): string[] };

export const laws: readonly Law[] = [
  { id: 'LAW-1', says: 'every mail has its one place, none is left in a mailbox', breaches: everyMailHasItsPlace },
  { id: 'LAW-2', says: 'what is kept is byte for byte what came', breaches: keptAsItCame },
  { id: 'LAW-3', says: 'every mail of the outbox was sent', breaches: everythingWasSent },
  { id: 'LAW-4', says: 'no more twins than kills between 250 and the mark', breaches: noMoreTwinsThanKills },
  { id: 'LAW-5', says: 'the database is whole, no row is an orphan', breaches: theDatabaseIsWhole },
  { id: 'LAW-6', says: 'each command took effect once', breaches: effectsOnce },
  { id: 'LAW-7', says: 'nothing left before its cause was durable', breaches: nothingLeftTooEarly },
];

/** LAW-5 */
function theDatabaseIsWhole({ complaints, scenes }: Evidence): string[] {
  return [...complaints, ...scenes.flatMap(({ breaches }) => breaches.filter((line) => line.startsWith('LAW-5')))];
}

/** LAW-6: a mail of an associate leaves its words once on the ticket, once in the journal, and once in the outbox for the customer. */
function effectsOnce({ injected, messages, journal, outbox, arrivals }: Evidence): string[] {
  const hashes = Map.groupBy(injected, ({ content }) => content);
  const rows = Map.groupBy(arrivals, ({ sha256 }) => sha256);
  const asked = injected.filter(({ kind, number, content }) => (kind === 'command' || kind === 'answer') && number === content);
  return [
    ...asked.flatMap(({ kind, marker, number, content }) => {
      const came = new Set(hashes.get(content)?.map(({ sha256 }) => sha256)).values();
      const taken = came
        .flatMap((hash) => rows.get(hash) ?? [])
        .toArray()
        .filter(({ outcome }) => outcome !== 'duplicate');
      if (taken.some(isSuspect)) return [];
      const effects = {
        entries: messages.filter(({ visible_text: text }) => text.includes(marker)).length,
        'lines in the journal': journal.filter(
          ({ arrival, event }) => event === events[kind] && taken.some(({ id }) => id === arrival),
        ).length,
        'mails to the customer': outbox.filter(({ template, data }) => template === 'reply' && data.includes(marker)).length,
      };
      return Object.entries(effects)
        .filter(([what, count]) => count !== (what === 'mails to the customer' && kind === 'command' ? 0 : 1))
        .map(([what, count]) => `${kind} ${number} (${marker}): ${count} ${what}`);
    }),
    ...[...Map.groupBy(journal, (line) => JSON.stringify(line))]
      .filter(([, lines]) => lines.length > 1 && lines[0]?.arrival !== null)
      .map(([line]) => `twice in the journal: ${line}`),
  ];
}

const events: Readonly<Record<string, string>> = { command: 'noted', answer: 'answered' };
