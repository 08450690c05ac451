import { isDeskAddress } from '../../authenticate/reply-address.ts';
import { type Saying, say } from '../../saying.ts';
import type { CustomerContact } from '../../settings.ts';
import type { Word } from '../grammar/words.ts';
import { type Command, type Deed, type DeskScene, insiders, type Opening } from './command.ts';

/** Opens a ticket for somebody who did not write: their title behind the bracket, what is known as a note. */
export const newFor: Command = {
  name: 'new',
  translations: { es: ['nuevo'], de: ['neu'], fr: ['nouveau'], pt: ['novo'] },
  args: 'for ADDRESS ["NAME"]',
  roles: insiders,
  class: 'C3b',
  help: say(
    'Opens a ticket for that person: the title stands behind the bracket, your text becomes an internal note. They hear that it is open, and nothing of your text.',
  ),
  inTitle: false,
  fits: () => true,
  perform: () => onTicket('new'),
  anywhere: (words, scene) => openFor('new', 'email', words, scene),
};

/** The same for somebody who called. */
export const phone: Command = {
  name: 'phone',
  translations: { es: ['teléfono', 'telefono'], de: ['telefon', 'anruf'], fr: ['téléphone', 'telephone'], pt: ['telefone'] },
  args: 'ADDRESS|NUMBER ["NAME"]',
  roles: insiders,
  class: 'C3b',
  help: say(
    'Opens a ticket for somebody who called, as `new for` does; it says that it came by phone. A caller without an address goes by their number. `phone!` where it cannot wait until the caller has confirmed it.',
  ),
  inTitle: false,
  fits: () => true,
  perform: () => onTicket('phone'),
  anywhere: (words, scene) => openFor('phone', 'phone', words, scene),
};

/** The same for somebody who wrote elsewhere. */
export const social: Command = {
  name: 'social',
  translations: { es: ['redes'], de: ['netzwerk'], fr: ['réseau', 'reseau'], pt: ['rede'] },
  args: 'HANDLE|ADDRESS ["NAME"]',
  roles: insiders,
  class: 'C3b',
  help: say(
    'Opens a ticket for somebody who wrote on a social network, by their handle there (`@jane@mastodon.example`). No mail reaches who has no address: you post the answer there.',
  ),
  inTitle: false,
  fits: () => true,
  perform: () => onTicket('social'),
  anywhere: (words, scene) => openFor('social', 'social', words, scene),
};

const onTicket = (name: string): Deed => ({
  kind: 'refused',
  problem: say`this mail belongs to a ticket; \`${name}\` opens another`,
  expected: say('a new mail to the desk, the bracket first in its subject'),
  suggestions: [],
});

const forWords = /^(?:for|para|für|fuer|pour)$/i;

const examples: Readonly<Record<string, string>> = {
  new: 'new for jane@globex.example',
  phone: 'phone jane@globex.example',
  social: 'social @jane@mastodon.example',
};

function openFor(name: string, channel: Opening['channel'], words: readonly Word[], { settings, insists }: DeskScene): Deed {
  const { reached, called } = whoIsMeant(forWords.test(words[0]?.text ?? '') ? words.slice(1) : words, channel);
  const [word] = called.length < words.length ? words : [];
  const wrong = (problem: Saying): Deed => ({
    ...{ kind: 'refused', problem, expected: say`an address: \`${examples[name] ?? name}\``, suggestions: [] },
    ...(word === undefined ? {} : { word }),
  });
  if (reached === '') return wrong(say`\`${name}\` needs to know for whom`);
  const person = called.map(({ text }) => text).join(' ');
  const known = contactReached(reached, settings.customers);
  const said = reached.toLowerCase().replace(/^<|>$/g, '');
  if (known !== undefined || isReach(reached, channel)) {
    const { name: theirs = '', addresses = [] } = known ?? {};
    const [address = ''] = addresses;
    const opens = { address, reach: reached, name: person || theirs, channel, insists };
    const who = opens.name === '' ? reached : `${opens.name} (${reached})`;
    const change =
      address === '' ? say`opened for ${who}; no mail reaches them: the answer is yours to give there` : say`opened for ${who}`;
    return { kind: 'done', opens, change };
  }
  if (!/^[^\s@<>"(),:;]{1,64}@[a-z\d-]+(?:\.[a-z\d-]+)+$/.test(said)) return wrong(say`“${reached}” is no address`);
  if (isDeskAddress(settings.desk, said)) return wrong(say('that is an address of this desk'));
  return { kind: 'done', opens: { address: said, reach: '', name: person, channel, insists }, change: say`opened for ${said}` };
}

/** A number may stand in several words: `+49 30 1234`. */
function whoIsMeant(words: readonly Word[], channel: Opening['channel']): { reached: string; called: readonly Word[] } {
  const [first] = words;
  const digits = words.findIndex(({ text }) => !/^[+\d(][\d ()/.-]*$/.test(text));
  const count = digits < 0 ? words.length : digits;
  const isNumber = channel === 'phone' && count > 0;
  const taken = isNumber ? words.slice(0, count) : words.slice(0, 1);
  return { reached: first === undefined ? '' : taken.map(({ text }) => text).join(' '), called: words.slice(taken.length) };
}

const isReach = (said: string, channel: Opening['channel']): boolean =>
  channel === 'phone' ? isPhone(said) : channel === 'social' && /^@[^\s@]+(?:@[^\s@]+)?$|^https?:\/\/\S+$/.test(said);

const isPhone = (said: string): boolean => /^[+\d(][\d ()/.-]+$/.test(said) && digitsOf(said).length >= 4;

const digitsOf = (said: string): string => said.replace(/\D/g, '');

/** The contact of a customer with that number or handle. */
export const contactReached = (said: string, customers: DeskScene['settings']['customers']): CustomerContact | undefined =>
  customers
    .flatMap(({ contacts }) => contacts)
    .find(
      ({ phone: number, social: handle }) =>
        handle?.toLowerCase() === said.toLowerCase() || (number !== null && isPhone(said) && digitsOf(number) === digitsOf(said)),
    );
