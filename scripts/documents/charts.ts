import type { Chart } from '../../src/domain/charts/chart.ts';

const weeks = (count: number, first: number): string[] => Array.from({ length: count }, (_, at) => `W${first + at}`);

/** The pictures of a weekly report, and some that are hard to draw. */
export const charts: Readonly<Record<string, Chart>> = {
  'in-and-out': {
    kind: 'bars',
    stacked: false,
    title: 'Tickets opened and closed',
    language: 'en',
    unit: { kind: 'count' },
    labels: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    series: [
      { name: 'Opened', values: [14, 22, 17, 9, 12, 1, 0] },
      { name: 'Closed', values: [11, 19, 20, 12, 15, 0, 0] },
    ],
  },
  backlog: {
    kind: 'bars',
    stacked: true,
    title: 'Offene Vorgänge nach Zustand, Ende jeder Woche',
    language: 'de',
    unit: { kind: 'count' },
    labels: weeks(10, 1).map((one) => one.replace('W', 'KW ')),
    series: [
      { name: 'Wartet auf uns', values: [31, 28, 35, 40, 38, 30, 27, 22, 25, 19] },
      { name: 'Wartet auf den Kunden', values: [12, 15, 11, 9, 14, 16, 18, 15, 12, 10] },
      { name: 'Wartet auf andere', values: [3, 4, 4, 6, 5, 2, 3, 3, 2, 1] },
    ],
  },
  severity: {
    kind: 'bars',
    stacked: false,
    title: 'Open tickets by severity',
    language: 'en',
    unit: { kind: 'count' },
    labels: ['Severe', 'High', 'Medium', 'Low', 'Wish'],
    series: [{ name: 'Open', values: [2, 7, 23, 14, 5] }],
  },
  attainment: {
    kind: 'line',
    title: 'Respuestas y soluciones dentro de plazo',
    language: 'es',
    unit: { kind: 'share' },
    labels: weeks(12, 40).map((one) => one.replace('W', 'S')),
    series: [
      { name: 'Primera respuesta', values: [0.97, 0.95, 0.99, 0.92, 0.9, 0.94, null, 0.98, 1, 0.96, 0.97, 0.99] },
      { name: 'Solución', values: [0.81, 0.78, 0.85, 0.7, 0.74, 0.8, 0.83, 0.88, 0.91, 0.86, 0.9, 0.93] },
    ],
  },
  days: {
    kind: 'line',
    title: 'Tickets a day, one year',
    language: 'en',
    unit: { kind: 'count' },
    labels: Array.from({ length: 365 }, (_, at) => new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(5, 10)),
    series: [
      {
        name: 'Opened',
        values: Array.from({ length: 365 }, (_, at) => Math.round(900 + 500 * Math.sin(at / 20) + ((at * 7919) % 300))),
      },
    ],
  },
  customers: {
    kind: 'rows',
    title: 'Heures par client',
    language: 'fr',
    unit: { kind: 'hours' },
    rows: [
      { label: 'Globex Corporation, maintenance annuelle', value: 41.5 },
      { label: 'हिन्दी ग्राहक सेवा', value: 28.25 },
      { label: 'Ελληνικά Τρόφιμα ΑΕ', value: 17 },
      { label: 'ООО «Ромашка»', value: 9.75 },
      { label: 'Une société dont le nom est si long qu’aucun téléphone ne le montre en entier', value: 3 },
      { label: 'Initrode', value: 0 },
    ],
  },
  quotes: {
    kind: 'bars',
    stacked: false,
    title: 'Value of quotes approved, by month',
    language: 'en',
    unit: { kind: 'money', currency: 'EUR' },
    labels: ['Oct', 'Nov', 'Dec', 'Jan', 'Feb', 'Mar'],
    series: [{ name: 'Approved', values: [1_250_000, 980_000, 430_000, 2_110_000, 1_790_050, 640_000] }],
  },
  empty: { kind: 'line', title: 'Satisfação', language: 'pt', unit: { kind: 'count' }, labels: [], series: [] },
};
