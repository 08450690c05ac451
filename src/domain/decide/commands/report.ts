import type { PeriodKind } from '../../report/period.ts';
import { say } from '../../saying.ts';
import type { Word } from '../grammar/words.ts';
import type { Command, Deed } from './command.ts';

/** The last week or month in figures and pictures, as a mail. */
export const report: Command = {
  name: 'report',
  translations: { es: ['informe'], de: ['bericht'], fr: ['compte-rendu'], pt: ['relatório', 'relatorio'] },
  args: '[week|month]',
  roles: ['lead', 'manager', 'admin'],
  class: 'C1r',
  help: say('Mails you the report on the last whole week, or month: tickets in and out, backlog, promised times, hours, offers.'),
  inTitle: false,
  fits: () => true,
  perform: send,
  anywhere: send,
};

const kinds: ReadonlyMap<string, PeriodKind> = new Map([
  ['week', 'week'],
  ['weekly', 'week'],
  ['month', 'month'],
  ['monthly', 'month'],
]);

function send([word]: readonly Word[]): Deed {
  const period = word === undefined ? 'week' : kinds.get(word.text.toLowerCase());
  if (period !== undefined)
    return { kind: 'done', change: say('comes in a mail of its own'), answer: { kind: 'report', period } };
  return {
    kind: 'refused',
    problem: say`there is no report on “${word?.text ?? ''}”`,
    expected: say('week or month'),
    ...(word === undefined ? {} : { word }),
    suggestions: ['report week', 'report month'],
  };
}
