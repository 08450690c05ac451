import type { Effect } from '../../effect.ts';
import { listed, say } from '../../saying.ts';
import type { Participant } from '../../ticket.ts';
import { readOutsiders } from '../values/read-addresses.ts';
import { whoseCustomer } from '../whose-customer.ts';
import { type Command, type Deed, insiders, type Scene } from './command.ts';

/** Lets people outside take part from now on. What was written before never goes to them. */
export const cc: Command = {
  name: 'cc',
  translations: { es: ['copia'], de: ['kopie'], fr: ['copie'], pt: ['cópia'] },
  args: 'ADDRESS [ADDRESS…]',
  roles: insiders,
  class: 'C2',
  help: say('Lets people outside take part: they get what is sent from now on, nothing of what was written before.'),
  inTitle: false,
  fits: ({ state }) => state !== 'closed',
  perform: (words, scene) => {
    const { ticket, participants, settings, lookups } = scene;
    const read = readOutsiders(words, settings);
    if (read.kind === 'wrong') return { ...read, kind: 'refused' };
    const { addresses } = read;
    if (addresses.length === 0)
      return { kind: 'refused', problem: say('`cc` needs an address'), expected: say('one address or more'), suggestions: [] };
    const present = (address: string) => participants.some((one) => one.address === address);
    const added = addresses
      .filter((address) => !present(address))
      .map((address): Participant => ({ address, name: lookups.contacts.get(address)?.name ?? '', role: 'cc' }));
    const there = addresses.filter(present).map((address) => say`${address} takes part already`);
    const change = listed([...added.map(({ address }) => `+${address}`), ...there]);
    if (added.length === 0) return { kind: 'done', change };
    const anothers = added.find(({ address }) => isAnothers(address, scene));
    if (anothers !== undefined && !scene.insists) return onlyInsisting(anothers.address, addresses, scene);
    return {
      kind: 'done',
      effects: added.map((participant): Effect => ({ act: 'add-participant', ticket: ticket.number, participant })),
      back: added.map(({ address }): Effect => ({ act: 'remove-participant', ticket: ticket.number, address })),
      event: 'participants-added',
      data: { count: added.length },
      change,
    };
  },
};

/** What is written to one customer is nothing for another. */
function isAnothers(address: string, scene: Scene): boolean {
  const customer = whoseCustomer(address, scene);
  return customer !== null && scene.ticket.customer !== null && customer !== scene.ticket.customer;
}

function onlyInsisting(address: string, addresses: readonly string[], scene: Scene): Deed {
  const again = `cc! ${addresses.join(' ')}`;
  return {
    kind: 'refused',
    problem: say`${address} is of ${whoseCustomer(address, scene) ?? ''}, the ticket of ${scene.ticket.customer ?? ''}`,
    expected: say`\`${again}\` if that is meant`,
    suggestions: [again],
  };
}
