import { type Saying, say } from '../../saying.ts';
import type { TicketChange } from '../../ticket.ts';
import { checklistOf, withTicked } from '../../workflow/checklists.ts';
import type { Word } from '../grammar/words.ts';
import { type Command, type Deed, insiders, type Scene } from './command.ts';

const shared = { args: '[ITEM…|all]', roles: insiders, class: 'C3', inTitle: false, fits: () => true } as const;

/** Ticks off what has been seen to. */
export const tick: Command = {
  ...shared,
  name: 'tick',
  translations: { es: ['tildar'], de: ['abhaken'], fr: ['cocher'], pt: ['ticar'] },
  help: say('Ticks items off the checklist of this ticket’s process; without an item it says what is still open.'),
  perform: (words, scene) => settle(words, scene, true),
};

/** Takes ticks away. */
export const untick: Command = {
  ...shared,
  name: 'untick',
  translations: { es: ['destildar'], de: ['nicht-abhaken'], fr: ['décocher', 'decocher'], pt: ['desticar'] },
  help: say('Takes the tick off items of the checklist again.'),
  perform: (words, scene) => settle(words, scene, false),
};

function settle(words: readonly Word[], scene: Scene, ticks: boolean): Deed {
  const lists = Object.keys(scene.workflow.checklists);
  if (lists.length === 0)
    return { kind: 'refused', problem: say('this ticket’s process has no checklist'), expected: '', suggestions: [] };
  const known = lists.flatMap((list) => (checklistOf(listsOn(scene), list) ?? []).map(({ item }) => item));
  const wrong = words.find(({ text }) => text !== 'all' && !known.includes(text.toLowerCase()));
  if (wrong !== undefined) return notThere(wrong, known, ticks);
  const meant = words.some(({ text }) => text === 'all') ? known : words.map(({ text }) => text.toLowerCase());
  const { fields } = scene.ticket;
  const after = lists.reduce((sofar, list) => listAfter(sofar, list, meant, scene, ticks), fields);
  return words.length === 0 ? { kind: 'done', change: stands(scene, fields) } : changed(after, scene, meant, ticks);
}

function changed(fields: Readonly<Record<string, string>>, scene: Scene, items: readonly string[], ticks: boolean): Deed {
  const set: TicketChange = { fields };
  return { kind: 'done', set, event: ticks ? 'ticked' : 'unticked', data: { items }, change: stands(scene, fields) };
}

function notThere(word: Word, known: readonly string[], ticks: boolean): Deed {
  const lead = ticks ? 'tick' : 'untick';
  return {
    ...{ kind: 'refused', problem: say`“${word.text}” is not on the checklist`, expected: say('an item of the checklist'), word },
    suggestions: known.map((item) => `${lead} ${item}`).slice(0, 3),
  };
}

function listAfter(
  fields: Readonly<Record<string, string>>,
  list: string,
  meant: readonly string[],
  scene: Scene,
  ticks: boolean,
) {
  const items = checklistOf({ ...listsOn(scene), fields }, list) ?? [];
  return withTicked(
    fields,
    list,
    items.filter(({ item, ticked }) => (meant.includes(item) ? ticks : ticked)).map(({ item }) => item),
  );
}

/** `2 of 4; open: access, people`. */
function stands({ workflow }: Scene, fields: Readonly<Record<string, string>>): Saying {
  const items = Object.keys(workflow.checklists).flatMap(
    (list) => checklistOf({ fields, checklists: workflow.checklists }, list) ?? [],
  );
  const open = items.filter(({ ticked }) => !ticked).map(({ item }) => item);
  return open.length === 0
    ? say`all ${items.length} ticked`
    : say`${items.length - open.length} of ${items.length} ticked; open: ${open.join(', ')}`;
}

const listsOn = ({ ticket, workflow }: Scene) => ({ fields: ticket.fields, checklists: workflow.checklists });
