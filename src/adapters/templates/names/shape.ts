/** What a template is given, as its samples show it. `any`: nothing is known of it, so nothing can be said against it. */
export type Shape =
  | { kind: 'any' }
  | { kind: 'plain'; of: 'text' | 'number' | 'yes or no'; examples: readonly string[] }
  | { kind: 'list'; of: Shape }
  | { kind: 'fields'; fields: ReadonlyMap<string, Shape> };

export const anything: Shape = { kind: 'any' };

/** The shape that all values have together: fields of any of them, items of all lists. */
export function shapeOf(values: readonly unknown[]): Shape {
  const given = values.filter((value) => value !== null && value !== undefined);
  const first = given.find((value) => value !== '') ?? given[0]; // '' stands where there is no sentence
  if (first === undefined) return anything;
  if (Array.isArray(first)) return { kind: 'list', of: shapeOf(given.flatMap((value) => (Array.isArray(value) ? value : []))) };
  if (isRecord(first)) return fieldsOf(given.filter(isRecord));
  const examples = [...new Set(given.map(String))].filter((one) => one !== '');
  return { kind: 'plain', of: plainKinds[typeof first] ?? 'text', examples };
}

function fieldsOf(records: readonly Readonly<Record<string, unknown>>[]): Shape {
  const names = [...new Set(records.flatMap((record) => Object.keys(record)))];
  return { kind: 'fields', fields: new Map(names.map((name) => [name, shapeOf(records.map((record) => record[name]))])) };
}

const plainKinds: Readonly<Record<string, 'number' | 'yes or no'>> = { number: 'number', boolean: 'yes or no' };
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;
