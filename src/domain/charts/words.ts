/** The few words that a chart says by itself. */
export type ChartWords = { nothing: string; highest: string; lowest: string; latest: string; total: string };

const words: Readonly<Record<string, ChartWords>> = {
  en: { nothing: 'Nothing to show yet', highest: 'highest', lowest: 'lowest', latest: 'latest', total: 'in all' },
  es: { nothing: 'Aún no hay nada que mostrar', highest: 'máximo', lowest: 'mínimo', latest: 'último', total: 'en total' },
  de: {
    nothing: 'Noch nichts zu zeigen',
    highest: 'höchster Wert',
    lowest: 'niedrigster Wert',
    latest: 'zuletzt',
    total: 'insgesamt',
  },
  fr: { nothing: 'Rien à montrer pour le moment', highest: 'maximum', lowest: 'minimum', latest: 'dernier', total: 'au total' },
  pt: { nothing: 'Ainda não há nada a mostrar', highest: 'máximo', lowest: 'mínimo', latest: 'último', total: 'no total' },
};

const english = { nothing: 'Nothing to show yet', highest: 'highest', lowest: 'lowest', latest: 'latest', total: 'in all' };

/** In the language, else in English. */
export const wordsFor = (language: string): ChartWords => words[language.toLowerCase().split('-')[0] ?? ''] ?? english;
