import Table from 'cli-table3';
import type { Evidence } from './evidence.ts';
import { isSuspect } from './law-1.ts';
import { twins } from './law-mail-out.ts';
import { laws } from './laws.ts';
import type { Round, Torment } from './torment.ts';

/** What each law says of a run: its breaches, a line each. Runs that ended otherwise than they should count too. */
export type Judgement = { id: string; says: string; breaches: string[] }[];

export function judge({ evidence, rounds }: Pick<Torment, 'evidence' | 'rounds'>): Judgement {
  const wrong = rounds.filter(({ outcome }) => outcome === 'wrong').map(({ note }) => note);
  return [
    ...laws.map(({ id, says, breaches }) => ({ id, says, breaches: breaches(evidence) })),
    { id: 'F-12', says: 'told to stop it stops within 10 s, exit 0; it never ends by itself', breaches: wrong },
  ];
}

export const isGood = (judgement: Judgement): boolean => judgement.every(({ breaches }) => breaches.length === 0);

/** The run at one glance. */
export function summary(torment: Torment, judgement: Judgement): string {
  const { rounds, evidence, seconds } = torment;
  const { kills, extra } = twins(evidence);
  return [
    killTable(rounds),
    mailTable(evidence),
    `${evidence.deliveries.length} deliveries at the SMTP sink; ${extra} extra, ${kills} kills between 250 and the mark`,
    `${evidence.arrivals.filter(isSuspect).length} mails held because kills of ours fell on them again and again while they were read (F-33)`,
    `${rounds.length} rounds in ${Math.round(seconds)} s`,
    '',
    lawTable(judgement),
  ].join('\n');
}

const plain = { style: { head: [], border: [], compact: true } };

function killTable(rounds: readonly Round[]): string {
  const table = new Table({ head: ['where the desk ended', 'asked', 'there', 'elsewhere'], ...plain });
  const name = ({ ending }: Round) => (ending.kind === 'point' ? ending.at : ending.kind === 'stop' ? 'SIGTERM' : 'any moment');
  for (const [where, some] of Map.groupBy(rounds, name)) {
    const there = some.filter(
      ({ ending, outcome }) => outcome === (ending.kind === 'point' ? 'killed itself' : expected[ending.kind]),
    );
    table.push([where, some.length, there.length, some.length - there.length]);
  }
  return table.toString();
}

const expected = { random: 'killed from outside', stop: 'stopped' } as const;

function mailTable({ injected, arrivals }: Evidence): string {
  const table = new Table({ head: ['mails put in', 'mails', 'doubles', 'became'], ...plain });
  const rows = Map.groupBy(arrivals, ({ sha256 }) => sha256);
  for (const [kind, some] of Map.groupBy(injected, (mail) => mail.kind)) {
    const outcomes = [...new Set(some.map(({ sha256 }) => sha256))].flatMap((hash) => rows.get(hash) ?? []);
    const counts = [...Map.groupBy(outcomes, ({ outcome }) => outcome ?? 'nothing')].map(
      ([what, list]) => `${list.length} ${what}`,
    );
    table.push([kind, some.length, some.filter(({ double }) => double !== 'no').length, counts.join(', ')]);
  }
  return table.toString();
}

function lawTable(judgement: Judgement): string {
  const table = new Table({ head: ['law', '', 'breaches'], ...plain });
  for (const { id, says, breaches } of judgement) table.push([id, says, breaches.length === 0 ? 'none' : breaches.length]);
  const lines = judgement.flatMap(({ id, breaches }) => [
    ...breaches.slice(0, 10).map((line) => `${id}: ${line}`),
    ...(breaches.length > 10 ? [`${id}: … ${breaches.length - 10} more`] : []),
  ]);
  return [table.toString(), ...lines].join('\n');
}
