import type { z } from 'zod';
import { shapeOf } from './json-shape.ts';
import { schemas } from './schema/files.ts';
import { workflow } from './schema/workflow/workflow.ts';

export type SchemaFile = { name: string; text: string };

/** The JSON Schemas editors complete the configuration from, as they lie in `config/schema/`. */
export function schemaFiles(): SchemaFile[] {
  return [
    ...Object.entries(schemas).map(([name, schema]) => fileOf(name, `config/${name}.yaml`, schema)),
    fileOf('workflow', 'config/workflows/NAME.yaml', workflow),
  ];
}

function fileOf(name: string, title: string, schema: z.ZodType): SchemaFile {
  const text = `${JSON.stringify({ title, ...shapeOf(schema) }, null, 2)}\n`;
  return { name: `${name}.schema.json`, text };
}
