import { contrastCheck } from './contrast.ts';
import { filledCheck } from './filled.ts';
import { linksCheck } from './links.ts';
import { type MailCheck, type MailParts, readMail } from './mail-check.ts';
import { offlineCheck } from './offline.ts';
import { sameWordsCheck } from './same-words.ts';
import { headingsCheck, languageCheck, picturesCheck, sizeCheck } from './structure.ts';
import { supportedCheck } from './supported.ts';
import { textLinesCheck } from './text-lines.ts';

/** What holds for every mail that goes out, whoever wrote its template. */
export const mailChecks: readonly MailCheck[] = [
  sizeCheck,
  languageCheck,
  headingsCheck,
  picturesCheck,
  linksCheck,
  offlineCheck,
  supportedCheck,
  contrastCheck,
  filledCheck,
  sameWordsCheck,
  textLinesCheck,
];

export type MailFault = { check: string; fault: string };

/** Holds a mail against all checks. */
export function checkMail(parts: MailParts): readonly MailFault[] {
  const mail = readMail(parts);
  return mailChecks.flatMap(({ name, faults }) => faults(mail).map((fault) => ({ check: name, fault })));
}
