import { about } from '../../src/adapters/templates/about.ts';
import { type Shape, shapeOf } from '../../src/adapters/templates/names/shape.ts';
import { sampleNames, samples } from '../../src/adapters/templates/samples/samples.ts';

/** `docs/mails.md`, from the sample data of the templates. */
export const mailsPage = (): string => `# The mails that go out

<!-- Made by \`npm run docs\` from src/adapters/templates; changes here are lost. -->

Each mail is a template, \`templates/<language>/<name>.hbs\`; [templates/README.md](../templates/README.md) says how one is
written. Below are the variables that each is given, with an example. A name that is not among them is an error that
\`maildesk check\` shows; \`maildesk preview\` shows every mail filled with examples.

An **action** is a link that opens a ready-written mail: \`label\` (its key in \`words.yaml\`), \`href\`, \`command\` (what is typed
instead). A **sentence** is what a command says: print it with \`{{say …}}\`.

${sampleNames.map(sectionOf).join('\n\n')}
`;

function sectionOf(name: (typeof sampleNames)[number]): string {
  const shape = shapeOf(samples[name]);
  const { to, when } = about[name];
  const rows = shape.kind === 'fields' ? [...shape.fields].flatMap(([key, value]) => rowsOf(key, value)) : [];
  return [`## ${name}`, '', `To ${to}: ${when}.`, '', '| variable | what | for example |', '| --- | --- | --- |', ...rows].join(
    '\n',
  );
}

function rowsOf(name: string, shape: Shape): string[] {
  if (shape.kind === 'fields') return isSaying(shape) ? [row(name, 'sentence', '')] : inside(name, shape);
  if (shape.kind === 'plain') return [row(name, shape.of, shape.examples[0] ?? '')];
  if (shape.kind === 'any') return [row(name, 'list, or nothing', '')];
  if (isActions(shape.of)) return [row(name, 'list of actions', '')];
  return [
    row(name, shape.of.kind === 'plain' ? `list of ${shape.of.of}` : 'list of', exampleOf(shape.of)),
    ...inside(name, shape.of),
  ];
}

const inside = (name: string, shape: Shape): string[] =>
  shape.kind === 'fields' ? [...shape.fields].flatMap(([key, value]) => rowsOf(`${name}.${key}`, value)) : [];

const isActions = (shape: Shape): boolean => shape.kind === 'fields' && shape.fields.has('href') && shape.fields.has('command');
const isSaying = (shape: Shape): boolean => shape.kind === 'fields' && shape.fields.has('say') && shape.fields.has('of');

const exampleOf = (shape: Shape): string => (shape.kind === 'plain' ? (shape.examples[0] ?? '') : '');

const row = (name: string, what: string, example: string): string => `| \`${name}\` | ${what} | ${shortened(example)} |`;

/** One line of a table. */
function shortened(example: string): string {
  const line = example.replace(/\s+/g, ' ').trim();
  return (line.length > 60 ? `${line.slice(0, 57)}…` : line).replace(/[|<>]/g, (char) => `\\${char}`);
}
