import { describe } from '../../domain/charts/describe.ts';
import { drawChart } from '../../domain/charts/draw-chart.ts';
import type { Section } from '../../domain/report/sections.ts';
import type { Adapters } from '../compose.ts';
import type { House } from '../house.ts';
import type { Report } from './make-report.ts';

/** CSS pixels that a picture is drawn for. */
const width = 480;

/** A report as one HTML file. */
export function reportFile(
  { reportPage }: Pick<Adapters, 'reportPage'>,
  house: Pick<House, 'settings'>,
  report: Report,
): Promise<string> {
  const { desk } = house.settings();
  return reportPage({
    ...{ language: desk.language, deskName: desk.name, title: report.title, was: report.was },
    notes: [report.compared, report.worked],
    sections: report.sections.map(({ title, chart, rows }) => ({ title, rows, picture: pictureOf(chart, desk.brand.colour) })),
  });
}

function pictureOf(chart: Section['chart'], colour: string) {
  if (chart === null) return null;
  const drawn = (theme: 'light' | 'dark') => drawChart({ ...chart, title: '' }, { colour, width, theme });
  const { svg, outside } = drawn('light');
  const words = outside.keys.map(({ mark, text }) => `${mark} ${text}`);
  return { light: svg, dark: drawn('dark').svg, alt: describe(chart), outside: words };
}
