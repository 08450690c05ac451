import { schemaFiles } from '../../src/adapters/config/schema-files.ts';

/** The part of JSON Schema that our files use. */
type Shape = {
  title?: string;
  type?: string;
  description?: string;
  default?: unknown;
  enum?: unknown[];
  examples?: unknown[];
  properties?: Record<string, Shape>;
  required?: string[];
  items?: Shape;
  additionalProperties?: Shape | false;
  anyOf?: Shape[];
};

/** `docs/configuration.md`, from the schemas of the configuration files. */
export const configurationPage = (): string => `# Every setting

<!-- Made by \`npm run docs\` from src/adapters/config/schema; changes here are lost. -->

Editors that know the YAML language server complete these keys by the \`$schema\` comment on top of each file.
\`npx maildesk check\` tells every mistake with file, line and column. \`[]\` marks a list, \`NAME\` any name of yours;
**bold** keys are required where their section stands. Durations are \`30s\`, \`5m\`, \`2h\`, \`4d\`.

${schemaFiles()
  .map(({ text }) => fileOf(JSON.parse(text)))
  .join('\n\n')}
`;

function fileOf(shape: Shape): string {
  return [`## ${shape.title}`, '', '| key | is | default | means |', '| --- | --- | --- | --- |', ...rowsOf(shape, '')].join(
    '\n',
  );
}

function rowsOf(shape: Shape, path: string): string[] {
  return Object.entries(shape.properties ?? {}).flatMap(([key, below]) => {
    const name = path === '' ? key : `${path}.${key}`;
    return [rowOf(name, below, shape.required?.includes(key) === true && below.default === undefined), ...insideOf(below, name)];
  });
}

function insideOf(shape: Shape, name: string): string[] {
  const alternatives = [shape, ...(shape.anyOf ?? [])];
  return alternatives.flatMap(({ properties, items, additionalProperties, required }) => [
    ...(properties === undefined ? [] : rowsOf({ properties, ...(required === undefined ? {} : { required }) }, name)),
    ...(items === undefined ? [] : insideOf(items, `${name}[]`)),
    ...(additionalProperties ? insideOf(additionalProperties, `${name}.NAME`) : []),
  ]);
}

function rowOf(name: string, shape: Shape, isRequired: boolean): string {
  const key = isRequired ? `**\`${name}\`**` : `\`${name}\``;
  const standard = shape.default === undefined || isEmpty(shape.default) ? '' : `\`${shown(shape.default)}\``;
  return `| ${[key, kindOf(shape), standard, shape.description ?? ''].map(inCell).join(' | ')} |`;
}

function kindOf(shape: Shape): string {
  if (shape.enum !== undefined) return shape.enum.map((value) => `\`${String(value)}\``).join(' ');
  if (shape.anyOf !== undefined) return [...new Set(shape.anyOf.map(kindOf).filter((kind) => kind !== ''))].join(' or ');
  if (shape.type === 'array') return `list${shape.items === undefined ? '' : ` of ${kindOf(shape.items) || 'text'}`}`;
  if (shape.type === 'object') return 'section';
  if (shape.type === 'boolean') return '`true` `false`';
  if (shape.type === 'integer' || shape.type === 'number') return 'number';
  if (shape.type === 'null') return '`null`';
  return shape.examples === undefined ? 'text' : `text like \`${String(shape.examples[0])}\``;
}

const isEmpty = (value: unknown): boolean => typeof value === 'object' && value !== null && Object.keys(value).length === 0;
const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
const inCell = (text: string): string => text.replace(/\|/g, '\\|').replace(/\s+/g, ' ');
