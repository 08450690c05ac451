import type { Adapters, PreviewMail, ShownMail, TemplatePlace, Templates } from '../compose.ts';
import { differences } from './differences.ts';

type Sample = Readonly<Record<string, unknown>>;
export type Samples = Readonly<Record<string, readonly Sample[]>>;

/** Which mails are wanted; null: of all templates, in all languages. */
export type Wanted = { template: string | null; language: string | null };

type Parts = {
  templates: Templates;
  places: readonly TemplatePlace[];
  samples: Samples;
} & Pick<Adapters, 'firstWords' | 'checkMail'>;

/** Every template with every sample in every language, filled; what cannot be filled says why. */
export function collectMails(parts: Parts, languages: readonly string[], wanted: Wanted): readonly PreviewMail[] {
  const own = new Set(parts.places.filter((file) => file.own).map(({ place }) => place));
  const isWanted = (language: string, template: string): boolean =>
    (wanted.language ?? language) === language && (wanted.template ?? template) === template;
  const rows = languages.flatMap((language) =>
    Object.entries(parts.samples)
      .filter(([template]) => isWanted(language, template))
      .flatMap(([template, samples]) => samples.map((data, at) => ({ language, template, samples, data, at }))),
  );
  return rows.map(({ language, template, samples, data, at }) => {
    const shown = fill(parts, template, language, data);
    const place = `${shown.kind === 'mail' ? shown.written : language}/${template}.hbs`;
    const sample = { at: at + 1, of: samples.length, differs: differences(samples[0] ?? {}, data) };
    return { template, language, sample, place, own: own.has(place), shown };
  });
}

/** The languages that have a folder, the desk's first. */
export function languagesOf(places: readonly TemplatePlace[], deskLanguage: string): readonly string[] {
  const folders = places.map(({ place }) => place.slice(0, place.indexOf('/'))).filter((folder) => !folder.startsWith('_'));
  const known = [...new Set(folders)].toSorted();
  const first = [deskLanguage, 'en'].filter((language) => known.includes(language));
  return [...new Set([...first, ...known])];
}

function fill({ templates, firstWords, checkMail }: Parts, template: string, language: string, data: Sample): ShownMail {
  try {
    const mail = templates.render(template, language, data);
    const { subject, text, html, language: written } = mail;
    // Where a language has no such template, its faults are told with the one that stands in for it.
    const faults = written === language ? checkMail(mail) : [];
    const seen = { firstWords: firstWords(html), bytes: Buffer.byteLength(html), faults };
    return { kind: 'mail', written, subject, text, html, ...seen };
  } catch (error) {
    return { kind: 'broken', problem: error instanceof Error ? error.message : String(error) };
  }
}
