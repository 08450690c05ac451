import Handlebars from 'handlebars';
import { expect, test } from 'vitest';
import { splitTemplate } from '../../../src/adapters/templates/compile/split-template.ts';
import { readTemplateFiles } from '../../../src/adapters/templates/template-files.ts';
import { readWords } from '../../../src/adapters/templates/words/words.ts';
import { languages, shippedDir } from './support.ts';

const files = await readTemplateFiles({ shippedDir, overrideDir: null });
const namesIn = (language: string): string[] =>
  [...files.keys()]
    .filter((key) => key.startsWith(`${language}/`) && key.endsWith('.hbs'))
    .map((key) => key.slice(language.length + 1))
    .sort();
const english = namesIn('en');
const others = languages.filter((language) => language !== 'en');

test.each(others)('%s has every mail and every building block that English has, and no other', (language) => {
  expect(namesIn(language)).toEqual(english);
});

const cases = others.flatMap((language) => english.map((name) => [language, name] as const));

test.each(cases)('%s/%s tells what the English one tells, under the same conditions', (language, name) => {
  const [wanted, found] = [read('en', name), read(language, name)];
  expect([...found.keys()]).toEqual([...wanted.keys()]);
  for (const [part, { facts }] of wanted) expect(found.get(part)?.facts, part).toEqual(facts);
  expect(found.get('body')?.blocks, 'the order of its blocks').toEqual(wanted.get('body')?.blocks);
});

const everyFile = languages.flatMap((language) => english.map((name) => [language, name] as const));

test.each(everyFile)('%s/%s: quotes of the language, single spaces', (language, name) => {
  for (const { words } of read(language, name).values()) for (const one of words) expect(one).not.toMatch(/["']|\S {2,}\S/);
});

test.each(languages)('buttons of %s fit a narrow phone', (language) => {
  const tables = readWords(files, language);
  const labels = ['label', 'yours', 'mine'].flatMap((name) => [...(tables.get(name)?.values() ?? [])]);
  expect(labels.length).toBeGreaterThan(10);
  expect(labels.filter((label) => label.length > 24)).toEqual([]);
});

/** What a part of a template tells: `facts` in no order, `blocks` in theirs, and the plain `words` between. */
type Told = { facts: readonly string[]; blocks: readonly string[]; words: readonly string[] };

function read(language: string, name: string): Map<string, Told> {
  const { content = '', file = name } = files.get(`${language}/${name}`) ?? {};
  const { front, text, html } = splitTemplate(file, content);
  const parts = [...front].sort(([one], [other]) => one.localeCompare(other));
  return new Map([...parts, ['body', text] as const, ['html', html] as const].map(([part, { source }]) => [part, tells(source)]));
}

function tells(source: string): Told {
  const found: { call: string; isBlock: boolean }[] = [];
  const words: string[] = [];
  let within = '';
  const visitor = new Handlebars.Visitor();
  const note = (call: string, isBlock: boolean) => found.push({ call: `${within}${call}`, isBlock });
  const inside = (where: string, program: hbs.AST.Program | undefined) => {
    const before = within;
    within = `${within}${where} / `;
    if (program) visitor.accept(program);
    within = before;
  };
  visitor.ContentStatement = ({ value }) => void words.push(value);
  visitor.MustacheStatement = (one) => void note(callOf(one.path, one), false);
  visitor.PartialStatement = (one) => void note(`> ${callOf(one.name, one)}`, true);
  visitor.PartialBlockStatement = (one) => {
    const call = `> ${callOf(one.name, one)}`;
    note(call, true);
    inside(call, one.program);
  };
  visitor.BlockStatement = (one) => {
    const call = `# ${callOf(one.path, one)}`;
    note(call, true);
    inside(call, one.program);
    inside(`else of ${call}`, one.inverse);
  };
  visitor.accept(Handlebars.parse(source));
  const facts = [...new Set(found.map(({ call }) => call))].sort();
  return { facts, blocks: found.filter(({ isBlock }) => isBlock).map(({ call }) => call), words };
}

type Given = { params: readonly hbs.AST.Expression[]; hash?: hbs.AST.Hash };

const callOf = (callee: hbs.AST.Node, { params, hash }: Given): string =>
  [callee, ...params]
    .map(said)
    .concat((hash?.pairs ?? []).map(({ key, value }) => `${key}=${said(value)}`))
    .join(' ');

function said(node: hbs.AST.Node): string {
  if (isCall(node)) return `(${callOf(node.path, node)})`;
  return 'original' in node ? String(node.original) : node.type;
}

const isCall = (node: hbs.AST.Node): node is hbs.AST.SubExpression => node.type === 'SubExpression';
