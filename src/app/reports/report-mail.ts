import type { ReportChart, ReportTemplates } from '../../domain/answer/digest-data.ts';
import { describe } from '../../domain/charts/describe.ts';
import type { Documents } from '../../domain/document.ts';
import type { Attachment } from '../../domain/mail.ts';
import type { OutboxRow, ReadyRow } from '../../domain/outbox.ts';
import type { PeriodKind } from '../../domain/report/period.ts';
import type { Section } from '../../domain/report/sections.ts';
import type { Adapters } from '../compose.ts';
import type { House } from '../house.ts';
import { makeReport } from './make-report.ts';

type Parts = Pick<House, 'settings' | 'templates' | 'blobs' | 'store'>;
type Shown = ReportTemplates['report']['sections'][number];

/** CSS pixels: read on a phone as it is, and on a desk. */
const width = 400;

/**
 * Fills a report when its mail leaves: counting takes longer than a mail that comes in may wait. It is about the period that
 * was over when somebody asked for it, so that each attempt says the same.
 */
export async function readyReport({ documents }: Pick<Adapters, 'documents'>, house: Parts, row: OutboxRow): Promise<ReadyRow> {
  const kind: PeriodKind = row.data['kind'] === 'month' ? 'month' : 'week';
  const report = await makeReport(house, kind, Number(row.data['asked']), row.language);
  const drawn = await Promise.all(report.sections.map((section, at) => drawnSection(documents, house, section, at)));
  const { title, compared, worked } = report;
  return {
    ...row,
    data: { ...row.data, title, compared, worked, sections: drawn.map(({ shown }) => shown) },
    attachments: drawn.flatMap(({ file }) => file),
  };
}

async function drawnSection(
  documents: Documents,
  { settings, blobs }: Parts,
  { title, chart, rows }: Section,
  at: number,
): Promise<{ shown: Shown; file: Attachment[] }> {
  if (chart === null) return { shown: { title, chart: null, rows }, file: [] };
  const cid = `chart-${at + 1}@report`;
  const { colour } = settings().desk.brand;
  const { png, outside } = await documents.picture({ ...chart, title: '' }, { colour, width, theme: 'light' });
  const [kept] = await blobs.attachments.keep([png]);
  if (kept === undefined) throw new Error('what was kept has no name');
  const said = outside.keys.map(({ mark, text }) => `${mark} ${text}`);
  const shown: ReportChart = { cid, description: describe(chart), width, outside: said };
  const file = { filename: `chart-${at + 1}.png`, contentType: 'image/png', inline: true, cid, ...kept };
  return { shown: { title, chart: shown, rows }, file: [file] };
}
