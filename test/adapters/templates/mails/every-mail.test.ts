import { beforeAll, describe, expect, test } from 'vitest';
import { loadTemplates } from '../../../../src/adapters/templates/load-templates.ts';
import { checkMail, mailChecks } from '../../../../src/adapters/templates/mail-checks/checks.ts';
import { sampleNames, samples } from '../../../../src/adapters/templates/samples/samples.ts';
import { plainBrand } from '../../../../src/domain/brand.ts';
import { shippedDir } from '../support.ts';
import { everyMail, type FilledMail, shippedLanguages } from './every-mail.ts';

let mails: readonly FilledMail[];
beforeAll(async () => {
  mails = await everyMail();
});

test('English has them all', () => {
  const written = mails.filter(({ language }) => language === 'en').map(({ template }) => template);
  expect([...new Set(written)]).toEqual(sampleNames);
});

describe.each(await shippedLanguages())('every mail in %s', (language) => {
  test.each(mailChecks.map(({ name, holds }) => [name, holds] as const))('%s: %s', (check) => {
    const found = mails
      .filter((one) => one.language === language)
      .flatMap(({ template, at, faults }) =>
        faults.filter((one) => one.check === check).map(({ fault }) => `${template} ${at}: ${fault}`),
      );
    expect(found).toEqual([]);
  });
});

test.each(['#ffff00', '#ffffff', '#000000', '#ff69b4', '#808080', '#00ff00'])(
  'text is readable in a brand of %s',
  async (colour) => {
    const brand = { ...plainBrand('Acme'), colour };
    const templates = await loadTemplates({ shippedDir, overrideDir: null, deskLanguage: 'en', brand });
    const found = sampleNames.flatMap((name) => checkMail(templates.render(name, 'en', samples[name][0])));
    expect(found).toEqual([]);
  },
);
