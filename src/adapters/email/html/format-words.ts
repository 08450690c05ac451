import { parseDocument } from 'htmlparser2';
import { type Format, plain } from '../../../domain/formatted.ts';
import { findWords, isCounted, type Span } from './find-words.ts';
import { printKept } from './print-kept.ts';
import { safeHtml } from './safe-html.ts';

/** What a page shows, in its order. `at`: how many letters stand before it. */
export type Leaf = { node: Node; kind: 'text' | 'picture' | 'rule'; at: number; letters: number };
type Page = ReturnType<typeof parseDocument>;
export type Node = Page['children'][number];

/**
 * Reads the HTML of a mail of one of us, so that the words that go on look as their author made them look. Nothing else of it
 * goes on: what it quotes, a signature, commands; and where its words are not found in it, nothing at all.
 */
export function formatFrom(html: string): Format {
  const page = parseDocument(safeHtml(html));
  const { leaves, letters, starts } = leavesOf(page);
  return (words, mayShow) => {
    const span = findWords(letters, words, (at) => starts.has(at));
    return span === null ? plain : printKept(page, keptOf(leaves, span, mayShow));
  };
}

function leavesOf(page: Page): { leaves: Leaf[]; letters: string; starts: ReadonlySet<number> } {
  const leaves: Leaf[] = [];
  const letters: string[] = [];
  const starts = new Set<number>();
  let count = 0;
  const walk = (node: Node): void => {
    const at = count;
    if (node.type === 'text') {
      starts.add(count);
      for (const letter of node.data) {
        if (!isCounted(letter)) starts.add(count);
        else {
          letters.push(letter);
          count += letter.length;
        }
      }
      leaves.push({ node, kind: 'text', at, letters: count - at });
    } else if ('name' in node && (node.name === 'img' || node.name === 'hr'))
      leaves.push({ node, kind: node.name === 'img' ? 'picture' : 'rule', at, letters: 0 });
    if ('children' in node) for (const child of node.children) walk(child);
  };
  for (const child of page.children) walk(child);
  return { leaves, letters: letters.join(''), starts };
}

/** Leaves that stay; of a text, the part that does. */
export type Kept = ReadonlyMap<Node, string>;

/** Pictures stay that stand between the words, or next to them before anything else is said. */
function keptOf(leaves: readonly Leaf[], { from, to }: Span, mayShow: Parameters<Format>[1]): Kept {
  const kept = new Map<Node, string>();
  for (const { node, kind, at, letters } of leaves) {
    if (kind === 'text' && at < to && at + letters > from) kept.set(node, partOf(node, from - at, to - at));
    if (kind === 'text' && letters === 0 && belongs(node, at - from, to - at)) kept.set(node, textOf(node));
    const isEdge = at <= from || at >= to;
    if (kind === 'picture' && at >= from && at <= to && mayShow(cidOf(node), isEdge)) kept.set(node, '');
    if (kind === 'rule' && at > from && at < to) kept.set(node, '');
    if (at >= to && (kind === 'rule' || isDrawnRule(node))) break;
  }
  return kept;
}

/** Signs alone: between the words, or those that end the last. */
const belongs = (node: Node, behind: number, before: number): boolean =>
  behind > 0 && (before > 0 || (before === 0 && /^\s*[.,;:!?)\]"'”»…]+\s*$/.test(textOf(node))));

/** As it stands above a signature. */
const isDrawnRule = (node: Node): boolean => /^\s*[-_=*~—–]{2,}\s*$/.test(textOf(node));

const textOf = (node: Node): string => ('data' in node ? node.data : '');

/** A text between two of its letters, with the signs that belong to the first and the last. */
function partOf(node: Node, from: number, to: number): string {
  const text = textOf(node);
  let letters = 0;
  let begin = from <= 0 ? 0 : -1;
  let end = text.length;
  for (let at = 0; at < text.length; ) {
    const letter = String.fromCodePoint(text.codePointAt(at) ?? 0);
    if (isCounted(letter)) {
      if (begin === -1 && letters >= from) begin = beginning(text, at);
      if (letters >= to) {
        end = ending(text, at);
        break;
      }
      letters += letter.length;
    }
    at += letter.length;
  }
  return text.slice(Math.max(begin, 0), end);
}

/** With the bracket or quotation mark before it. */
const beginning = (text: string, at: number): number => at - (/[("'“„«‚‘¿¡#@€$£+-]*$/.exec(text.slice(0, at))?.[0].length ?? 0);

/** Up to the blank behind the last sign; the next word may have a bracket of its own. */
const ending = (text: string, next: number): number => text.slice(0, next).replace(/\s[^\s]*$/, '').length;

const cidOf = (node: Node): string => ('attribs' in node ? (node.attribs['src'] ?? '').slice('cid:'.length) : '');
