import { type DigestName, digestNames } from '../../digest/digest.ts';
import { either, listed, say } from '../../saying.ts';
import type { Word } from '../grammar/words.ts';
import { type Command, type Deed, type DeskScene, insiders } from './command.ts';

/** Whether mails that come by themselves again and again go on coming: worklist, overview, ledger, reports. */
export const digest: Command = {
  name: 'digest',
  translations: { es: ['resumen'], de: ['zusammenfassung'], fr: ['synthèse', 'synthese'], pt: ['resumo'] },
  args: `[${digestNames.join('|')}] on|off`,
  roles: insiders,
  class: 'C3',
  help: say(
    'Turns mails that come again and again off, or on again: `worklist`, `overview`, `ledger`, `weekly`, `monthly`; without a name all of them.',
  ),
  inTitle: false,
  fits: () => true,
  perform: turn,
  anywhere: turn,
};

function turn(words: readonly Word[], { actor, lookups }: DeskScene): Deed {
  const switched = words.at(-1);
  const named = words.slice(0, -1);
  const wanted = /^(?:on|off)$/i.exec(switched?.text ?? '')?.[0].toLowerCase();
  const strange = named.find(({ text }) => nameIn(text) === null);
  if (wanted === undefined) return refused(switched, say('`digest` needs `on` or `off` at its end'));
  if (strange !== undefined) return refused(strange, say`no such mail: “${strange.text}”`);
  const meant = named.length === 0 ? digestNames : named.flatMap(({ text }) => nameIn(text) ?? []);
  const were = lookups.colleagues.find(({ handle }) => handle === actor.handle)?.digestsOff ?? [];
  const off = wanted === 'off';
  const changing = meant.filter((name) => were.includes(name) !== off);
  if (changing.length === 0) return { kind: 'done', change: say`already ${wanted}` };
  const keep = (isOff: boolean) =>
    changing.map((name) => ({ act: 'keep-digest', handle: actor.handle, name, set: { off: isOff } }) as const);
  const names = listed(changing);
  return {
    kind: 'done',
    effects: keep(off),
    back: keep(!off),
    change: off ? say`${names}: on → off` : say`${names}: off → on`,
  };
}

const nameIn = (text: string): DigestName | null => digestNames.find((name) => name === text.toLowerCase()) ?? null;

const refused = (word: Word | undefined, problem: ReturnType<typeof say>): Deed => ({
  kind: 'refused',
  problem,
  expected: say`on or off, behind ${either(digestNames)}`,
  ...(word === undefined ? {} : { word }),
  suggestions: ['digest off', 'digest worklist off', 'digest on'],
});
