import { inline, inlineFragment } from '@css-inline/css-inline';
import Handlebars from 'handlebars';
import { TemplateError } from '../template-error.ts';
import type { Piece } from './split-template.ts';

type Program = ReturnType<typeof Handlebars.parse>;

/** Stands for whatever Handlebars puts between two stretches of HTML; a private-use character that no template needs. */
const gap = '\ue000';
const gaps = new RegExp(`<!--${gap}-->|${gap}`);

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
  const styled = withStyles(html, css);
  const parts = styled.split(gaps);
  if (parts.length !== contents.length || tagsOf(styled) !== tagsOf(html))
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
    html += index === 0 ? content.value : gapAfter(html, content, piece) + content.value;
  }
  return html;
}

/** Tables keep comments where they stand, attributes and the title keep characters. */
function gapAfter(html: string, next: { loc: Program['loc'] }, piece: Piece): string {
  const tag = html.slice(html.lastIndexOf('<'));
  if (/^<title>[^<]*$/.test(tag)) return gap;
  if (tag.includes('>') || !html.includes('<')) return `<!--${gap}-->`;
  if ((tag.split('"').length - 1) % 2 === 1) return gap;
  const at = { file: piece.file, line: piece.line + next.loc.start.line - 1, column: next.loc.start.column + 1 };
  throw new TemplateError(at, 'HTML: inside a tag, Handlebars may stand only in an attribute value with double quotes');
}

/** Parsers add a `tbody` of their own; all other tags must come back as they went. */
const tagsOf = (html: string): string =>
  Array.from(html.matchAll(/<(\/?[a-z][a-z0-9]*)/gi), ([, tag]) => tag?.toLowerCase())
    .filter((tag) => tag !== 'tbody' && tag !== '/tbody')
    .join(' ');
