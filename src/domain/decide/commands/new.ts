import { isDeskAddress } from '../../authenticate/reply-address.ts';
import { type Saying, say } from '../../saying.ts';
import type { Word } from '../grammar/words.ts';
import { type Command, type Deed, type DeskScene, insiders } from './command.ts';

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
  args: 'ADDRESS ["NAME"]',
  roles: insiders,
  class: 'C3b',
  help: say(
    'Opens a ticket for somebody who called, as `new for` does; it says that it came by phone. `phone!` where it cannot wait until the caller has confirmed it.',
  ),
  inTitle: false,
  fits: () => true,
  perform: () => onTicket('phone'),
  anywhere: (words, scene) => openFor('phone', 'phone', words, scene),
};

const onTicket = (name: string): Deed => ({
  kind: 'refused',
  problem: say`this mail belongs to a ticket; \`${name}\` opens another`,
  expected: say('a new mail to the desk, the bracket first in its subject'),
  suggestions: [],
});

const forWords = /^(?:for|para|für|fuer|pour)$/i;

function openFor(name: string, channel: 'email' | 'phone', words: readonly Word[], { settings, insists }: DeskScene): Deed {
  const [who, ...called] = forWords.test(words[0]?.text ?? '') ? words.slice(1) : words;
  const example = name === 'new' ? 'new for jane@globex.example' : 'phone jane@globex.example';
  const wrong = (problem: Saying): Deed => ({
    ...{ kind: 'refused', problem, expected: say`an address: \`${example}\``, suggestions: [] },
    ...(who === undefined ? {} : { word: who }),
  });
  if (who === undefined) return wrong(say`\`${name}\` needs to know for whom`);
  const address = who.text.toLowerCase().replace(/^<|>$/g, '');
  if (!/^[^\s@<>"(),:;]{1,64}@[a-z\d-]+(?:\.[a-z\d-]+)+$/.test(address)) return wrong(say`“${who.text}” is no address`);
  if (isDeskAddress(settings.desk, address)) return wrong(say('that is an address of this desk'));
  const person = called.map(({ text }) => text).join(' ');
  return { kind: 'done', opens: { address, name: person, channel, insists }, change: say`opened for ${address}` };
}
