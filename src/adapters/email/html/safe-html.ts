import sanitize from 'sanitize-html';

/**
 * HTML of one of us, fit to go to a customer: words, lists, tables, links and pictures that the mail itself carries. No style,
 * script, form or frame, nothing that loads from elsewhere.
 *
 * @see A9
 */
export const safeHtml = (html: string): string => sanitize(html, options);

const tags = 'p div br hr b strong i em u s del ins sub sup code pre blockquote ul ol li a img h2 h3 table thead tbody tr td th';
const fromCid = /^cid:[\x21-\x3b\x3d\x3f-\x7e]{1,250}$/i;
const fromWeb = /^(?:https?:\/\/|mailto:|tel:)/i;

const options: sanitize.IOptions = {
  allowedTags: tags.split(' '),
  allowedAttributes: {
    a: ['href'],
    img: ['src', 'alt', 'width', 'height'],
    ol: ['start'],
    td: ['colspan', 'rowspan'],
    th: ['colspan', 'rowspan'],
    p: ['dir'],
    div: ['dir'],
    li: ['dir'],
  },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowedSchemesByTag: { img: ['cid'] },
  allowProtocolRelative: false,
  nestingLimit: 60,
  nonTextTags: ['script', 'style', 'textarea', 'option', 'noscript', 'head', 'title', 'template', 'svg', 'math', 'object'],
  transformTags: {
    h1: 'h2',
    h4: 'h3',
    h5: 'h3',
    h6: 'h3',
    strike: 's',
    '*': (tagName, attribs) => (isHidden(attribs) ? { tagName: 'template', attribs: {} } : { tagName, attribs }),
    a: (tagName, { href = '' }) => ({
      tagName,
      attribs: fromWeb.test(href.trim()) ? { href: href.trim() } : ({} as sanitize.Attributes),
    }),
    img: (tagName, { src = '', alt = '', width = '', height = '' }) => ({
      tagName,
      attribs: { src: src.trim(), alt, ...sized({ width, height }) },
    }),
  },
  exclusiveFilter: ({ tag, attribs }) => tag === 'img' && !fromCid.test(attribs['src'] ?? ''),
};

/** Pixels only; a size in words or percent is the program's own business. */
const sized = (sizes: Readonly<Record<string, string>>): sanitize.Attributes =>
  Object.fromEntries(Object.entries(sizes).filter(([, size]) => /^\d{1,4}$/.test(size)));

/** What its reader never saw is none of the words: such an element goes with all that is in it. */
const isHidden = ({ style = '' }: sanitize.Attributes): boolean => /display\s*:\s*none|mso-hide\s*:\s*all/i.test(style);
