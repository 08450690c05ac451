import { existsSync, readdirSync } from 'node:fs';
import { cp, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadTemplates, type Templates } from '../../../src/adapters/templates/load-templates.ts';
import { samples } from '../../../src/adapters/templates/samples/samples.ts';
import { TemplateError } from '../../../src/adapters/templates/template-error.ts';

export const shippedDir = fileURLToPath(new URL('../../../templates', import.meta.url));

/** Every language that has templates. */
export const languages = readdirSync(shippedDir).filter(
  (name) => name !== '_layout' && existsSync(join(shippedDir, name, 'reply.hbs')),
);

export const thread = samples.reopened[0];

/** A directory for one test file's overrides; the file removes it. */
export const scratchDir = (): Promise<string> => mkdtemp(join(tmpdir(), 'templates-'));

/** The templates as shipped. */
export const shippedTemplates = (deskLanguage = 'en'): Promise<Templates> =>
  loadTemplates({ shippedDir, overrideDir: null, deskLanguage });

/** The shipped templates with these files laid over them. */
export async function withOverrides(
  scratch: string,
  files: Readonly<Record<string, string>>,
  shipped = shippedDir,
): Promise<Templates> {
  const overrideDir = await mkdtemp(join(scratch, 'own-'));
  for (const [place, content] of Object.entries(files)) {
    await mkdir(dirname(join(overrideDir, place)), { recursive: true });
    await writeFile(join(overrideDir, place), content);
  }
  return loadTemplates({ shippedDir: shipped, overrideDir, deskLanguage: 'en' });
}

/** The shipped templates in some languages alone: what an own file breaks is told as fast as those are checked. */
export async function shippedIn(scratch: string, ...chosen: readonly string[]): Promise<string> {
  const dir = await mkdtemp(join(scratch, 'some-'));
  for (const part of [...chosen, '_layout']) await cp(join(shippedDir, part), join(dir, part), { recursive: true });
  return dir;
}

/** A whole template file with the subject "S". */
export const template = (text: string, html = '<p>x</p>'): string => `---\nsubject: "S"\n---\n${text}\n=== html ===\n${html}\n`;

/** The TemplateError that `work` throws; anything else it does fails the test. */
export function errorOf(work: () => unknown): TemplateError {
  try {
    work();
  } catch (error) {
    if (error instanceof TemplateError) return error;
    throw error;
  }
  throw new Error('expected a TemplateError');
}
