import { beforeAll, describe, expect, test } from 'vitest';
import { mailChecks } from '../../../../src/adapters/templates/mail-checks/checks.ts';
import { everyMail, type FilledMail, shippedLanguages } from './every-mail.ts';

let mails: readonly FilledMail[];
beforeAll(async () => {
  mails = await everyMail();
});

/** Mails that are yet to be written anew, by language and check. It only ever gets shorter. */
const known: Readonly<Record<string, readonly string[]>> = {
  'es same words': [
    ...['acknowledge', 'closed', 'command-error', 'confirm', 'confirm-address', 'draft-held', 'history', 'notify-assigned'],
    ...['notify-failed', 'notify-freed', 'notify-held', 'notify-new', 'notify-reply', 'receipt', 'status', 'why'],
  ],
};

describe.each(await shippedLanguages())('every mail in %s', (language) => {
  test.each(mailChecks.map(({ name, holds }) => [name, holds] as const))('%s: %s', (check) => {
    const found = mails
      .filter((one) => one.language === language && !known[`${language} ${check}`]?.includes(one.template))
      .flatMap(({ template, at, faults }) =>
        faults.filter((one) => one.check === check).map(({ fault }) => `${template} ${at}: ${fault}`),
      );
    expect(found).toEqual([]);
  });
});
