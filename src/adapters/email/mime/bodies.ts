import { visibleText } from '../../../domain/visible-text/visible-text.ts';
import { decodeBytes } from './charset.ts';
import { unflow } from './flowed.ts';
import { isText, type Leaf } from './leaf.ts';
import type { Part } from './tree.ts';

/** The mail's text as a person reads it, the same without history and signature, and every body for the content hash. */
export type Bodies = { text: string; visibleText: string; raw: readonly string[] };

type Segment = { kind: 'plain' | 'html'; text: string };

/** Puts the texts of a mail together in their order; of alternatives the plain one, unless it is blank. */
export async function readBodies(root: Part): Promise<Bodies> {
  const all = segmentsOf(root, true);
  const shown = segmentsOf(root, false);
  if (!shown.some((segment) => segment.kind === 'html')) {
    const text = joinTexts(shown.map((segment) => segment.text));
    return { text, visibleText: visibleText(text), raw: all.map((segment) => segment.text) };
  }
  const { htmlToText } = await import('./html-text.ts');
  const made = shown.map(({ kind, text }) => (kind === 'html' ? htmlToText(text) : { text, unquoted: text }));
  return {
    text: joinTexts(made.map((one) => one.text)),
    visibleText: visibleText(joinTexts(made.map((one) => one.unquoted))),
    raw: all.map((segment) => segment.text),
  };
}

const joinTexts = (texts: readonly string[]): string =>
  texts
    .map((text) => text.trimEnd())
    .filter((text) => text !== '')
    .join('\n\n');

function segmentsOf(part: Part, every: boolean): Segment[] {
  if (part.kind === 'leaf') return segmentOf(part);
  const inside = part.parts.map((child) => segmentsOf(child, every));
  if (every || part.type !== 'multipart/alternative') return inside.flat();
  const written = inside.filter((segments) => segments.some((segment) => segment.text.trim() !== ''));
  return (
    written.find((segments) => segments.some(({ kind, text }) => kind === 'plain' && text.trim() !== '')) ?? written.at(-1) ?? []
  );
}

function segmentOf(leaf: Leaf): Segment[] {
  if (!isText(leaf)) return [];
  const text = decodeBytes(leaf.head, leaf.type.params.get('charset') ?? null)
    .replace(/\r\n?/g, '\n')
    .replaceAll('\0', '');
  if (leaf.type.value === 'text/html') return [{ kind: 'html', text }];
  const flowed = leaf.type.params.get('format')?.toLowerCase() === 'flowed';
  return [{ kind: 'plain', text: flowed ? unflow(text, leaf.type.params.get('delsp')?.toLowerCase() === 'yes') : text }];
}
