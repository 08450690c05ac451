import type { Rehearsed } from '../app/rehearse/rehearse.ts';
import type { Difference } from '../domain/rehearsal/differences.ts';
import type { Played, WouldSend } from '../domain/rehearsal/played.ts';

type Done = Extract<Rehearsed, { kind: 'rehearsed' }>;

/** A line for each mail, then one for each ticket on which time did something else (`file` null). */
export function rehearsalJson({ report, mails }: Done): object[] {
  const ofMails = report.mails.map(({ old, new: next, differences }, at) => {
    const { file = '', from = '', subject = '', at: came = 0 } = mails[at] ?? {};
    return {
      ...{ file, at: new Date(came).toISOString(), from, subject, ticket: old.ticket ?? next.ticket },
      ...{ differs: differences.length > 0, old: publicPlayed(old), new: publicPlayed(next) },
      differences: differences.map(publicDifference),
    };
  });
  const ofTime = report.later.map(({ ticket, differences }) => ({
    ...{ file: null, ticket: ticket === '' ? null : ticket, differs: true },
    differences: differences.map(publicDifference),
  }));
  return [...ofMails, ...ofTime];
}

const publicPlayed = ({ outcome, why, ticket, stands, mails }: Played) => ({
  ...{ outcome, ticket, why, stands: stands ?? {} },
  mails: mails.map(publicMail),
});

const publicMail = ({ template, to, subject, at, trouble }: WouldSend) => ({
  ...{ template, to, subject, leaves: new Date(at).toISOString(), trouble },
});

/** `text` is a unified diff without its head. */
function publicDifference(one: Difference): object {
  if (one.kind === 'value') return { what: one.what, old: one.old, new: one.new };
  if (one.kind !== 'mail') return { what: one.kind, mail: publicMail(one.mail) };
  const text = one.lines.map(({ mark, text }) => `${mark}${text}`).join('\n');
  return { what: 'mail', mail: publicMail(one.mail), values: one.values, text, looks: one.looks };
}
