import { elementsOf, type HtmlElement } from './html-tree.ts';
import type { MailCheck, ReadMail } from './mail-check.ts';
import { type Declaration, inlineStyle, isSimple } from './style-sheet.ts';
import { attributes, elements, properties } from './supported-table.ts';

/** What is not on the list does not go out: nobody would know who sees it. */
export const supportedCheck: MailCheck = {
  name: 'supported',
  holds: 'only elements, attributes, properties and selectors that Gmail, Outlook and Apple Mail show, or that may be missing',
  faults: (mail) => [...new Set([...elementFaults(mail), ...inlineFaults(mail), ...sheetFaults(mail)])],
};

const elementFaults = ({ tree }: ReadMail): string[] =>
  elementsOf(tree)
    .slice(1)
    .flatMap(({ name, attributes: given }) => [
      ...(Object.hasOwn(elements, name) ? [] : [`<${name}>`]),
      ...Object.keys(given)
        .filter((attribute) => !Object.hasOwn(attributes, attribute))
        .map((attribute) => `<${name} ${attribute}>`),
    ]);

const inlineFaults = ({ tree }: ReadMail): string[] =>
  elementsOf(tree).flatMap((element) => declarationFaults(inlineStyle(element), nameOf(element)));

/** In a sheet stands what may be missing: Gmail drops it for mailboxes of other providers. */
const sheetFaults = ({ rules }: ReadMail): string[] =>
  rules.flatMap(({ selectors, declarations }) => [
    ...selectors
      .filter((selector) => !isSimple(selector))
      .map((selector) => `selector ${selector}: expected an element or a class`),
    ...declarations
      .filter(({ property }) => !Object.hasOwn(properties, property))
      .map(({ property }) => `${property} in ${selectors.join(', ')}`),
  ]);

function declarationFaults(declarations: readonly Declaration[], where: string): string[] {
  const said = declarations.map(({ property }) => property);
  return said.flatMap((property, at) => {
    const known = Object.hasOwn(properties, property) ? properties[property] : undefined;
    if (known === undefined) return [`${property} on ${where}`];
    const { behind = [] } = known;
    const isBehind = behind.length === 0 || said.slice(0, at).some((before) => behind.includes(before));
    return isBehind ? [] : [`${property} on ${where}: expected behind ${behind.join(' or ')}, for those who do not know it`];
  });
}

const nameOf = ({ name, attributes: given }: HtmlElement): string =>
  `<${name}${given['class'] === undefined ? '' : ` class="${given['class']}"`}>`;
