import { type Brand, logoId, pictureType } from '../../domain/brand.ts';
import { drawChart } from '../../domain/charts/draw-chart.ts';
import type { Settings } from '../../domain/settings.ts';
import type { Adapters, Preview } from '../compose.ts';
import { collectMails, languagesOf, type Wanted } from './collect-mails.ts';

/**
 * All mails of a desk as they are now, for the page that shows them. Templates that cannot even be read are a complaint,
 * with no mails.
 *
 * @param others what else is wrong: of the configuration, for one
 */
export async function previewOf(
  adapters: Adapters,
  settings: Settings,
  wanted: Wanted,
  others: readonly string[] = [],
): Promise<Preview> {
  const { samples, firstWords, checkMail } = adapters;
  const { name: desk, language, brand } = settings.desk;
  const purposes = Object.fromEntries(Object.entries(adapters.about).map(([name, { to, when }]) => [name, `To ${to}: ${when}.`]));
  const pictures = { ...picturesOf(brand), ...chartsOf(adapters.sampleCharts, brand) };
  try {
    const [templates, places] = await Promise.all([adapters.loadTemplates(settings), adapters.templatePlaces(settings)]);
    const languages = languagesOf(places, language);
    const found = templates.check([]).map(({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`);
    const mails = collectMails({ templates, places, samples, firstWords, checkMail }, languages, wanted);
    return {
      desk,
      language: wanted.language ?? languages[0] ?? language,
      mails,
      purposes,
      pictures,
      complaints: [...others, ...found],
    };
  } catch (error) {
    return {
      desk,
      language,
      mails: [],
      purposes,
      pictures,
      complaints: [...others, error instanceof Error ? error.message : String(error)],
    };
  }
}

/** Drawn as a report's mail would bring them, its own title left out. */
const chartsOf = (charts: Adapters['sampleCharts'], { colour }: Brand): Preview['pictures'] =>
  Object.fromEntries(
    Object.entries(charts).map(([cid, chart]) => {
      const { svg } = drawChart({ ...chart, title: '' }, { colour, width: 400, theme: 'light' });
      return [`cid:${cid}`, `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`];
    }),
  );

/** As a page shows them that has no mail around it. */
const picturesOf = ({ logo }: Brand): Preview['pictures'] =>
  logo === null ? {} : { [`cid:${logoId}`]: `data:${pictureType(logo)};base64,${Buffer.from(logo).toString('base64')}` };
