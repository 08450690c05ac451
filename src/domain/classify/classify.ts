import type { Classification, Mail } from '../mail.ts';
import { automaticRows } from './automatic-rows.ts';
import { listRows } from './list-rows.ts';
import { reportRows } from './report-rows.ts';
import type { Desk, Row } from './row.ts';
import { isThanks } from './thanks.ts';

/**
 * What a mail is, by its own marks; the first row that holds decides, all rows of its kind give their reasons.
 *
 * The order: what we sent ourselves; reports, which name their kind by type; the server's own verdict; programs that
 * answer; lists. A mark that people's mail bears too is no row: taking a person for a machine is the worse mistake.
 */
const rows: readonly Row[] = [
  { kind: 'loop', test: (_, desk) => (desk.isOurLoop ? 'X-Maildesk-Loop: signed by this desk' : '') },
  ...reportRows,
  ...automaticRows,
  ...listRows,
];

/** Sorts a mail, with the reasons in words a person can check against the mail. */
export function classify(mail: Mail, desk: Desk): Classification {
  const held = rows.flatMap(({ kind, test }) => {
    const why = test(mail, desk);
    return why === '' ? [] : [{ kind, why }];
  });
  const first = held[0];
  if (first)
    return { kind: first.kind, thanks: false, why: held.filter(({ kind }) => kind === first.kind).map(({ why }) => why) };
  const thanks = isThanks(mail);
  return { kind: 'human', thanks, why: thanks ? ['only says thanks'] : [] };
}
