import { sep } from 'node:path';
import { readTemplateFiles } from './template-files.ts';

/** Where a file lies in the folder of templates (`en/reply.hbs`), the file itself, and whether it is the admin's own. */
export type TemplatePlace = { place: string; file: string; own: boolean };

/** Every file of the templates, the admin's own in the place of shipped ones. */
export async function templatePlaces(dirs: {
  shippedDir: string;
  overrideDir: string | null;
}): Promise<readonly TemplatePlace[]> {
  const files = await readTemplateFiles(dirs);
  const isOwn = (file: string): boolean => dirs.overrideDir !== null && file.startsWith(`${dirs.overrideDir}${sep}`);
  return [...files].map(([place, { file }]) => ({ place, file, own: isOwn(file) }));
}
