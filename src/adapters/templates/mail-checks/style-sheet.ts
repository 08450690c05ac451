import type { HtmlElement } from './html-tree.ts';
import { named, textIn } from './html-tree.ts';

export type Declaration = { property: string; value: string; important: boolean };
/** `media`: '' where the rule always holds. */
export type StyleRule = { media: string; selectors: readonly string[]; declarations: readonly Declaration[] };

/** The rules of a mail's own style sheets, in their order. */
export const styleRules = (tree: HtmlElement): StyleRule[] =>
  named(tree, 'style').flatMap((sheet) => rulesOf(textIn(sheet).replace(/\/\*[\s\S]*?\*\//g, '')));

/** What a `style` attribute says. */
export const inlineStyle = ({ attributes }: HtmlElement): Declaration[] => declarationsOf(attributes['style'] ?? '');

/** Reads rules and, one level deep, `@media`; more than that no mail should hold. */
function rulesOf(css: string): StyleRule[] {
  const rules: StyleRule[] = [];
  for (const [, head = '', nested, flat = ''] of css.matchAll(blocks)) {
    if (nested === undefined) rules.push(ruleOf('', head, flat));
    else for (const [, inner = '', , body = ''] of nested.matchAll(blocks)) rules.push(ruleOf(head.trim(), inner, body));
  }
  return rules;
}

/** A head and, in braces, either blocks or declarations. */
const blocks = /([^{}]+)\{(?:((?:[^{}]*\{[^{}]*\})+)\s*|([^{}]*))\}/g;

const ruleOf = (media: string, head: string, body: string): StyleRule => ({
  media,
  selectors: head.split(',').map((selector) => selector.trim()),
  declarations: declarationsOf(body),
});

function declarationsOf(text: string): Declaration[] {
  return text.split(';').flatMap((one) => {
    const at = one.indexOf(':');
    if (at < 0) return [];
    const value = one.slice(at + 1).trim();
    const important = /!\s*important$/i.test(value);
    return [{ property: one.slice(0, at).trim().toLowerCase(), value: value.replace(/\s*!\s*important$/i, ''), important }];
  });
}

/** One declaration of a sheet, ready to be matched. */
export type SheetStyle = Declaration & { tag: string; classes: readonly string[] };

/** The declarations of some rules, weakest first, for those properties that are asked for. */
export function sheetStyles(rules: readonly StyleRule[], properties: readonly string[]): SheetStyle[] {
  const all = rules.flatMap(({ selectors, declarations }) =>
    selectors.flatMap((selector) => {
      const [tag = '', ...classes] = selector.split('.');
      return declarations
        .filter(({ property }) => properties.includes(property))
        .map((one) => ({ ...one, tag, classes, weight: classes.length * 100 + (tag === '' || tag === '*' ? 0 : 1) }));
    }),
  );
  return all.toSorted((a, b) => a.weight - b.weight);
}

/** What is in force on an element: important styles of a sheet go before its own `style`, that before the others. */
export function stylesOn(element: HtmlElement, sheet: readonly SheetStyle[]): ReadonlyMap<string, string> {
  const classes = new Set((element.attributes['class'] ?? '').split(/\s+/));
  const matching = sheet.filter(
    (one) => (one.tag === '' || one.tag === '*' || one.tag === element.name) && one.classes.every((name) => classes.has(name)),
  );
  const own = inlineStyle(element);
  const order = [
    ...matching.filter(({ important }) => !important),
    ...own.filter(({ important }) => !important),
    ...matching.filter(({ important }) => important),
    ...own.filter(({ important }) => important),
  ];
  return new Map(order.map(({ property, value }) => [property, value]));
}

/** Element, class, or both: what Gmail documents to keep, and all that a mail of ours may use. */
export const isSimple = (selector: string): boolean => /^(:root|\*|[a-z][a-z0-9]*|([a-z][a-z0-9]*)?(\.[\w-]+)+)$/i.test(selector);
