import type { Lived } from './life.ts';

/** What happened in all, for people. */
export async function summaryOf({ desks, left, mails, down, ticks }: Lived): Promise<string> {
  const tickets = await desks.house.store.read((at) => at.tickets({}));
  const closed = tickets.filter((ticket) => ticket.closed !== null).length;
  const byProcess = counted(tickets.map(({ workflow }) => workflow));
  const ofTime = left.filter(({ row }) => row.journey === null);
  const hours = Math.round(down.reduce((sum, [from, to]) => sum + to - from, 0) / 3_600_000);
  return [
    `${tickets.length} tickets (${byProcess}), ${closed} closed; ${mails} mails in, ${left.length} out, ${ofTime.length} of them by time alone`,
    `by time: ${counted(ofTime.map(({ row }) => row.template))}`,
    `${ticks} looks; down ${down.length} times, ${hours} hours`,
  ].join('\n');
}

const counted = (names: readonly string[]): string =>
  [...Map.groupBy(names, (name) => name)]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([name, all]) => `${all.length} ${name}`)
    .join(', ');
