import { shapeOf } from './json-shape.ts';
import { schemas } from './schema/files.ts';

export type SchemaFile = { name: string; text: string };

/** The JSON Schemas editors complete the configuration from, as they lie in `config/schema/`. */
export function schemaFiles(): SchemaFile[] {
  return Object.entries(schemas).map(([name, schema]) => {
    const shape = { title: `config/${name}.yaml`, ...shapeOf(schema) };
    return { name: `${name}.schema.json`, text: `${JSON.stringify(shape, null, 2)}\n` };
  });
}
