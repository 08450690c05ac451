import { join } from 'node:path';
import type { Settings } from '../../domain/settings.ts';
import type { Adapters, PreviewMail } from '../compose.ts';
import { collectMails, languagesOf } from './collect-mails.ts';

/**
 * What mails do not hold because of the admin's own templates, a line each: what the shipped ones hold the admin's lost,
 * be it by a template, a building block or the style sheet.
 */
export async function ownFaults(adapters: Adapters, settings: Settings): Promise<readonly string[]> {
  if (settings.templatesDir === null) return [];
  const own = await faultsIn(adapters, settings);
  if (own.length === 0) return [];
  const shipped = await faultsIn(adapters, { ...settings, templatesDir: null });
  const known = new Set(shipped.map(({ where, said }) => `${where} ${said}`));
  const found = own.filter(({ where, said }) => !known.has(`${where} ${said}`));
  return [...Map.groupBy(found, ({ said }) => said)].map(([said, places]) => lineOf(said, places));
}

type Place = { where: string; file: string; said: string };

async function faultsIn(adapters: Adapters, settings: Settings): Promise<Place[]> {
  const [templates, places] = await Promise.all([adapters.loadTemplates(settings), adapters.templatePlaces(settings)]);
  const all = { template: null, language: null };
  return collectMails({ ...adapters, templates, places }, languagesOf(places, settings.desk.language), all).flatMap((mail) =>
    faultsOf(mail, mail.own && settings.templatesDir !== null ? settings.templatesDir : 'templates'),
  );
}

const faultsOf = ({ place, sample, language, template, shown }: PreviewMail, folder: string): Place[] =>
  shown.kind === 'broken'
    ? []
    : shown.faults.map(({ check, fault }) => ({
        where: `${language} ${template} ${sample.at}`,
        file: `${join(folder, place)}, sample ${sample.at}`,
        said: `${check}: ${fault}`,
      }));

/** One wrong colour is wrong in every mail. */
function lineOf(said: string, [first, ...others]: readonly Place[]): string {
  const more = others.length === 0 ? '' : `, and ${others.length} more`;
  return `${first?.file ?? ''}${more}: ${said}`;
}
