import { named, wordsIn } from './html-tree.ts';
import type { MailCheck } from './mail-check.ts';

/** Bytes. Gmail cuts a mail off at 102 KB, and a thread that is answered below grows. */
const largest = 30_000;

export const sizeCheck: MailCheck = {
  name: 'size',
  holds: `HTML below ${largest / 1000} KB, far from where Gmail cuts off`,
  faults({ html }) {
    const bytes = Buffer.byteLength(html);
    return bytes < largest ? [] : [`${bytes} bytes of HTML; expected less than ${largest}`];
  },
};

/** Without it a screen reader reads Spanish in an English voice (WCAG 2.2, 3.1.1). */
export const languageCheck: MailCheck = {
  name: 'language',
  holds: '`lang` is that of the words, `dir` says which way they run, `title` is the subject',
  faults({ tree, language, subject }) {
    const { lang, dir } = named(tree, 'html')[0]?.attributes ?? {};
    const title = named(tree, 'title').map(wordsIn).join('');
    return [
      ...(lang === language ? [] : [`<html lang="${lang ?? ''}">; expected "${language}"`]),
      ...(dir === 'ltr' || dir === 'rtl' ? [] : [`<html dir="${dir ?? ''}">; expected ltr or rtl`]),
      ...(title === subject.replace(/\s+/g, ' ').trim() ? [] : [`<title>${title}</title>; expected the subject`]),
    ];
  },
};

const levels = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];

/** Screen readers jump from heading to heading. A person's own answer needs none. */
export const headingsCheck: MailCheck = {
  name: 'headings',
  holds: 'where there are headings, one h1 comes first; no level is skipped, none is empty',
  faults({ tree }) {
    const headings = named(tree, ...levels);
    const first = headings.filter(({ name }) => name === 'h1').length;
    const order = headings.map(({ name }) => levels.indexOf(name));
    const skips = headings.filter((_, at) => (order[at] ?? 0) > (order[at - 1] ?? -1) + 1);
    return [
      ...(first <= 1 ? [] : [`${first} h1; expected one`]),
      ...skips.map((heading) => `<${heading.name}>${wordsIn(heading)} skips a level`),
      ...headings.filter((heading) => wordsIn(heading) === '').map(({ name }) => `<${name}> is empty`),
    ];
  },
};

export const picturesCheck: MailCheck = {
  name: 'pictures',
  holds: 'every picture comes with the mail (`cid:`) and has a text in its place',
  faults: ({ tree }) =>
    named(tree, 'img').flatMap(({ attributes: { src = '', alt } }) => [
      ...(alt === undefined ? [`<img src="${src}"> has no alt`] : []),
      ...(src.startsWith('cid:') ? [] : [`<img src="${src}">; expected cid:`]),
    ]),
};
