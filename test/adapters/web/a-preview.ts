import { adapters, type Preview } from '../../../src/app/compose.ts';
import { previewOf } from '../../../src/app/preview/preview-of.ts';
import type { Settings } from '../../../src/domain/settings.ts';

/** All mails as shipped, or with the templates of a folder laid over them. */
export async function shippedPreview(templatesDir: string | null = null): Promise<Preview> {
  const loaded = await adapters.loadConfig(new URL('../../../config', import.meta.url).pathname, {});
  if (loaded.kind === 'broken') throw new Error(loaded.complaints.join('\n'));
  const settings: Settings = { ...loaded.settings, templatesDir };
  return previewOf(adapters, settings, { template: null, language: null });
}
