import { say } from '../../saying.ts';
import { type Labels, readSections } from '../../sections.ts';
import { type Command, insiders } from './command.ts';

/** This mail's text is the report of an analysis; it goes out with the quote that rests on it. */
export const analysis: Command = {
  name: 'analysis',
  translations: { es: ['análisis', 'analisis'], de: ['analyse'], fr: ['rapport'], pt: ['análise'] },
  args: '',
  roles: insiders,
  class: 'C4',
  help: say(
    'Your text is the analysis report, in parts: `Underlying issue:`, `Actions:`, `Impact:`. It stays inside until a quote takes it along.',
  ),
  inTitle: false,
  fits: ({ closed }) => closed === null,
  perform: (_words, { text, ticket }) => {
    const { sections } = readSections(text, reportLabels);
    const said = (part: string): string => (sections.get(part) ?? []).join('\n').trim();
    const report = { underlying: said('underlying'), actions: said('actions'), aftermath: said('aftermath') };
    const missing = (['underlying', 'actions'] as const).filter((part) => report[part] === '');
    if (missing.length > 0)
      return {
        kind: 'refused',
        problem: say('the report is not whole'),
        expected: say('in your text `Underlying issue:` and `Actions:`, and `Impact:` where something changes for the customer'),
        suggestions: ['analysis'],
        form: ['Underlying issue:', 'Actions:', 'Impact:'].join('\n\n'),
      };
    const filled = Object.fromEntries(Object.entries(report).filter(([, words]) => words !== ''));
    const isNew = ticket.fields['underlying'] === undefined;
    return {
      kind: 'done',
      set: { fields: { ...ticket.fields, ...filled } },
      event: 'reported',
      data: { parts: Object.keys(filled) },
      change: isNew ? say('the analysis is on record') : say('the analysis on record is this one now'),
      textIsFor: 'note',
    };
  },
};

/** As en, es, de, fr and pt call the parts of a report; small letters, no accents. */
const reportLabels: Labels = {
  underlying: [
    ...[
      'underlying issue',
      'underlying',
      'root cause',
      'cause',
      'problema de fondo',
      'causa',
      'causa raiz',
      'problema subyacente',
    ],
    ...['ursache', 'eigentliches problem', 'grundproblem', 'cause profonde', 'probleme de fond', 'origine', 'problema de base'],
  ],
  actions: [
    ...['actions', 'required actions', 'what to do', 'acciones', 'acciones necesarias', 'massnahmen', 'maßnahmen', 'schritte'],
    ...['actions necessaires', 'mesures', 'acoes', 'acoes necessarias', 'medidas'],
  ],
  aftermath: [
    ...['impact', 'impact on the application', 'aftermath', 'impacto', 'consecuencias', 'auswirkung', 'auswirkungen', 'folgen'],
    ...['consequences', 'incidence', 'consequencias'],
  ],
};
