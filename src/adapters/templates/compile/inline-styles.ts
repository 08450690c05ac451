import { inline, inlineFragment } from '@css-inline/css-inline';
import Handlebars from 'handlebars';
import { TemplateError } from '../template-error.ts';
import type { Piece } from './split-template.ts';

type Program = ReturnType<typeof Handlebars.parse>;

/** Stands for whatever Handlebars puts between two stretches of HTML, each by a private-use character of its own. */
const firstGap = 0xe100;
const gapAt = (index: number): string => String.fromCharCode(firstGap + index);
const gap = /[\ue100-\uf8ff]/;
const gaps = /<!--[\ue100-\uf8ff]-->|[\ue100-\uf8ff]/g;

/**
 * Gives the HTML of a parsed template its styles as `style` attributes, once, so that no mail pays for it.
 *
 * Only the literal stretches change, so places in error messages stay those of the file.
 * @throws {TemplateError} where the HTML is not whole without its Handlebars parts: then styles would land wrongly
 */
export function inlineStyles(program: Program, css: string, piece: Piece): void {
  const contents = contentsOf(program);
  const html = joinWithGaps(contents, piece);
  if (html.trim() === '') return;
  const styled = inOrder(withStyles(html, css));
  const parts = styled.split(gaps);
  if (parts.length !== contents.length || tagsOf(styled) !== tagsOf(html) || !ascends(styled))
    throw new TemplateError(piece, 'HTML: every element must begin and end on the same level, inside or outside a {{#…}} block');
  for (const [index, content] of contents.entries()) content.value = parts[index] ?? '';
}

/** The document's own style tag stays: it holds what cannot be inlined (dark mode, narrow screens). */
function withStyles(html: string, css: string): string {
  const offline = { loadRemoteStylesheets: false, inlineStyleTags: false };
  if (/<html[\s>]/i.test(html)) return inline(html, { ...offline, extraCss: css, keepStyleTags: true });
  // Only the first element of a fragment comes back, so it is given one that holds all.
  return inlineFragment(`<div>${html}</div>`, css, offline)
    .replace(/^<div>/, '')
    .replace(/<\/div>$/, '');
}

/** Styling may move attributes about; what Handlebars fills in must stay in the order of the file. */
const inOrder = (html: string): string =>
  html.replace(/<[a-z][^<>]*>/gi, (tag) => {
    const filled = (tag.match(attribute) ?? []).filter((one) => gap.test(one));
    const sorted = filled.toSorted((one, other) => (gapIn(one) < gapIn(other) ? -1 : 1));
    return tag.replace(attribute, (one) => (gap.test(one) ? (sorted.shift() ?? one) : one));
  });

const attribute = /\s[a-z-]+="[^"]*"/gi;
const gapIn = (text: string): string => gap.exec(text)?.[0] ?? '';

function ascends(html: string): boolean {
  const found = html.match(/[\ue100-\uf8ff]/g) ?? [];
  return found.every((one, at) => one === gapAt(at));
}

/** In the order of the file. */
function contentsOf(program: Program): { value: string; loc: Program['loc'] }[] {
  const found: hbs.AST.ContentStatement[] = [];
  const visitor = new Handlebars.Visitor();
  visitor.ContentStatement = (content) => void found.push(content);
  visitor.accept(program);
  return found;
}

function joinWithGaps(contents: readonly { value: string; loc: Program['loc'] }[], piece: Piece): string {
  let html = '';
  for (const [index, content] of contents.entries()) {
    html += index === 0 ? content.value : gapAfter(html, content, gapAt(index - 1), piece) + content.value;
  }
  return html;
}

/** Tables keep comments where they stand, attributes and the title keep characters. */
function gapAfter(html: string, next: { loc: Program['loc'] }, mark: string, piece: Piece): string {
  const tag = html.slice(html.lastIndexOf('<'));
  if (/^<title>[^<]*$/.test(tag)) return mark;
  if (tag.includes('>') || !html.includes('<')) return `<!--${mark}-->`;
  if ((tag.split('"').length - 1) % 2 === 1) return mark;
  const at = { file: piece.file, line: piece.line + next.loc.start.line - 1, column: next.loc.start.column + 1 };
  throw new TemplateError(at, 'HTML: inside a tag, Handlebars may stand only in an attribute value with double quotes');
}

/** Parsers add a `tbody` of their own; all other tags must come back as they went. */
const tagsOf = (html: string): string =>
  Array.from(html.matchAll(/<(\/?[a-z][a-z0-9]*)/gi), ([, tag]) => tag?.toLowerCase())
    .filter((tag) => tag !== 'tbody' && tag !== '/tbody')
    .join(' ');
