import { error, type Finding, find, type Place, textOf, under, type World, whereIs } from './world.ts';

/** What may stand only once in the whole configuration; case does not count. */
const unique: { what: string; places: (world: World) => Place[] }[] = [
  { what: 'the address', places: personalAddresses },
  { what: 'the handle', places: (world) => find(world, 'people', 'people.*.handle') },
  { what: 'the customer', places: (world) => find(world, 'customers', 'customers.*.id') },
  { what: 'the domain', places: (world) => find(world, 'customers', 'customers.*.domains.*') },
  { what: 'the contract', places: (world) => find(world, 'customers', 'customers.*.contracts.*.number') },
  { what: 'the mailbox', places: (world) => find(world, 'helpdesk', 'mailboxes.*.name') },
];

/** Finds names, addresses and domains given twice, and one mailbox fetched twice. */
export function checkDoubles(world: World): Finding[] {
  const doubles = unique.flatMap(({ what, places }) =>
    repeated(places(world), textOf).map(([place, first]) =>
      error(place, `${what} ${textOf(place)} stands twice, first at ${whereIs(first)}`),
    ),
  );
  const fetched = repeated(find(world, 'helpdesk', 'mailboxes.*'), accountOf).map(([place, first]) =>
    error(under(place, 'imap') ?? place, `the same account and folder are fetched already, by the mailbox at ${whereIs(first)}`),
  );
  return [...doubles, ...fetched];
}

function personalAddresses(world: World): Place[] {
  return [...find(world, 'people', 'people.*.addresses.*'), ...find(world, 'customers', 'customers.*.contacts.*.addresses.*')];
}

function accountOf(mailbox: Place): string | undefined {
  const [host, user] = [textOf(under(mailbox, 'imap', 'host')), textOf(under(mailbox, 'imap', 'user'))];
  const port = under(mailbox, 'imap', 'port')?.value;
  return host && user ? JSON.stringify([host, port, user, textOf(under(mailbox, 'folder')) ?? 'inbox']) : undefined;
}

/** Each later place with the first one that says the same. */
function repeated(places: readonly Place[], keyOf: (place: Place) => string | undefined): [Place, Place][] {
  const first = new Map<string, Place>();
  return places.flatMap((place): [Place, Place][] => {
    const key = keyOf(place);
    const earlier = key === undefined ? undefined : first.get(key);
    if (key !== undefined && earlier === undefined) first.set(key, place);
    return earlier === undefined ? [] : [[place, earlier]];
  });
}
