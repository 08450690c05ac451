import { say } from '../../saying.ts';
import { type Command, type Deed, type DeskScene, insiders } from './command.ts';

/** Whether the sender gets a mail back for each of theirs that commands something. */
export const receipts: Command = {
  name: 'receipts',
  translations: { es: ['recibos', 'acuses'], de: ['quittungen'], fr: ['accusés', 'accuses'], pt: ['recibos'] },
  args: 'on|off',
  roles: insiders,
  class: 'C3',
  help: say('Turns the mails that confirm your commands on or off. What goes wrong is always told.'),
  inTitle: false,
  fits: () => true,
  perform: turn,
  anywhere: turn,
};

function turn([word]: Parameters<NonNullable<Command['anywhere']>>[0], { actor, lookups }: DeskScene): Deed {
  const wanted = /^(?:on|off)$/i.exec(word?.text ?? '')?.[0].toLowerCase();
  if (wanted === undefined)
    return {
      kind: 'refused',
      problem: word === undefined ? say('`receipts` needs `on` or `off`') : say`“${word.text}” is neither on nor off`,
      expected: say('on or off'),
      ...(word === undefined ? {} : { word }),
      suggestions: ['receipts on', 'receipts off'],
    };
  const was = lookups.colleagues.find(({ handle }) => handle === actor.handle)?.receipts ?? true;
  const receipts = wanted === 'on';
  if (was === receipts) return { kind: 'done', change: say`already ${wanted}` };
  return {
    kind: 'done',
    effects: [{ act: 'prefer', handle: actor.handle, set: { receipts } }],
    back: [{ act: 'prefer', handle: actor.handle, set: { receipts: was } }],
    change: receipts ? say`off → on` : say`on → off`,
  };
}
