import { listed, type Saying, say } from '../../saying.ts';
import type { Account } from '../../settings.ts';
import { calledBy, customerCalled, queryFor } from '../customers-called.ts';
import { plain } from '../grammar/day-names.ts';
import type { Word } from '../grammar/words.ts';
import { readOutsiders } from '../values/read-addresses.ts';
import { type Command, type Deed, type DeskScene, insiders, type Scene } from './command.ts';

/** Makes a customer known, with its first contact. */
export const account: Command = {
  name: 'account',
  translations: { es: ['cuenta'], de: ['konto'], fr: ['compte'], pt: ['conta'] },
  args: '[ADDRESS] "CUSTOMER NAME"',
  roles: insiders,
  class: 'C3b',
  help: say(
    'Makes a new customer known, with the address as its contact: that of the requester, where none is given. The ticket goes on it.',
  ),
  inTitle: false,
  fits: ({ customer, state }) => customer === null && state !== 'closed',
  reads: queryFor,
  anywhere: (words, scene) => make(words, scene, null),
  perform: (words, scene) => make(words, scene, scene),
};

type OnTicket = Pick<Scene, 'ticket' | 'participants'>;

function make(words: readonly Word[], scene: DeskScene, on: OnTicket | null): Deed {
  const { settings, lookups } = scene;
  const name = calledBy(words);
  const id = idOf(name);
  if (id === '') return refused(say('`account` needs the name of the customer'), words, []);
  const named = words.filter(({ text }) => text.includes('@'));
  const requester = on === null ? [] : [{ text: on.ticket.requester, at: 0 }];
  const read = readOutsiders(named.length > 0 ? named : requester, settings);
  if (read.kind === 'wrong') return { ...read, kind: 'refused' };
  const [address = '', another] = read.addresses;
  if (address === '' || another !== undefined) return refused(say('an account begins with one contact: its address'), words, []);
  const known = customerCalled(name, settings, lookups) ?? customerCalled(id, settings, lookups);
  if (known !== null) return refused(say`“${known.name}” is a customer already`, words, [`customer ${known.id}`]);
  const isRequester = on !== null && address === on.ticket.requester;
  const theirs = isRequester ? on.ticket.customer : (lookups.contacts.get(address)?.customer ?? null);
  if (theirs !== null) return refused(say`${address} is of ${theirs}`, words, [`customer ${theirs}`]);
  return made({ id, name }, address, scene, on);
}

function made({ id, name }: Account, address: string, { lookups }: DeskScene, on: OnTicket | null): Deed {
  const present = on?.participants.find((one) => one.address === address);
  const person = present?.name || lookups.contacts.get(address)?.name || '';
  const goesOn = on !== null && on.ticket.customer === null;
  return {
    kind: 'done',
    ...(goesOn ? { set: { customer: id } } : {}),
    effects: [
      { act: 'keep-account', id, name },
      { act: 'keep-contact', address, name: person, customer: id, language: null, proved: true },
    ],
    event: 'account-made',
    data: { customer: id },
    change: listed([say`${name} (${id}) with ${address}`, ...(goesOn ? [say('the ticket is theirs')] : [])], '; '),
  };
}

/** A short name that stays: `Initech Ltd.` is `initech-ltd`. */
const idOf = (name: string): string =>
  plain(name)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40);

const refused = (problem: Saying, [word]: readonly Word[], suggestions: readonly string[]): Deed => ({
  ...{ kind: 'refused', problem, expected: say('a name that no customer has yet, such as account "Initech Ltd"') },
  ...(word && { word }),
  suggestions,
});
