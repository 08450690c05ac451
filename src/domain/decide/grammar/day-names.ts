/** How people call days in en, es, de, fr and pt; without accents, in small letters. 1 is Monday. */
const weekdays: readonly (readonly [number, string])[] = [
  [1, 'mon monday mo montag lun lunes lundi seg segunda segunda-feira'],
  [2, 'tue tues tuesday di die dienstag mar martes mardi ter terca terca-feira'],
  [3, 'wed wednesday mi mit mittwoch mie miercoles mer mercredi qua quarta quarta-feira'],
  [4, 'thu thur thurs thursday do don donnerstag jue jueves jeu jeudi qui quinta quinta-feira'],
  [5, 'fri friday fr fre freitag vie viernes ven vendredi sex sexta sexta-feira'],
  [6, 'sat saturday sa sam samstag sonnabend sab sabado samedi'],
  [7, 'sun sunday so son sonntag dom domingo dim dimanche'],
];

const daysAhead: readonly (readonly [number, string])[] = [
  [0, "today hoy heute aujourd'hui hoje"],
  [1, 'tomorrow manana morgen demain amanha'],
  [2, 'ubermorgen'],
];

const byName = (rows: readonly (readonly [number, string])[]): ReadonlyMap<string, number> =>
  new Map(rows.flatMap(([number, names]) => names.split(' ').map((name) => [name, number] as const)));

const weekdayNames = byName(weekdays);
const aheadNames = byName(daysAhead);

export type NamedDay = { kind: 'weekday'; weekday: number } | { kind: 'ahead'; unit: 'days' | 'business days'; count: number };

/** A day by its name (`fri`, `mañana`) or by how far it is (`+3d`, `2 weeks`, `3 business days`). */
export function namedDay(text: string): NamedDay | null {
  const name = plain(text);
  const weekday = weekdayNames.get(name);
  if (weekday !== undefined) return { kind: 'weekday', weekday };
  const ahead = aheadNames.get(name);
  if (ahead !== undefined) return { kind: 'ahead', unit: 'days', count: ahead };
  return counted(name);
}

/** Small letters without accents, one space between words. */
export const plain = (text: string): string =>
  text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/[‘’]/g, "'").replace(/\s+/g, ' ').trim();

const far = /^(?:\+|in |en |dans |em )?(\d{1,3}) ?(\p{L}+(?: \p{L}+)?)$/u;
const days = /^(?:d|days?|dias?|tage?n?|jours?)$/;
const weeks = /^(?:w|weeks?|semanas?|wochen?|semaines?)$/;
const business =
  /^(?:bd|(?:business|working) days?|dias? (?:habil(?:es)?|laborables?|ut(?:il|eis))|(?:arbeits|werk)tage?n?|jours? ouvr(?:es?|ables?))$/;

function counted(name: string): NamedDay | null {
  const [, digits = '', unit = ''] = far.exec(name) ?? [];
  const count = Number(digits);
  if (days.test(unit)) return { kind: 'ahead', unit: 'days', count };
  if (weeks.test(unit)) return { kind: 'ahead', unit: 'days', count: 7 * count };
  return business.test(unit) ? { kind: 'ahead', unit: 'business days', count } : null;
}
