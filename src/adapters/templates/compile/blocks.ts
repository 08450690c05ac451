import type { Form } from '../prose/mark-blocks.ts';
import { TemplateError } from '../template-error.ts';
import type { TemplateFiles } from '../template-files.ts';
import { once } from './once.ts';
import { type Piece, splitTemplate } from './split-template.ts';

/** A building block's pieces; those of `_layout` may have one for a kind only. */
export type Block = { form: Form; text: Piece | null; html: Piece | null };

/** What of a block stands in mails of that kind. */
export const pieceOf = (block: Block, kind: 'text' | 'html'): Piece =>
  block[kind] ?? { ...(block.text ?? block.html ?? { file: '', line: 1, column: 1 }), source: '' };

/** By name: `_layout/quote.hbs` with `_layout/quote.txt.hbs`, then `en/_who.hbs`, then the language's own of that name. */
export function blocksOf(files: TemplateFiles, language: string): Map<string, () => Block> {
  const found = new Map<string, () => Block>();
  for (const key of files.keys()) {
    const [, name] = /^_layout\/([a-z-]+)(?:\.txt)?\.hbs$/.exec(key) ?? [];
    if (name === undefined || name === 'layout') continue;
    const piece = (place: string) => (files.has(place) ? layoutPiece(files, place) : null);
    found.set(
      name,
      once(() => ({ form: 'raw', text: piece(`_layout/${name}.txt.hbs`), html: piece(`_layout/${name}.hbs`) })),
    );
  }
  for (const folder of new Set(['en', language]))
    for (const [key, { file, content }] of files) {
      const [place, name] = key.split('/_');
      if (place !== folder || name === undefined) continue;
      found.set(
        name.replace(/\.hbs$/, ''),
        once(() => splitTemplate(file, content)),
      );
    }
  return found;
}

/**
 * A file of `_layout`, whole.
 *
 * @throws {TemplateError} where it is missing
 */
export function layoutPiece(files: TemplateFiles, key: string): Piece {
  const found = files.get(key);
  if (!found) throw new TemplateError({ file: key, line: 1, column: 1 }, 'this file is missing');
  return { file: found.file, line: 1, column: 1, source: found.content.replace(/\r\n?/g, '\n') };
}
