import { briefingOf } from '../../handover/briefing.ts';
import type { CarriedOver } from '../../handover/carried-over.ts';
import { isOutside } from '../../handover/their-numbers.ts';
import { nearest } from '../../nearest.ts';
import { listed, type Saying, say } from '../../saying.ts';
import type { Person } from '../../settings.ts';
import { factLabel } from '../flow/labels.ts';
import type { Word } from '../grammar/words.ts';
import { type Command, type Deed, insiders, type Scene } from './command.ts';

/** Hands the ticket to an outside party, in words written for it. */
export const operator: Command = {
  name: 'operator',
  translations: { es: ['proveedor'], de: ['dienstleister'], fr: ['prestataire'], pt: ['fornecedor'] },
  args: '[WHO] [show FILE]…',
  roles: insiders,
  class: 'C4',
  help: say(
    'Hands the ticket to an outside party: your text, written for them, the facts that `desk.handover.fields` allows, and the files that `show` names as showing the fault. Nothing of the conversation with the customer goes along; what was left out stands in the receipt.',
  ),
  inTitle: false,
  fits: ({ state }) => state !== 'closed',
  perform: (words, scene) => {
    const { people } = scene.settings;
    const outside = people.filter(isOutside);
    const at = words.findIndex(({ text }) => /^show$/i.test(text));
    const named = at < 0 ? words : words.slice(0, at);
    const show = at < 0 ? [] : words.slice(at).filter(({ text }) => !/^show$/i.test(text));
    const to = whoOf(named[0], outside, scene);
    if (to === null) return nobody(named[0], outside);
    if (scene.text === '') return refused(say('your text is what they get, and there is none'), named[0], []);
    return handTo(to, show, scene);
  },
};

const refused = (problem: Saying, word: Word | undefined, suggestions: readonly string[]): Deed => ({
  ...{ kind: 'refused', problem, expected: say('the fault in words of your own, for somebody outside') },
  ...(word && { word }),
  suggestions,
});

/** Whoever is named; else who has it already, else the only one there is. */
function whoOf(word: Word | undefined, outside: readonly Person[], { participants }: Scene): Person | null {
  const said = word?.text.toLowerCase();
  if (said !== undefined) return outside.find(({ handle, name }) => [handle, name.toLowerCase()].includes(said)) ?? null;
  const has = outside.filter(({ addresses }) => participants.some(({ address }) => addresses.includes(address)));
  const [only, another] = has.length > 0 ? has : outside;
  return only !== undefined && another === undefined ? only : null;
}

function nobody(word: Word | undefined, outside: readonly Person[]): Deed {
  const handles = outside.map(({ handle }) => handle);
  const near = word === undefined ? handles : nearest(word.text.toLowerCase(), handles, 3);
  const problem =
    handles.length === 0
      ? say('no outside party is known: somebody with the role operator in people.yaml')
      : word === undefined
        ? say('whom is it for?')
        : say`no outside party is called “${word.text}”`;
  return refused(
    problem,
    word,
    near.map((handle) => `operator ${handle}`),
  );
}

function handTo(to: Person, show: readonly Word[], scene: Scene): Deed {
  const { ticket, settings, text } = scene;
  const briefed = briefingOf(
    text,
    show.map((word) => word.text),
    scene,
    settings,
  );
  if (briefed.kind === 'carries')
    return refused(
      say`it carries something of the conversation: ${listed(briefed.finds.slice(0, 3).map(saidFind), '; ')}`,
      undefined,
      [],
    );
  if (briefed.kind === 'no-such-file') {
    const word = show.find((one) => one.text === briefed.named);
    const near = nearest(briefed.named, briefed.files, 3).map((name) => `operator ${to.handle} show "${name}"`);
    return refused(say`no file here is called “${briefed.named}”`, word, near);
  }
  const { briefing } = briefed;
  const [address = ''] = to.addresses;
  const { messages, files, fields } = briefing.leftOut;
  return {
    kind: 'done',
    text: 'note',
    effects: [{ act: 'add-participant', ticket: ticket.number, participant: { address, name: to.name, role: 'watcher' } }],
    back: [{ act: 'remove-participant', ticket: ticket.number, address }],
    handsOut: { to: to.handle, briefing },
    event: 'handed-outside',
    data: { to: to.handle, files: briefing.files.map(({ sha256 }) => sha256), fields: briefing.facts.map(({ name }) => name) },
    change: listed(
      [
        say`handed to ${to.name}: your text`,
        ...(briefing.facts.length === 0
          ? []
          : [say`with ${listed(briefing.facts.map(({ name }) => factLabel(name, scene.workflow)))}`]),
        ...(briefing.files.length === 0 ? [] : [say`with the files ${listed(briefing.files.map(({ filename }) => filename))}`]),
        say`left out: ${messages} mails`,
        ...(files.length === 0 ? [] : [say`the files ${listed([...files])}`]),
        ...(fields.length === 0 ? [] : [say`the fields ${listed(fields.map((name) => factLabel(name, scene.workflow)))}`]),
      ],
      '; ',
    ),
  };
}

const saidFind = ({ what, said }: CarriedOver): Saying =>
  ({
    words: say`the words “${short(said)}”`,
    address: say`the address ${said}`,
    name: say`the name ${said}`,
    file: say`the name of the file ${said}`,
    number: say`the number ${said}`,
  })[what];

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
