import { checkMail, type MailFault } from '../../../../src/adapters/templates/mail-checks/checks.ts';
import type { MailParts } from '../../../../src/adapters/templates/mail-checks/mail-check.ts';
import { sampleNames, samples } from '../../../../src/adapters/templates/samples/samples.ts';
import { templatePlaces } from '../../../../src/adapters/templates/template-places.ts';
import { shippedDir, shippedTemplates } from '../support.ts';

export type FilledMail = { template: string; language: string; at: number; mail: MailParts; faults: readonly MailFault[] };

/** The languages that have templates. */
export async function shippedLanguages(): Promise<readonly string[]> {
  const places = await templatePlaces({ shippedDir, overrideDir: null });
  const folders = new Set(places.map(({ place }) => place.slice(0, place.indexOf('/'))));
  return [...folders].filter((folder) => !folder.startsWith('_')).toSorted();
}

/** Every shipped template with every sample in every language that has it, filled and checked. */
export async function everyMail(change = (data: object): object => data): Promise<readonly FilledMail[]> {
  const templates = await shippedTemplates();
  const languages = await shippedLanguages();
  return languages.flatMap((language) =>
    sampleNames.flatMap((template) =>
      samples[template].flatMap((data, index) => {
        const mail = templates.render(template, language, { ...change(data) });
        return mail.language === language ? [{ template, language, at: index + 1, mail, faults: checkMail(mail) }] : [];
      }),
    ),
  );
}
