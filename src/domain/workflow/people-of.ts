import { whoIsTold } from '../answer/told.ts';
import type { Asked } from '../ask/ask.ts';
import type { CustomerContact, CustomerSettings, Person, Role } from '../settings.ts';
import type { Participant, Ticket } from '../ticket.ts';
import type { Audience } from './workflow.ts';

/** A ticket with those who may have to do with it. */
export type Around = {
  ticket: Pick<Ticket, 'requester' | 'customer' | 'assignee' | 'team' | 'fields'>;
  participants: readonly Participant[];
  people: readonly Person[];
  customers: readonly CustomerSettings[];
};

/**
 * The people on a side of a ticket, each once: those outside by address, ours by handle. Where a customer names nobody for a
 * part, whoever the ticket is for speaks for it.
 */
export function peopleOf(audience: Audience, around: Around): readonly Asked[] {
  const found = sides[audience](around);
  return found.filter((one, at) => found.findIndex((other) => isSame(one, other)) === at);
}

/** Whether two are the same person. */
export const isSame = (one: Asked, other: Asked): boolean =>
  one.kind === 'contact'
    ? other.kind === 'contact' && one.address.toLowerCase() === other.address.toLowerCase()
    : other.kind === 'associate' && one.handle === other.handle;

type Side = (around: Around) => Asked[];

const requester: Side = ({ ticket }) => (ticket.requester === '' ? [] : [outside(ticket.requester)]);

/** Everybody outside who takes part. */
const customer: Side = (around) => [
  ...requester(around),
  ...around.participants
    .filter(({ role, address }) => role !== 'watcher' && !isOurs(address, around))
    .map(({ address }) => outside(address)),
];

const owner: Side = (around) => {
  const { assignee } = around.ticket;
  return assignee === null ? team(around) : [ours(assignee)];
};

const team: Side = ({ ticket, participants, people }) =>
  whoIsTold({ ...ticket, assignee: null }, participants, people, null).map(({ handle }) => ours(handle));

const sides: Readonly<Record<Audience, Side>> = {
  requester,
  customer,
  participants: customer,
  users: customer,
  approver: contacts(({ approver }) => approver !== null),
  validator: contacts(({ validator }) => validator),
  stakeholders: contacts(({ stakeholder }) => stakeholder),
  spoc_theirs: (around) => named('spoc_theirs', around) ?? contacts(({ spoc }) => spoc)(around),
  // Those of other tickets: each hears on their own.
  waiting: () => [],
  owner,
  spoc_ours: (around) => named('spoc_ours', around) ?? owner(around),
  team,
  staff: withRole('associate', 'lead'),
  lead: withRole('lead'),
  engineer: withRole('engineer'),
  manager: withRole('manager'),
  sales: withRole('sales'),
  operator: withRole('operator'),
  provider: withRole('operator'),
  relationship: (around) => {
    const handle = customerOf(around)?.relationship ?? null;
    return handle === null ? withRole('manager')(around) : [ours(handle)];
  },
  L1: atLevel('L1'),
  L2: atLevel('L2'),
  L3: atLevel('L3'),
};

/** Contacts of the customer; of a person with several addresses that which takes part, else the first. */
function contacts(is: (contact: CustomerContact) => boolean): Side {
  return (around) => {
    const known = [...customer(around).flatMap((one) => (one.kind === 'contact' ? [one.address] : []))];
    const fitting = (customerOf(around)?.contacts ?? []).filter(is).flatMap(({ addresses }) => {
      const address = addresses.find((one) => known.includes(one)) ?? addresses[0];
      return address === undefined ? [] : [outside(address)];
    });
    return fitting.length > 0 ? fitting : requester(around);
  };
}

/** Whom the ticket names for a part: an address, or the handle of one of us. */
function named(field: string, { ticket, people }: Around): Asked[] | null {
  const who = ticket.fields[field];
  if (who === undefined || who === '') return null;
  return [people.some(({ handle }) => handle === who) ? ours(who) : outside(who)];
}

/** Of the ticket's team where it has such people, else all of them. */
function withRole(...roles: readonly Role[]): Side {
  return ({ ticket, people }) => {
    const all = people.filter((person) => person.roles.some((role) => roles.includes(role)));
    const near = all.filter(({ teams }) => ticket.team !== null && teams.includes(ticket.team));
    return (near.length > 0 ? near : all).map(({ handle }) => ours(handle));
  };
}

function atLevel(wanted: string): Side {
  return ({ people }) => people.filter(({ level }) => level === wanted).map(({ handle }) => ours(handle));
}

const customerOf = ({ ticket, customers }: Around): CustomerSettings | undefined =>
  customers.find(({ id }) => id === ticket.customer);

const isOurs = (address: string, { people, ticket }: Around): boolean =>
  address === '' || (address !== ticket.requester && people.some(({ addresses }) => addresses.includes(address)));

const outside = (address: string): Asked => ({ kind: 'contact', address });
const ours = (handle: string): Asked => ({ kind: 'associate', handle });
