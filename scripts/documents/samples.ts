import { documents } from '../../src/adapters/documents/documents.ts';
import type { Chart, Look } from '../../src/domain/charts/chart.ts';
import { sparkline } from '../../src/domain/charts/sparkline.ts';
import { brand, plainBrand } from './brand.ts';
import { charts } from './charts.ts';
import { day, quote, record } from './letters.ts';
import { meeting } from './meeting.ts';

type Sample = { name: string; make(): Promise<Uint8Array | string> };

const { letter, invitation, picture } = documents();

const look = (theme: Look['theme']): Look => ({ colour: brand.colour, width: 400, theme });

/** Every kind of document, by the name of its file. */
export const samples: readonly Sample[] = [
  { name: 'quote.pdf', make: async () => (await letter(quote(), brand)).pdf },
  { name: 'closing-record.pdf', make: async () => (await letter(record(), plainBrand)).pdf },
  { name: 'visit.ics', make: () => invitation(meeting, 'request', day) },
  { name: 'visit-off.ics', make: () => invitation({ ...meeting, sequence: 1 }, 'cancel', day) },
  ...Object.entries(charts).flatMap(([name, chart]) => drawn(name, chart)),
  { name: 'charts.html', make: chartsPage },
];

function drawn(name: string, chart: Chart): Sample[] {
  return (['light', 'dark'] as const).map((theme) => ({
    name: `${name}-${theme}.png`,
    make: async () => (await picture(chart, look(theme))).png,
  }));
}

/** All pictures as a mail shows them, on a white page and on a black one. */
async function chartsPage(): Promise<string> {
  const figures = await Promise.all(Object.entries(charts).map(([name, chart]) => figure(name, chart)));
  const trend = sparkline([3, 5, 4, 8, 6, 9], 'Tickets a day', { colour: brand.colour, theme: 'light' });
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Charts</title><style>body{margin:0;font-family:sans-serif}section{padding:12px}.night{background:#000;color:#ddd}img{max-width:100%;height:auto}</style>
<section><h1>Charts</h1><p>Globex ${trend} 9</p>${figures.join('')}</section><section class="night">${figures.join('')}</section></html>`;
}

async function figure(name: string, chart: Chart): Promise<string> {
  const { alt, width, height, outside } = await picture(chart, look('light'));
  const keys = outside.keys.map(({ mark, text }) => `${mark} ${text}`).join('<br>');
  return `<h2>${outside.title ?? name}</h2><img src="${name}-light.png" alt="${alt.replaceAll('"', '&quot;')}" width="${width}" height="${height}"><p>${keys}</p>`;
}
