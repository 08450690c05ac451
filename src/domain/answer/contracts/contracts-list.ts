import type { DeskHours } from '../../calendar/desk-hours.ts';
import { nextWorking } from '../../calendar/working-time.ts';
import type { Used } from '../../contract/coverage.ts';
import { isFollowed } from '../../contract/ending.ts';
import type { ContractMarks } from '../../contract/marks.ts';
import { dayOf, daysBetween } from '../../contract/term.ts';
import type { Effect } from '../../effect.ts';
import { listed, type Part, say } from '../../saying.ts';
import type { ContractSettings, CustomerSettings, Person, Role } from '../../settings.ts';
import { type Desk, toAssociate } from '../outgoing.ts';
import { dayFor } from '../time-for.ts';

/** A contract as the list looks at it, on a day where its customer lives. */
export type OnList = { owner: CustomerSettings; contract: ContractSettings; used: Used; daysLeft: number };

/** Days ahead and back that a list reaches where reminders do not reach farther. */
const reach = 60;
const back = 31;
const nearlyUsed = 80;

/** The contracts that somebody should look at: what ends soon or ended without another behind it, the soonest first; what is nearly used up. */
export function toLookAt(all: readonly OnList[], marks: ContractMarks): OnList[] {
  const ahead = Math.max(reach, ...marks.remindDays);
  return all
    .filter((one) => (isNear(one, ahead) && !isFollowed(one.contract, one.owner.contracts)) || isShort(one, marks))
    .toSorted((a, b) => a.daysLeft - b.daysLeft);
}

const isNear = ({ daysLeft }: OnList, ahead: number): boolean => daysLeft <= ahead && daysLeft >= -back;

function isShort({ contract: { hours, incidents }, used, daysLeft }: OnList, { tellUsed }: ContractMarks): boolean {
  const share = Math.min(nearlyUsed, ...tellUsed);
  const isUsed = (of: number | null, amount: number) => of !== null && (100 * amount) / of >= share;
  return daysLeft >= 0 && (isUsed(hours, used.minutes / 60) || isUsed(incidents, used.incidents));
}

/** One mail to each manager, where there is something to look at. */
export function listContracts(desk: Desk, hours: DeskHours, rows: readonly OnList[], marks: ContractMarks): Effect[] {
  const { people } = desk.settings;
  const readers = rows.length === 0 ? [] : first(people, ['manager', 'lead', 'admin']);
  return readers.flatMap((person) => {
    const zone = person.timezone ?? desk.settings.desk.timezone;
    const notBefore = nextWorking(hours.ofPerson(person.handle), desk.now);
    const until = new Date(Date.parse(dayOf(notBefore, zone)) + Math.max(reach, ...marks.remindDays) * 86_400_000);
    const day = (at: number): string => dayFor(at, person, desk.settings.desk);
    return toAssociate(desk, person, {
      ...{ ticket: null, template: 'notice', automatic: 'auto-generated', notBefore },
      data: {
        ...{ deskName: desk.settings.desk.name, title: say('Contracts to look at'), tickets: [], actions: [] },
        text: [
          say`Those that end by ${day(until.getTime())}, that ended in the last month and that nothing follows, and those that are nearly used up.`,
        ],
        facts: rows.map((row) => ({
          label: `${row.owner.name} · ${row.contract.number}`,
          value: stateOf(row, day, person.language ?? desk.settings.desk.language, dayOf(notBefore, zone)),
        })),
      },
    });
  });
}

/** Those of the first of these roles that anybody has. */
const first = (people: readonly Person[], roles: readonly Role[]): readonly Person[] =>
  roles.map((role) => people.filter((person) => person.roles.includes(role))).find((some) => some.length > 0) ?? [];

function stateOf({ contract, used }: OnList, day: (at: number) => string, language: string, today: string): Part {
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const days = daysBetween(today, contract.ends);
  const left = new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(days, 'day');
  const ends = day(Date.parse(contract.ends));
  return listed([
    days < 0 ? say`ended ${ends} (${left})` : say`ends ${ends} (${left})`,
    ...(contract.hours === null ? [] : [say`${number.format(used.minutes / 60)} of ${number.format(contract.hours)} h used`]),
    ...(contract.incidents === null ? [] : [say`${used.incidents} of ${contract.incidents} tickets used`]),
  ]);
}
