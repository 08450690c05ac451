import { nearest } from '../../nearest.ts';
import { type Saying, say } from '../../saying.ts';
import type { FieldKind } from '../../workflow/workflow.ts';
import { readKind } from '../flow/read-kind.ts';
import type { Word } from '../grammar/words.ts';
import { fieldCommands } from '../values/names.ts';
import { changeValue } from './change-value.ts';
import { withField } from './choice.ts';
import { type Command, type Deed, insiders, type Scene } from './command.ts';
import { zoneOf } from './hold.ts';

/** Sets a field that the configuration or the ticket's process declares. The built-in fields go to the commands that set them. */
export const set: Command = {
  name: 'set',
  translations: { es: ['fijar', 'poner'], de: ['setzen'], fr: ['définir', 'definir'], pt: ['definir'] },
  args: 'FIELD VALUE',
  roles: insiders,
  class: 'C3',
  help: say(
    'Sets a field; `floor=3` is short for `set floor 3`, and `set floor ""` empties it. The fields are those of the desk’s configuration and severity, priority, complexity, impact, type, level, subject, assignee, contact, customer.',
  ),
  inTitle: false,
  fits: ({ state }) => state !== 'closed',
  perform: ([field, ...words], scene) => {
    const fields = { ...scene.settings.desk.fields, ...scene.workflow.fields };
    if (field === undefined) return unknown(say('`set` needs a field and its value'), Object.keys(fields), undefined, []);
    const name = Object.keys(fields).find((one) => one.toLowerCase() === field.text.toLowerCase());
    const kind = name === undefined ? undefined : fields[name];
    return name === undefined || kind === undefined
      ? unknown(say`there is no field “${field.text}”`, Object.keys(fields), field, words)
      : setField(name, kind, words, scene);
  },
};

function setField(name: string, kind: FieldKind, words: readonly Word[], scene: Scene): Deed {
  const [word] = words;
  const { settings, now, ticket } = scene;
  const text = words.map((one) => one.text).join(' ');
  const read = readKind(text, kind, { here: { now, zone: zoneOf(scene) }, people: settings.people });
  if (word === undefined || read.kind === 'wrong') {
    const problem = word === undefined ? say`“${name}” needs a value` : say`“${text}” does not fit “${name}”`;
    const { expected, near } =
      read.kind === 'wrong' ? read : { expected: say`a value, or \`set ${name} ""\` to empty it`, near: [] };
    const suggestions = near.map((value) => `set ${name} ${quoted(value)}`);
    return { kind: 'refused', problem, expected, ...(word && { word }), suggestions };
  }
  const again = `set! ${name} ${quoted(read.value ?? '')}`;
  const from = ticket.fields[name] ?? null;
  const change = { field: name, from, to: read.value, set: { fields: withField(ticket.fields, name, read.value) }, again };
  return changeValue(kind.kind === 'text' ? { ...change, isText: true } : change, scene);
}

function unknown(problem: Saying, declared: readonly string[], word: Word | undefined, words: readonly Word[]): Deed {
  const all = [...declared, ...fieldCommands];
  const near = word === undefined ? declared : nearest(word.text.toLowerCase(), all, 3);
  const value = words.map(({ text }) => ` ${quoted(text)}`).join('') || ' …';
  const suggestions = near.map((name) => `set ${name}${value}`);
  return { kind: 'refused', problem, expected: say`one of ${all.join(', ')}`, ...(word && { word }), suggestions };
}

/** As it must be written to be read as one word again. */
const quoted = (text: string): string => (/^[^\s;"“”]+$/.test(text) ? text : `"${text.replace(/["“”]/g, '')}"`);
