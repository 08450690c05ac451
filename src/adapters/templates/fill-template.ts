import { type Brand, logoId } from '../../domain/brand.ts';
import { cleanData, oneLine } from './clean-data.ts';
import type { LanguageSet } from './compile/language-set.ts';

export type RenderedMail = { subject: string; text: string; html: string; language: string };

/** What a mail says; several of one thread may leave as one. */
export type Said = { set: LanguageSet; name: string; data: Readonly<Record<string, unknown>> };

/**
 * Fills templates of one language into one mail, with no falling back. Subject and preview are the first's.
 *
 * @throws {TemplateError}
 */
export function fillTemplate(language: string, brand: Brand, said: readonly [Said, ...Said[]]): RenderedMail {
  const [first, ...others] = said;
  const data = cleanData(first.data);
  const { front } = first.set.template(first.name);
  const field = (key: string) => oneLine(front.get(key)?.(data) ?? '');
  const frame = { language, dir: isRightToLeft(language) ? 'rtl' : 'ltr', subject: field('subject') };
  const header = field('header');
  const words = field('preview');
  const address = header === '' ? [] : brand.address.map(oneLine);
  const logo = header === '' || brand.logo === null ? '' : logoId;
  const bodies = [bodyOf(first, data), ...others.map((one) => bodyOf(one, cleanData(one.data)))];
  const preview = header === '' && isSame(words, bodies[0]?.title ?? '') ? '' : words;
  const around = { ...frame, preview, header, logo, address, footer: front.has('footer') ? field('footer') : footerOf(data) };
  return {
    subject: frame.subject,
    text: `${first.set
      .layout('text')({ ...around, body: bodies.map(({ text }) => text).join(`\n\n${rule}\n\n`) })
      .trimEnd()}\n`,
    html: first.set.layout('html')({ ...around, bodies: underOneTitle(bodies) }),
    language,
  };
}

const rule = '· · ·';

/** Readers' lists show the preview and the first words behind it: what both say would stand there twice. */
const isSame = (preview: string, title: string): boolean => preview.replace(/[.!]$/, '') === title.replace(/[.!]$/, '');

type Body = { title: string; text: string; html: string };

/** Screen readers want one h1 a mail: the headings behind the first title are a level deeper. */
function underOneTitle(bodies: readonly Body[]): string[] {
  const first = bodies.findIndex(({ title }) => title !== '');
  return bodies.map(({ html }, at) =>
    at <= first ? html : html.replace(/<(\/?)h([12])\b/g, (_, slash: string, level: string) => `<${slash}h${Number(level) + 1}`),
  );
}

function bodyOf({ set, name }: Said, clean: Readonly<Record<string, unknown>>): Body {
  const { title, text, html } = set.template(name);
  const head = title === null ? null : { text: oneLine(title.text(clean)), html: set.heading(title.html(clean)) };
  return {
    title: head?.text ?? '',
    text: tidy(head === null ? text(clean) : `${head.text}\n\n${text(clean)}`),
    html: head === null ? html(clean) : `${head.html}\n${html(clean)}`,
  };
}

/** What stands below every mail that says nothing else: whose it is, and its number to quote. */
const footerOf = ({ deskName, tag }: Readonly<Record<string, unknown>>): string =>
  [deskName, typeof tag === 'string' && tag !== '' ? `[${tag}]` : '']
    .filter((one) => typeof one === 'string' && one !== '')
    .join(' · ');

/** What a condition left out leaves no hole. */
const tidy = (text: string): string => text.replace(/\n{3,}/g, '\n\n').trim();

const isRightToLeft = (language: string): boolean => /^(ar|fa|he|ur|yi|ps|sd|ug|dv)\b/.test(language);
