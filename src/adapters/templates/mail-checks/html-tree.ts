import { Parser } from 'htmlparser2';

export type HtmlElement = {
  kind: 'element';
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: HtmlNode[];
  parent: HtmlElement | null;
};
export type HtmlNode = HtmlElement | { kind: 'text'; text: string; parent: HtmlElement };

/** Reads a mail's HTML; comments, those for Outlook too, are left out. */
export function htmlTree(html: string): HtmlElement {
  const root: HtmlElement = { kind: 'element', name: '', attributes: {}, children: [], parent: null };
  let here = root;
  const parser = new Parser({
    onopentag(name, attributes) {
      const element: HtmlElement = { kind: 'element', name, attributes, children: [], parent: here };
      here.children.push(element);
      here = element;
    },
    ontext: (text) => void here.children.push({ kind: 'text', text, parent: here }),
    onclosetag: () => {
      here = here.parent ?? root;
    },
  });
  parser.end(html);
  return root;
}

/** An element and all below it, in the order of the document. */
export function elementsOf(element: HtmlElement): HtmlElement[] {
  return [element, ...element.children.flatMap((child) => (child.kind === 'element' ? elementsOf(child) : []))];
}

/** The elements of some names. */
export const named = (tree: HtmlElement, ...names: readonly string[]): HtmlElement[] =>
  elementsOf(tree).filter(({ name }) => names.includes(name));

/** All text inside, as it stands. */
export const textIn = (node: HtmlNode): string => (node.kind === 'text' ? node.text : node.children.map(textIn).join(''));

/** The text inside as a reader has it: on one line, none of it twice apart. */
export const wordsIn = (node: HtmlNode): string => textIn(node).replace(/\s+/g, ' ').trim();

/** Whether it is there for the line in the reader's list alone. */
export const isHidden = ({ attributes }: HtmlElement): boolean => /display:\s*none/i.test(attributes['style'] ?? '');
