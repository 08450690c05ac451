import { readFile } from 'node:fs/promises';
import { pagePolicy } from '../page-policy.ts';
import type { Preview } from './preview.ts';

/**
 * The page of mails: one HTML file that needs nothing else and asks nothing of any network.
 *
 * @param live whether a server stands behind it that tells of changes (see `serve-preview.ts`)
 */
export async function previewPage(preview: Preview, live: boolean): Promise<string> {
  const [frame, style, script] = await Promise.all([read('page.html'), read('page.css'), browserScript()]);
  const parts: Readonly<Record<string, string>> = {
    title: escaped(`Mails of ${preview.desk}`),
    policy: pagePolicy(script, live ? "'self'" : "'none'"),
    style,
    data: dataOf(preview, live),
    script,
  };
  return frame.replace(/\{\{(\w+)\}\}/g, (_, name: string) => parts[name] ?? '');
}

/** As JSON that may stand inside a script element: no text in it can close that. */
export const dataOf = (preview: Preview, live: boolean): string =>
  JSON.stringify({ ...preview, live })
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');

/** In the order in which they need each other. */
const modules = ['elements.js', 'mail-frame.js', 'card.js', 'choices.js', 'page.js'];

/** One script of several modules: a page in one file has nowhere to import from. */
async function browserScript(): Promise<string> {
  const sources = await Promise.all(modules.map((name) => read(`browser/${name}`)));
  return sources.map((source) => source.replace(/^import [^;]*;\n/gm, '').replace(/^export /gm, '')).join('\n');
}

const read = (name: string): Promise<string> => readFile(new URL(name, import.meta.url), 'utf8');

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
