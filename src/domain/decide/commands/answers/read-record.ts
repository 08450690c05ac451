import type { Ask, Asked, Via } from '../../../ask/ask.ts';
import { isOpen } from '../../../ask/judge-answers.ts';
import { nearest } from '../../../nearest.ts';
import { say } from '../../../saying.ts';
import { isSame, peopleOf } from '../../../workflow/people-of.ts';
import type { AnswerWord } from '../../../workflow/workflow.ts';
import type { Word } from '../../grammar/words.ts';
import type { Deed, Scene } from '../command.ts';

type Refused = Extract<Deed, { kind: 'refused' }>;

/** What one of us writes down of an answer that came another way. */
export type Recorded = { ask: Ask; by: Asked; via: Via; words: string };

/** Reads `[ASK] by WHO via phone "…"`: nothing of it is guessed, but the question where only one waits for such an answer. */
export function readRecord(name: string, answer: AnswerWord, words: readonly Word[], scene: Scene): Recorded | Refused {
  const by = words.findIndex(({ text }) => byWords.has(text.toLowerCase()));
  const via = words.findIndex(({ text }, at) => at > by + 1 && viaWords.has(text.toLowerCase()));
  const ask = askNamed(name, answer, words.slice(0, by < 0 ? 1 : by), scene);
  if ('kind' in ask) return ask;
  const example = `${name} ${ask.ask} by ${shown(ask.of[0], scene)} via phone "…"`;
  if (by < 0 || via < 0)
    return refuse(say('it has to say who answered, and how'), say('by WHO via phone, chat, meeting or mail'), [example]);
  const how = ways[words[via + 1]?.text.toLowerCase() ?? ''];
  if (how === undefined)
    return {
      ...refuse(say('it has to say how the answer came'), say('phone, chat, meeting or mail'), [example]),
      ...wordAt(words, via),
    };
  const who = personNamed(name, words.slice(by + 1, via), ask, scene);
  if ('problem' in who) return who;
  const said = words
    .slice(via + 2)
    .map(({ text }) => text)
    .join(' ');
  return { ask, by: who, via: how, words: said || scene.text };
}

const byWords = new Set(['by', 'por', 'von', 'par']);
const viaWords = new Set(['via', 'vía', 'per', 'por', 'par', 'durch']);
const ways: Readonly<Record<string, Via>> = {
  ...{
    phone: 'phone',
    call: 'phone',
    teléfono: 'phone',
    telefono: 'phone',
    telefon: 'phone',
    téléphone: 'phone',
    telefone: 'phone',
  },
  ...{
    chat: 'chat',
    meeting: 'meeting',
    reunión: 'meeting',
    besprechung: 'meeting',
    treffen: 'meeting',
    réunion: 'meeting',
    reunião: 'meeting',
  },
  ...{ mail: 'mail', email: 'mail', correo: 'mail' },
};

function askNamed(name: string, answer: AnswerWord, words: readonly Word[], { records, now }: Scene): Ask | Refused {
  const open = records.asks.filter((ask) => isOpen(ask, now) && ask.answers.includes(answer));
  const [word] = words;
  const named = word === undefined || byWords.has(word.text.toLowerCase()) ? null : word.text.toLowerCase();
  const suggestions = open.slice(0, 3).map(({ ask }) => `${name} ${ask} by …`);
  const found = named === null ? open : open.filter(({ ask }) => ask === named);
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  if (open.length === 0) return refuse(say`nothing that waits on this ticket is answered by “${name}”`, '', []);
  if (named === null) return refuse(say('more than one question waits for such an answer'), say('its name'), suggestions);
  return {
    ...refuse(say`no question “${named}” waits for such an answer`, say('one that does'), suggestions),
    ...(word && { word }),
  };
}

/** Whoever was asked; with a `!` anybody of the customer. */
function personNamed(name: string, words: readonly Word[], ask: Ask, scene: Scene): Asked | Refused {
  const said = words
    .map(({ text }) => text)
    .join(' ')
    .toLowerCase();
  const [word] = words;
  const known = scene.insists ? [...ask.of, ...contactsOf(scene)] : ask.of;
  const found = known.filter((one) => namesOf(one, scene).some((called) => called === said));
  const [only] = found;
  if (only !== undefined && found.every((one) => isSame(one, only))) return only;
  const near = nearest(
    said,
    ask.of.flatMap((one) => namesOf(one, scene)),
    1,
  )[0];
  const meant = ask.of.filter((one) => near !== undefined && namesOf(one, scene).includes(near));
  const suggestions = [...meant, ...ask.of].map((one) => `${name} ${ask.ask} by ${shown(one, scene)} via phone "…"`);
  const problem = found.length > 0 ? say`“${said}” may be several people` : say`“${said}” was not asked`;
  return {
    ...refuse(
      problem,
      say`whoever was asked; \`${name}!\` for somebody else of the customer`,
      [...new Set(suggestions)].slice(0, 3),
    ),
    ...(word && { word }),
  };
}

const contactsOf = ({ ticket, participants, settings: { people, customers } }: Scene): readonly Asked[] => {
  const around = { ticket, participants, people, customers };
  const all =
    customers.find(({ id }) => id === ticket.customer)?.contacts.flatMap(({ addresses }) => addresses.slice(0, 1)) ?? [];
  return [...peopleOf('customer', around), ...all.map((address): Asked => ({ kind: 'contact', address }))];
};

/** What they may be called by, in small letters. */
function namesOf(one: Asked, { settings, participants }: Scene): string[] {
  if (one.kind === 'associate')
    return [one.handle, ...settings.people.flatMap((each) => (each.handle === one.handle ? [each.name.toLowerCase()] : []))];
  const contacts = settings.customers.flatMap((customer) => customer.contacts);
  const names = [
    ...participants.flatMap(({ address, name }) => (address === one.address ? [name] : [])),
    ...contacts.flatMap(({ addresses, name }) => (addresses.includes(one.address) ? [name] : [])),
  ].map((name) => name.toLowerCase());
  return [one.address.toLowerCase(), ...names, ...names.flatMap((name) => name.split(' ')[0] ?? [])].filter(
    (name) => name !== '',
  );
}

const shown = (one: Asked | undefined, scene: Scene): string =>
  one === undefined ? 'WHO' : one.kind === 'associate' ? one.handle : ((one.address || namesOf(one, scene)[0]) ?? 'WHO');

const refuse = (problem: Refused['problem'], expected: Refused['expected'], suggestions: readonly string[]): Refused => ({
  ...{ kind: 'refused', problem, expected, suggestions },
});

const wordAt = (words: readonly Word[], at: number): { word?: Word } => {
  const word = words[at + 1] ?? words[at];
  return word === undefined ? {} : { word };
};
