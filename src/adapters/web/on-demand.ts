import type { Preview } from './preview/preview.ts';
import type { ReportPage } from './report/report-page.ts';

/** The page of mails; only `preview` needs what makes it. */
export async function previewPage(preview: Preview, live = false): Promise<string> {
  const page = await import('./preview/preview-page.ts');
  return page.previewPage(preview, live);
}

/** The same page, served on loopback for as long as it is watched. */
export async function servePreview(first: Preview, port: number) {
  const page = await import('./preview/serve-preview.ts');
  return page.servePreview(first, port);
}

/** A report as one HTML file. */
export const reportPage = async (report: ReportPage): Promise<string> =>
  (await import('./report/report-page.ts')).reportPage(report);
