import { isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import type { Form } from '../prose/mark-blocks.ts';
import { TemplateError } from '../template-error.ts';

/** A stretch of a template file; `line` and `column` (from 1) are where it begins, `indent` how far its other lines stand in. */
export type Piece = { file: string; line: number; column: number; source: string; indent?: number };

export type SplitTemplate = { front: ReadonlyMap<string, Piece>; form: Form; text: Piece; html: Piece };

const knownKeys = ['subject', 'preview', 'title', 'header', 'footer'];
const divider = '=== html ===';

/**
 * Takes a template file apart: front matter between `---` lines, then the words. They serve text and HTML alike, unless
 * a line `=== html ===` divides a text part from an HTML part.
 *
 * @throws {TemplateError} where the front matter cannot be read
 */
export function splitTemplate(file: string, content: string): SplitTemplate {
  const lines = content.replace(/\r\n?/g, '\n').split('\n');
  const end = lines[0] === '---' ? lines.indexOf('---', 1) : 0;
  if (end < 0) throw new TemplateError({ file, line: 1, column: 1 }, 'the front matter has no closing line "---"');
  const bodyAt = lines[0] === '---' ? end + 1 : 0;
  const dividerAt = lines.indexOf(divider, bodyAt);
  const front = readFront(file, lines.slice(1, Math.max(end, 1)).join('\n'));
  if (dividerAt < 0) {
    const words = pieceOf(file, lines, bodyAt, lines.length);
    return { front, form: 'prose', text: words, html: words };
  }
  const text = pieceOf(file, lines, bodyAt, dividerAt);
  return { front, form: 'raw', text, html: pieceOf(file, lines, dividerAt + 1, lines.length) };
}

const pieceOf = (file: string, lines: readonly string[], from: number, to: number): Piece => ({
  file,
  line: from + 1,
  column: 1,
  source: lines.slice(from, to).join('\n').concat('\n'),
});

function readFront(file: string, yaml: string): Map<string, Piece> {
  const counter = new LineCounter();
  const doc = parseDocument(yaml, { lineCounter: counter });
  // The front matter begins on the file's second line.
  const place = (offset: number) => {
    const { line, col } = counter.linePos(offset);
    return { file, line: line + 1, column: Math.max(col, 1) };
  };
  const broken = doc.errors[0];
  if (broken)
    throw new TemplateError(place(broken.pos[0]), `front matter: ${broken.message.replace(/ at line \d+, column \d+:.*$/s, '')}`);
  if (doc.contents === null) return new Map();
  if (!isMap(doc.contents)) throw new TemplateError(place(0), 'front matter: expected lines like  subject: "…"');

  return new Map(
    doc.contents.items.map(({ key, value }) => {
      const name = isScalar(key) ? String(key.value) : '';
      const at = place(isNode(value) && value.range ? value.range[0] : isScalar(key) && key.range ? key.range[0] : 0);
      if (!knownKeys.includes(name)) throw new TemplateError(at, `front matter: "${name}" is not one of ${knownKeys.join(', ')}`);
      if (!isScalar(value) || typeof value.value !== 'string')
        throw new TemplateError(at, `front matter: ${name}: expected a text; write it in quotes: "{{subject}}"`);
      const quoted = value.type === 'QUOTE_DOUBLE' || value.type === 'QUOTE_SINGLE';
      return [name, { ...at, column: at.column + (quoted ? 1 : 0), source: value.value }];
    }),
  );
}
