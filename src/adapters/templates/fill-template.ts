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
  const [first] = said;
  const data = cleanData(first.data);
  const { front } = first.set.template(first.name);
  const field = (key: string) => oneLine(front.get(key)?.(data) ?? '');
  const frame = { language, dir: isRightToLeft(language) ? 'rtl' : 'ltr', subject: field('subject'), preview: field('preview') };
  const header = field('header');
  const address = header === '' ? [] : brand.address.map(oneLine);
  const logo = header === '' || brand.logo === null ? '' : logoId;
  const around = { ...frame, header, logo, address, footer: front.has('footer') ? field('footer') : footerOf(data) };
  const bodies = said.map(bodyOf);
  return {
    subject: frame.subject,
    text: `${first.set
      .layout('text')({ ...around, body: bodies.map(({ text }) => text).join(`\n\n${rule}\n\n`) })
      .trimEnd()}\n`,
    html: first.set.layout('html')({ ...around, bodies: bodies.map(({ html }) => html) }),
    language,
  };
}

const rule = '· · ·';

function bodyOf({ set, name, data }: Said): { text: string; html: string } {
  const { title, text, html } = set.template(name);
  const clean = cleanData(data);
  const head = title === null ? null : { text: oneLine(title.text(clean)), html: set.heading(title.html(clean)) };
  return {
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
