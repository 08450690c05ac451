import { type Chart, drawable, type Series } from './chart.ts';
import { printed } from './numbers.ts';
import { wordsFor } from './words.ts';

/** Labels up to which all values are said; of more, only what stands out. */
const few = 12;

/** What a chart shows, in words: for those who cannot see it, and where no pictures are shown. */
export function describe(chart: Chart): string {
  const parts = chart.kind === 'rows' ? rowParts(chart) : chart.series.map((series) => seriesPart(chart, series));
  const said = parts.filter((one) => one !== '');
  return `${chart.title}: ${said.length === 0 ? wordsFor(chart.language).nothing : said.join('; ')}.`;
}

type WithSeries = Exclude<Chart, { kind: 'rows' }>;
type Point = { label: string; value: number };

const rowParts = (chart: Extract<Chart, { kind: 'rows' }>): string[] => pointsOf(chart.rows).map((point) => said(chart, point));

function seriesPart(chart: WithSeries, { name, values }: Series): string {
  const points = pointsOf(chart.labels.map((label, at) => ({ label, value: values[at] ?? null })));
  if (points.length === 0) return '';
  const list = points.length <= few ? points.map((point) => said(chart, point)) : summary(chart, points);
  return [name, list.join(', ')].filter((one) => one !== '').join(': ');
}

function summary(chart: Chart, points: readonly Point[]): string[] {
  const words = wordsFor(chart.language);
  const sorted = points.toSorted((a, b) => a.value - b.value);
  const named: readonly (readonly [string, Point | undefined])[] = [
    [words.highest, sorted.at(-1)],
    [words.lowest, sorted[0]],
    [words.latest, points.at(-1)],
  ];
  const total = points.reduce((sum, { value }) => sum + value, 0);
  return [
    ...named.flatMap(([word, point]) => (point ? [`${word} ${said(chart, point)}`] : [])),
    // Shares have no sum.
    ...(chart.unit.kind === 'share' ? [] : [`${words.total} ${printed(total, chart.unit, chart.language)}`]),
  ];
}

const said = ({ unit, language }: Chart, { label, value }: Point): string => `${label} ${printed(value, unit, language)}`.trim();

const pointsOf = (given: readonly { label: string; value: number | null }[]): Point[] =>
  given.flatMap(({ label, value }) => {
    const number = drawable(value);
    return number === null ? [] : [{ label, value: number }];
  });
