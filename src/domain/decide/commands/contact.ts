import { isDeskAddress } from '../../authenticate/reply-address.ts';
import type { Effect } from '../../effect.ts';
import { nearest } from '../../nearest.ts';
import { listed, say } from '../../saying.ts';
import type { Participant } from '../../ticket.ts';
import type { Word } from '../grammar/words.ts';
import { readAddresses } from '../values/read-addresses.ts';
import { whoseCustomer } from '../whose-customer.ts';
import { type Command, type Deed, insiders, type Scene } from './command.ts';
import { saidChange } from './said-change.ts';

/** Puts the ticket on another requester, whom it makes known where they are not. */
export const contact: Command = {
  name: 'contact',
  translations: { es: ['contacto'], de: ['kontakt'], fr: ['interlocuteur'], pt: ['contato'] },
  args: 'ADDRESS|NAME ["name"]',
  roles: insiders,
  class: 'C3b',
  help: say(
    'Puts the ticket on another person: an address, known or new, or the name of a contact. Who it was for stays in copy where both are of one customer.',
  ),
  inTitle: false,
  fits: ({ state }) => state !== 'closed',
  perform: (words, scene) => {
    const [first] = words;
    if (first === undefined)
      return {
        kind: 'refused',
        problem: say('`contact` needs an address or a name'),
        expected: say('a person outside'),
        suggestions: [],
      };
    return first.text.includes('@') ? byAddress(first, words.slice(1), scene) : byName(words, scene);
  },
};

function byAddress(word: Word, rest: readonly Word[], scene: Scene): Deed {
  const read = readAddresses([word]);
  if (read.kind === 'wrong') return { ...read, kind: 'refused' };
  const [address = ''] = read.addresses;
  if (isDeskAddress(scene.settings.desk, address))
    return {
      kind: 'refused',
      problem: say`${address} is the desk itself`,
      expected: say('a person outside'),
      word,
      suggestions: [],
    };
  return putOn(address, rest.map(({ text }) => text).join(' '), scene);
}

type Known = { name: string; address: string };

function byName(words: readonly Word[], scene: Scene): Deed {
  const said = words.map(({ text }) => text).join(' ');
  const all = namedPeople(scene);
  const found = all.filter(({ name }) => name.toLowerCase() === said.toLowerCase());
  const begun = all.filter(({ name }) => name.toLowerCase().split(' ')[0] === said.toLowerCase());
  const fitting = found.length > 0 ? found : begun;
  const [one] = fitting;
  if (one !== undefined && new Set(fitting.map(({ address }) => address)).size === 1) return putOn(one.address, one.name, scene);
  const near = nearest(
    said.toLowerCase(),
    all.map(({ name }) => name.toLowerCase()),
    3,
  );
  const meant = fitting.length > 0 ? fitting : near.flatMap((one) => all.filter(({ name }) => name.toLowerCase() === one));
  const [word] = words;
  return {
    kind: 'refused',
    problem: fitting.length > 0 ? say`there is more than one “${said}”` : say`no contact here is called “${said}”`,
    expected: say('an address, or the name of a contact'),
    ...(word && { word }),
    suggestions: meant.map(({ address }) => `contact ${address}`),
  };
}

/** Whom a name can mean: those who take part, then the contacts of the ticket's customer, one address each. */
function namedPeople({ participants, settings, ticket }: Scene): Known[] {
  const customer = settings.customers.find(({ id }) => id === ticket.customer);
  const theirs = (customer?.contacts ?? []).flatMap(({ name, addresses: [address] }) =>
    address === undefined ? [] : [{ name, address }],
  );
  const outside = participants.filter(({ role, name }) => role !== 'watcher' && name !== '');
  return [...outside, ...theirs.filter(({ address }) => !outside.some((one) => one.address === address))];
}

function putOn(address: string, named: string, scene: Scene): Deed {
  const { ticket, settings, lookups, insists } = scene;
  if (ticket.requester === address) return { kind: 'done', change: say`already ${address}` };
  const customer = whoseCustomer(address, scene);
  const name = named || lookups.contacts.get(address)?.name || '';
  const moved = customer !== null && ticket.customer !== null && customer !== ticket.customer ? [ticket.customer, customer] : [];
  const [was = '', is = ''] = moved;
  if (moved.length > 0 && !insists)
    return {
      kind: 'refused',
      problem: say`${address} is of ${is}, the ticket of ${was}`,
      expected: say('`contact!` to put it on both'),
      suggestions: [`contact! ${address}`],
    };
  const stays = customer !== null && customer === ticket.customer;
  const { effects, back } = exchange({ address, name, role: 'requester' }, stays, scene);
  const language = lookups.contacts.get(address)?.language ?? languageOf(customer, settings.customers) ?? ticket.language;
  const { requester: from } = ticket;
  const left = stays ? say`${from} stays in copy` : say`${from} gets no more of it (\`cc ${from}\` keeps them)`;
  return {
    kind: 'done',
    set: {
      requester: address,
      ...(language === ticket.language ? {} : { language }),
      ...(customer === null || customer === ticket.customer ? {} : { customer }),
    },
    effects: [{ act: 'keep-contact', address, name, customer, language: null, proved: true }, ...effects],
    back,
    event: 'changed',
    data: { field: 'contact' },
    change: listed(
      [
        saidChange('contact', from || say('nobody'), address),
        ...(moved.length > 0 ? [saidChange('customer', was, is)] : []),
        ...(from === '' ? [] : [left]),
      ],
      '; ',
    ),
  };
}

/** Who it was for leaves or stays in copy; who it is for now takes part as that, whatever they were. */
function exchange(to: Participant, stays: boolean, { ticket, participants }: Scene): { effects: Effect[]; back: Effect[] } {
  const { number } = ticket;
  const add = (participant: Participant): Effect => ({ act: 'add-participant', ticket: number, participant });
  const remove = ({ address }: Participant): Effect => ({ act: 'remove-participant', ticket: number, address });
  const old = participants.filter(({ address }) => address === ticket.requester);
  const before = participants.filter(({ address }) => address === to.address);
  const copies = stays ? old.map((one): Participant => ({ ...one, role: 'cc' })) : [];
  return {
    effects: [...[...old, ...before].map(remove), ...copies.map(add), add(to)],
    // Taken back from the last to the first.
    back: [...[...old, ...before].map(add), ...copies.map(remove), remove(to)],
  };
}

const languageOf = (id: string | null, customers: Scene['settings']['customers']): string | null =>
  customers.find((one) => one.id === id)?.language ?? null;
