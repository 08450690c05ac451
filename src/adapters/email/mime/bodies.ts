import type { Mail } from '../../../domain/mail.ts';
import { visibleText } from '../../../domain/visible-text/visible-text.ts';
import { withoutArmor } from './armor.ts';
import { decodeBytes } from './charset.ts';
import { enrichedToText } from './enriched.ts';
import { unflow } from './flowed.ts';
import { isText, type Leaf } from './leaf.ts';
import { sealNotice, sealOf } from './sealed.ts';
import { type Part, tnefBranch } from './tree.ts';
import { haveTwoFaces } from './two-faces.ts';

/** The mail's text as a person reads it, the same without history and signature, and every body for the content hash. */
export type Bodies = {
  text: string;
  visibleText: string;
  raw: readonly string[];
  seal: Mail['sealed'];
  twoFaced: boolean;
  html: string;
};

type Segment = { kind: 'plain' | 'html'; text: string };

/**
 * Puts the texts of a mail together in their order; of alternatives the plain one, unless it is blank.
 *
 * @param passesOn the subject says that it is a forward
 */
export async function readBodies(root: Part, passesOn: boolean): Promise<Bodies> {
  const { seal, all, shown } = readSegments(root);
  if (!shown.some((segment) => segment.kind === 'html')) {
    const text = joinTexts(shown.map((segment) => segment.text));
    const visible = visibleText(text, passesOn);
    const pages = all.filter(({ kind }) => kind === 'html').map((segment) => segment.text);
    const twoFaced = await haveTwoFaces(visible, pages);
    return { text, visibleText: visible, raw: all.map((segment) => segment.text), seal, twoFaced, html: onlyPage(all) };
  }
  const { htmlToText } = await import('./html-text.ts');
  const made = shown.map(({ kind, text }) => (kind === 'html' ? htmlToText(text) : { text, unquoted: text }));
  return {
    text: joinTexts(made.map((one) => one.text)),
    visibleText: visibleText(joinTexts(made.map((one) => (passesOn ? one.text : one.unquoted))), passesOn),
    raw: all.map((segment) => segment.text),
    seal,
    twoFaced: false,
    html: onlyPage(all),
  };
}

/** Characters; beyond it is no mail that a person formatted. */
const MAX_PAGE = 256 * 1024;

/** Of several nobody knows which says what. */
function onlyPage(all: readonly Segment[]): string {
  const [page, ...others] = all.filter(({ kind }) => kind === 'html');
  return page === undefined || others.length > 0 || page.text.length > MAX_PAGE ? '' : page.text;
}

const joinTexts = (texts: readonly string[]): string =>
  texts
    .map((text) => text.trimEnd())
    .filter((text) => text !== '')
    .join('\n\n');

function readSegments(root: Part): { seal: Mail['sealed']; all: readonly Segment[]; shown: readonly Segment[] } {
  const all = segmentsOf(root, 'all');
  const texts = all.map(({ text }) => text);
  const seal = sealOf(root, texts);
  const written = segmentsOf(root, 'shown').map(({ kind, text }) => ({ kind, text: withoutArmor(text, sealNotice('pgp')) }));
  const shown = isBlank(written) ? segmentsOf(root, 'packed') : written;
  const notice: Segment[] = seal !== null && isBlank(shown) ? [{ kind: 'plain', text: sealNotice(seal) }] : [];
  return { seal, all, shown: [...shown, ...notice] };
}

const isBlank = (segments: readonly Segment[]): boolean => segments.every(({ text }) => text.trim() === '');

/** `all`: for the content hash; `shown`: of alternatives one; `packed`: also what stands in a winmail.dat. */
type Which = 'all' | 'shown' | 'packed';

function segmentsOf(part: Part, which: Which): Segment[] {
  if (part.kind === 'leaf') return segmentOf(part);
  if (part.type === tnefBranch && which !== 'packed') return [];
  const inside = part.parts.map((child) => segmentsOf(child, which));
  if (which === 'all' || part.type !== 'multipart/alternative') return inside.flat();
  const several = inside.filter((segments, at) => isPlainLeaf(part.parts[at]) && !isBlank(segments));
  if (several.length > 1) return distinct(several.flat());
  const written = withoutStub(inside.filter((segments) => !isBlank(segments)));
  return (
    written.find((segments) => segments.some(({ kind, text }) => kind === 'plain' && text.trim() !== '')) ?? written.at(-1) ?? []
  );
}

/** Characters of a plain text that may stand for the one in HTML: "your program cannot show HTML". */
const MAX_STUB = 300;

function withoutStub(alternatives: readonly Segment[][]): readonly Segment[][] {
  const length = (segments: readonly Segment[]): number => segments.reduce((sum, { text }) => sum + text.trim().length, 0);
  const isPage = (segments: readonly Segment[]): boolean => segments.some(({ kind }) => kind === 'html');
  const longest = Math.max(0, ...alternatives.filter(isPage).map(length));
  return alternatives.filter((segments) => {
    const isStub = !isPage(segments) && length(segments) <= Math.min(MAX_STUB, longest / 3);
    return !isStub || !segments.some(({ text }) => /\bhtml\b/i.test(text));
  });
}

const isPlainLeaf = (part: Part | undefined): boolean => part?.kind === 'leaf' && part.type.value === 'text/plain';

/** Several plain texts are no alternatives: their sender meant one after the other. */
const distinct = (segments: readonly Segment[]): Segment[] => [
  ...new Map(segments.map((segment) => [segment.text.trim(), segment])).values(),
];

function segmentOf(leaf: Leaf): Segment[] {
  if (!isText(leaf)) return [];
  const { value: type, params } = leaf.type;
  const charset = params.get('charset') || (type === 'text/html' ? statedCharset(leaf.head) : null);
  const text = decodeBytes(leaf.head, charset)
    .replace(/\r?\r\n|\r/g, '\n')
    .replaceAll('\0', '');
  if (type === 'text/html' || isPage.test(text)) return [{ kind: 'html', text }];
  if (type === 'text/enriched' || type === 'text/richtext')
    return [{ kind: 'plain', text: enrichedToText(text, type === 'text/richtext') }];
  const flowed = params.get('format')?.toLowerCase() === 'flowed';
  return [{ kind: 'plain', text: flowed ? unflow(text, params.get('delsp')?.toLowerCase() === 'yes') : text }];
}

/** A whole page of HTML that calls itself plain. */
const isPage = /^\s{0,100}(?:<!doctype html\b|<html[\s>])/i;

/** The charset that a page names itself, where its part names none. */
function statedCharset(bytes: Uint8Array): string | null {
  const beginning = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 2_048)).toString('latin1');
  return /<meta\s[^>]{0,200}charset\s*=\s*["']?([\w:.-]{1,40})/i.exec(beginning)?.[1] ?? null;
}
