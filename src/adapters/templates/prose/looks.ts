import { inlineFragment } from '@css-inline/css-inline';
import type { Look } from './lay-out.ts';

/** Plain text: paragraphs on one line each, since whoever sends it folds them for the reader's width. */
export const textLook: Look = {
  heading: (words) => words,
  paragraph: (words) => words,
  list: (items) => items.map((item) => `- ${item}`).join('\n'),
  verbatim: (lines) => lines.map((line) => `    ${line}`).join('\n'),
  code: (words) => `\`${words}\``,
  strong: (words) => words,
  between: (afterHeading) => (afterHeading ? '\n' : '\n\n'),
};

const skeleton =
  '<div><h1 class="title">1</h1><h2 class="section">1</h2><p>1</p><ul>1<li>1</li></ul><p class="code" dir="ltr">1</p><span class="mono" dir="ltr">1</span><strong>1</strong></div>';

/** HTML in the style sheet's dress, which stands in every element's `style` attribute. */
export function htmlLook(css: string): Look & { title(words: string): string } {
  const dressed = inlineFragment(skeleton, css, { loadRemoteStylesheets: false, inlineStyleTags: false });
  const [title = '', heading = '', paragraph = '', list = '', item = '', verbatim = '', code = '', strong = ''] = (
    dressed.match(/<(?!\/|div)[^>]*>/g) ?? []
  ).map(String);
  return {
    title: (words) => `${title}${words}</h1>`,
    heading: (words) => `${heading}${words}</h2>`,
    paragraph: (words) => `${paragraph}${words}</p>`,
    list: (items) => `${list}${items.map((one) => `${item}${one}</li>`).join('')}</ul>`,
    verbatim: (lines) => `${verbatim}${lines.join('<br>')}</p>`,
    code: (words) => `${code}${words}</span>`,
    strong: (words) => `${strong}${words}</strong>`,
    between: () => '\n',
  };
}
