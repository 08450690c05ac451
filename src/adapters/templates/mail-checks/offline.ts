import { elementsOf } from './html-tree.ts';
import type { MailCheck } from './mail-check.ts';
import { inlineStyle } from './style-sheet.ts';

/** Opening a mail asks nothing of any server: nobody learns who read it and when, and it looks the same in ten years. */
export const offlineCheck: MailCheck = {
  name: 'offline',
  holds: 'nothing is fetched: no remote picture, font, style sheet or script',
  faults: ({ tree, rules }) => [
    ...elementsOf(tree).flatMap(({ name, attributes }) =>
      fetching
        .filter((attribute) => attributes[attribute] !== undefined && !attributes[attribute]?.startsWith('cid:'))
        .map((attribute) => `<${name} ${attribute}="${attributes[attribute]}">`),
    ),
    ...[...elementsOf(tree).flatMap(inlineStyle), ...rules.flatMap(({ declarations }) => declarations)]
      .filter(({ value }) => /url\(|image-set\(|expression\(/i.test(value))
      .map(({ property, value }) => `${property}: ${value}`),
    ...rules
      .filter(({ selectors }) => selectors.some((one) => /@(import|font-face)/i.test(one)))
      .map(({ selectors }) => selectors.join()),
  ],
};

/** `href` of a link is followed by the reader alone; that of a `<link>` is none of the tags that may stand in a mail. */
const fetching = [
  'src',
  'srcset',
  'background',
  'poster',
  'data',
  'action',
  'formaction',
  'ping',
  'longdesc',
  'usemap',
  'codebase',
];
