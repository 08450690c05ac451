import { readMoney } from '../../decide/grammar/money.ts';
import { localMoney } from '../../money.ts';
import { type Part, say } from '../../saying.ts';
import type { CustomerSettings, Person } from '../../settings.ts';
import type { FieldKind, Workflow } from '../../workflow/workflow.ts';

type On = {
  workflow: Pick<Workflow, 'name' | 'fields'>;
  name: string;
  kept: string;
  settings: { people: readonly Person[]; customers: readonly CustomerSettings[] };
};
type ForWhom = { language: string };

/** The value of a field as its reader takes it in: days and amounts by their language, people by name, choices by their words. */
export const fieldFor = (on: On, reader: ForWhom): Part => shown[on.workflow.fields[on.name]?.kind ?? 'text'](on, reader);

const asKept = ({ kept }: On): Part => kept;

const shown: Readonly<Record<FieldKind['kind'], (on: On, reader: ForWhom) => Part>> = {
  text: asKept,
  lines: asKept,
  times: asKept,
  duration: ({ kept }, reader) => localWait(kept, reader),
  number: ({ kept }, { language }) =>
    Number.isFinite(Number(kept)) ? new Intl.NumberFormat(language).format(Number(kept)) : kept,
  date: ({ kept }, reader) => localDate(kept, reader),
  money: ({ kept }, { language }) => {
    const money = readMoney(kept, null);
    return money === null ? kept : localMoney(money, language);
  },
  person: ({ kept, settings }) => nameBehind(kept, settings),
  choice: ({ kept, name, workflow }) => ({ label: `fields.${name}.${kept}`, process: workflow.name }),
};

/** A day, or a moment of it, as it is kept (`2026-03-06`, `2026-03-06 17:00`); what is none stays as it is. */
export function localDate(kept: string, { language }: ForWhom): string {
  const [, day = '', time = ''] = /^(\d{4}-\d\d-\d\d)(?: (\d\d:\d\d))?/.exec(kept) ?? [];
  if (day === '') return kept;
  const date = new Intl.DateTimeFormat(language, { timeZone: 'UTC', dateStyle: 'medium' }).format(Date.parse(`${day}T00:00Z`));
  return time === '' ? date : `${date}, ${time}`;
}

const lengths: Readonly<Record<string, string>> = { d: 'day', h: 'hour', m: 'minute' };

/** A wait of one unit, as it is kept (`5d`, `3bd`, `90m`), in words; a longer one stays as it is. */
function localWait(kept: string, { language }: ForWhom): Part {
  const [, amount = '', unit = ''] = /^(\d+)(bd|d|h|m)$/.exec(kept) ?? [];
  if (unit === 'bd') return amount === '1' ? say('1 working day') : say`${amount} working days`;
  if (unit === '') return kept;
  return new Intl.NumberFormat(language, { style: 'unit', unit: lengths[unit] ?? 'day', unitDisplay: 'long' }).format(
    Number(amount),
  );
}

/** One of us by handle, somebody outside by address. */
export function nameBehind(kept: string, { people, customers }: On['settings']): string {
  const ours = people.find(({ handle }) => handle === kept);
  const theirs = customers.flatMap(({ contacts }) => contacts).find(({ addresses }) => addresses.includes(kept));
  return ours?.name ?? theirs?.name ?? kept;
}
