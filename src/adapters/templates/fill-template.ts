import { cleanData, oneLine } from './clean-data.ts';
import type { LanguageSet } from './language-set.ts';

export type RenderedMail = { subject: string; text: string; html: string; language: string };

/**
 * Fills one template of one language, with no falling back.
 *
 * @throws {TemplateError}
 */
export function fillTemplate(
  set: LanguageSet,
  name: string,
  language: string,
  data: Readonly<Record<string, unknown>>,
): RenderedMail {
  const { front, text, html } = set.template(name);
  const clean = cleanData(data);
  const field = (key: string) => oneLine(front.get(key)?.(clean) ?? '');
  const frame = { language, dir: isRightToLeft(language) ? 'rtl' : 'ltr', subject: field('subject'), preview: field('preview') };
  const around = { ...frame, header: field('header'), footer: field('footer') };
  return {
    subject: frame.subject,
    text: `${set
      .layout('text')({ ...around, body: tidy(text(clean)) })
      .trimEnd()}\n`,
    html: set.layout('html')({ ...around, body: html(clean) }),
    language,
  };
}

/** What a condition left out leaves no hole. */
const tidy = (text: string): string => text.replace(/\n{3,}/g, '\n\n').trim();

const isRightToLeft = (language: string): boolean => /^(ar|fa|he|ur|yi|ps|sd|ug|dv)\b/.test(language);
