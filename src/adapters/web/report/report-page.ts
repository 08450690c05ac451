import { readFile } from 'node:fs/promises';

/** A report as a page: everything stands ready in its reader's language. `svg`: drawn for a light page, and for a dark one. */
export type ReportPage = {
  language: string;
  deskName: string;
  title: string;
  /** What is compared, what times are. */
  notes: readonly string[];
  was: string;
  sections: readonly {
    title: string;
    picture: { light: string; dark: string; alt: string; outside: readonly string[] } | null;
    rows: readonly { label: string; value: string; before: string }[];
  }[];
};

/** Writes a report as one HTML file that needs nothing beside it. */
export async function reportPage({ language, deskName, title, notes, was, sections }: ReportPage): Promise<string> {
  const css = await readFile(new URL('report.css', import.meta.url), 'utf8');
  const parts = sections.map((section) => sectionHtml(section, was));
  return `<!doctype html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(`${deskName}: ${title}`)}</title>
<style>
${css}</style>
</head>
<body>
<header><p class="desk">${escaped(deskName)}</p><h1>${escaped(title)}</h1><p class="note">${escaped(notes.join(' '))}</p></header>
<main>
${parts.join('\n')}
</main>
</body>
</html>
`;
}

function sectionHtml({ title, picture, rows }: ReportPage['sections'][number], was: string): string {
  const lines = rows.map(({ label, value, before }) => {
    const earlier = before === '' ? '' : ` <small>${escaped(was)} ${escaped(before)}</small>`;
    return `<tr><th scope="row">${escaped(label)}</th><td>${escaped(value)}${earlier}</td></tr>`;
  });
  return `<section>
<h2>${escaped(title)}</h2>
${picture === null ? '' : pictureHtml(picture)}<table>
${lines.join('\n')}
</table>
</section>`;
}

/** Both are there, one is shown; whoever cannot see it hears the words. */
function pictureHtml({ light, dark, alt, outside }: NonNullable<ReportPage['sections'][number]['picture']>): string {
  const words = outside.length === 0 ? '' : `<figcaption>${escaped(outside.join(' · '))}</figcaption>`;
  const label = `role="img" aria-label="${escaped(alt)}"`;
  return `<figure><div class="light" ${label}>${light}</div><div class="dark" ${label}>${dark}</div>${words}</figure>\n`;
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => signs[sign] ?? sign);
