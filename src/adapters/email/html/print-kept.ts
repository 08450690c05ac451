import type { Formatted } from '../../../domain/formatted.ts';
import type { Kept, Node } from './format-words.ts';

/** What is printed so far: nothing before the first thing kept, no break behind the last. */
type Printing = { kept: Kept; last: Node | undefined; begun: boolean; done: boolean; cids: string[] };

/** Prints a page with what was kept of it, in as many elements as that needs. On one line: breaks that count are `<br>`. */
export function printKept({ children }: { children: readonly Node[] }, kept: Kept): Formatted {
  const printing: Printing = { kept, last: [...kept.keys()].at(-1), begun: false, done: false, cids: [] };
  const html = printAll(children, printing, false).trim();
  return { html, cids: printing.cids };
}

const printAll = (nodes: readonly Node[], printing: Printing, isPre: boolean): string =>
  nodes.map((node) => print(node, printing, isPre)).join('');

function print(node: Node, printing: Printing, isPre: boolean): string {
  if (node.type === 'text')
    return keep(node, printing, (text) => (isPre ? lined(text) : escaped(text.replace(/[ \t\r\n\f]+/g, ' '))));
  if (!('attribs' in node)) return '';
  if (node.name === 'br') return printing.begun && !printing.done ? '<br>' : '';
  if (node.name === 'hr') return keep(node, printing, () => '<hr>');
  if (node.name === 'img') return keep(node, printing, () => picture(node, printing));
  const inner = printAll(node.children, printing, isPre || node.name === 'pre');
  if (inner === '' && !holdsPlace(node, printing)) return '';
  return `${tag(node)}${inner}</${node.name}>`;
}

function keep(node: Node, printing: Printing, written: (text: string) => string): string {
  const text = printing.kept.get(node);
  if (text === undefined) return '';
  printing.begun = true;
  printing.done ||= node === printing.last;
  return written(text);
}

function picture(node: Element, { cids }: Printing): string {
  cids.push((node.attribs['src'] ?? '').slice('cid:'.length));
  return tag(node);
}

/** An empty cell, between others. */
const holdsPlace = ({ name }: Element, { begun, done }: Printing): boolean => (name === 'td' || name === 'th') && begun && !done;

type Element = Extract<Node, { attribs: unknown }>;

const tag = ({ name, attribs }: Element): string =>
  `<${name}${Object.entries(attribs)
    .map(([key, value]) => ` ${key}="${escaped(value).replaceAll('"', '&quot;')}"`)
    .join('')}>`;

const lined = (text: string): string => escaped(text).replaceAll('\n', '<br>');

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
