import Handlebars from 'handlebars';
import { wordsBetween } from './words-between.ts';

type Program = ReturnType<typeof Handlebars.parse>;

/** Makes a template's own words fit for HTML: escaped, each value in a direction of its own whatever its script. */
export function dressWords(program: Program): void {
  const visitor = new Handlebars.Visitor();
  const visit = visitor.Program.bind(visitor);
  visitor.ContentStatement = (content) => {
    content.value = content.value.replace(/[&<>]/g, (char) => entities[char] ?? char);
  };
  visitor.Program = (inner) => {
    visit(inner);
    inner.body = inner.body.flatMap((statement) => (isValue(statement) ? isolated(statement) : [statement]));
  };
  visitor.accept(program);
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** `{{name}}`; what a helper gives brings its own HTML. */
const isValue = (statement: hbs.AST.Statement): statement is hbs.AST.MustacheStatement =>
  statement.type === 'MustacheStatement' &&
  'params' in statement &&
  Array.isArray(statement.params) &&
  statement.params.length === 0;

const isolated = (value: hbs.AST.MustacheStatement): hbs.AST.Statement[] => [
  wordsBetween(isTag(value) ? '<bdi style="white-space:nowrap">' : '<bdi>', value),
  value,
  wordsBetween('</bdi>', value),
];

/** A ticket's number is not to break at its hyphen. */
const isTag = ({ path }: hbs.AST.MustacheStatement): boolean => 'original' in path && path.original === 'tag';
