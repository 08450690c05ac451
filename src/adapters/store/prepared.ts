import type { Compilable, CompiledQuery, Insertable, QueryResult } from 'kysely';
import type { Tables, Tx } from './schema.ts';
import type { At } from './search.ts';

/** Queries put into SQL already, by what asked for them; one such map a store. */
export type Compiled = Map<unknown, { query: CompiledQuery; parameters: readonly unknown[] }>;

/** Stands in a query for a value that is named when it runs. */
class Slot {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/**
 * A query that is put into SQL once: building it anew costs several times what the engine needs to run it.
 *
 * @param build is called once, with a slot for each value; it may not look at them
 */
export function prepared<Values extends object, Row>(
  build: (tx: Tx, values: Values) => Compilable<Row>,
): (at: At, values: Values) => Promise<QueryResult<Row>> {
  return async ({ tx, compiled }, values) => {
    const kept = compiled.get(build) ?? keep(compiled, build, build(tx, slots<Values>()).compile());
    return await tx.executeQuery<Row>({ ...kept.query, parameters: kept.parameters.map((each) => boundValue(each, values)) });
  };
}

/** Adds a row, and tells its id where the table counts one up. */
export async function insertRow<Name extends keyof Tables & string>(
  at: At,
  table: Name,
  row: Insertable<Tables[Name]>,
): Promise<number> {
  const key = `${table} ${Object.keys(row).join()}`;
  const kept = at.compiled.get(key) ?? keep(at.compiled, key, at.tx.insertInto(table).values(row).compile());
  const { insertId } = await at.tx.executeQuery({ ...kept.query, parameters: Object.values(row) });
  return Number(insertId ?? 0);
}

function keep(compiled: Compiled, key: unknown, query: CompiledQuery) {
  const kept = { query, parameters: query.parameters };
  compiled.set(key, kept);
  return kept;
}

const boundValue = (parameter: unknown, values: object): unknown =>
  parameter instanceof Slot ? Reflect.get(values, parameter.name) : parameter;

/** To the query builder any object is a value like another: it is bound, not read. */
const slots = <Values extends object>(): Values => new Proxy({}, { get: (_, name) => new Slot(String(name)) }) as Values;
