import type { Wanted } from '../app/preview/collect-mails.ts';
import { languagesOf } from '../app/preview/collect-mails.ts';
import { nearest } from '../domain/nearest.ts';
import type { Settings } from '../domain/settings.ts';
import type { Invocation } from './command.ts';

/** What `--template` and `--language` pick; a name that is none is told with the nearest that is. */
export async function wantedMails(
  { adapters, options }: Pick<Invocation, 'adapters' | 'options'>,
  settings: Settings,
): Promise<({ kind: 'wanted' } & Wanted) | { kind: 'unknown'; text: string }> {
  const languages = languagesOf(await adapters.templatePlaces(settings), settings.desk.language);
  const choices = { template: Object.keys(adapters.samples), language: languages };
  for (const [option, known] of Object.entries(choices)) {
    const given = options[option];
    if (typeof given === 'string' && !known.includes(given))
      return { kind: 'unknown', text: `maildesk preview --${option} ${given}: ${unknown(option, given, known)}` };
  }
  return { kind: 'wanted', template: textIn(options['template']), language: textIn(options['language']) };
}

function unknown(option: string, given: string, known: readonly string[]): string {
  const [close] = nearest(given, known, 1);
  return close === undefined
    ? `there is no such ${option}; there are ${known.join(', ')}`
    : `there is no such ${option}; did you mean ${close}?`;
}

const textIn = (value: unknown): string | null => (typeof value === 'string' ? value : null);
