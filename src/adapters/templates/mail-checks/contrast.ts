import { contrast, readableText } from '../../../domain/colour.ts';
import { type HtmlElement, named, wordsIn } from './html-tree.ts';
import type { MailCheck, ReadMail } from './mail-check.ts';
import { type SheetStyle, sheetStyles, stylesOn } from './style-sheet.ts';

/** WCAG 2.2, 1.4.3: letters from 24 px, or from 18.66 px where bold. */
const readableLarge = 3;

/** As computed from each element's own style and, for dark, from the mail's rules for dark screens. */
export const contrastCheck: MailCheck = {
  name: 'contrast',
  holds: `all text stands out ${readableText} to 1 from its ground, large text ${readableLarge} to 1, in light and dark`,
  faults: (mail) => [...new Set([...faultsIn(mail, 'light'), ...faultsIn(mail, 'dark')])],
};

const asked = ['display', 'color', 'background-color', 'font-size', 'font-weight'];

type Look = { color: string; ground: string; size: number; bold: boolean };
const onWhite: Look = { color: '#000000', ground: '#ffffff', size: 16, bold: false };
const onBlack: Look = { ...onWhite, color: '#ffffff', ground: '#000000' };

/** A mail that says it can be dark begins dark where nothing gives it colours; others stay light. */
const canBeDark = (tree: HtmlElement): boolean =>
  named(tree, 'meta').some(({ attributes: { name, content = '' } }) => name === 'color-scheme' && content.includes('dark'));

function faultsIn({ tree, rules }: ReadMail, scheme: 'light' | 'dark'): string[] {
  const inForce = rules.filter(({ media }) => media === '' || (scheme === 'dark' && /prefers-color-scheme:\s*dark/.test(media)));
  const start = scheme === 'dark' && canBeDark(tree) ? onBlack : onWhite;
  const [body] = named(tree, 'body');
  return body === undefined ? [] : faultsBelow(body, start, sheetStyles(inForce, asked), scheme);
}

function faultsBelow(element: HtmlElement, around: Look, sheet: readonly SheetStyle[], scheme: string): string[] {
  const styles = stylesOn(element, sheet);
  if (styles.get('display') === 'none') return [];
  const look = lookOf(element, around, styles);
  const words = element.children
    .flatMap((child) => (child.kind === 'text' ? [wordsIn(child)] : []))
    .join(' ')
    .trim();
  return [
    ...(words === '' ? [] : faultOf(words, look, scheme)),
    ...element.children.flatMap((child) => (child.kind === 'element' ? faultsBelow(child, look, sheet, scheme) : [])),
  ];
}

function lookOf(element: HtmlElement, around: Look, styles: ReadonlyMap<string, string>): Look {
  const weight = styles.get('font-weight') ?? (boldElements.includes(element.name) ? 'bold' : null);
  return {
    color: styles.get('color') ?? around.color,
    ground: styles.get('background-color') ?? element.attributes['bgcolor'] ?? around.ground,
    size: pixels(styles.get('font-size')) ?? around.size,
    bold: weight === null ? around.bold : weight === 'bold' || Number(weight) >= 700,
  };
}

const boldElements = ['strong', 'b', 'th', 'h1', 'h2', 'h3'];

const pixels = (value: string | undefined): number | null => (value?.endsWith('px') === true ? Number.parseFloat(value) : null);

function faultOf(words: string, { color, ground, size, bold }: Look, scheme: string): string[] {
  const said = words.length > 24 ? `${words.slice(0, 24)}…` : words;
  const [front, back] = [hex(color), hex(ground)];
  if (front === null || back === null) return [`“${said}” in ${scheme}: ${color} on ${ground}; expected colours as #rrggbb`];
  const isLarge = size >= 24 || (bold && size >= 18.66);
  const found = contrast(front, back);
  const enough = isLarge ? readableLarge : readableText;
  return found >= enough ? [] : [`“${said}” in ${scheme}: ${front} on ${back} is ${found.toFixed(2)}; expected ${enough}`];
}

/** `#abc` is `#aabbcc`; other forms are not read. */
function hex(colour: string): string | null {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(colour.trim());
  if (short)
    return `#${short
      .slice(1)
      .map((digit) => digit + digit)
      .join('')}`.toLowerCase();
  return /^#[0-9a-f]{6}$/i.test(colour.trim()) ? colour.trim().toLowerCase() : null;
}
