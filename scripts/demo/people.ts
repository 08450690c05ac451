/** Somebody with a mail client. */
export type Player = {
  name: string;
  address: string;
  handle?: string;
  /** Who it is in truth, where that is not the name. */
  truly?: string;
};

export const jane: Player = { name: 'Jane Roe', address: 'jane@globex.example' };
export const maria = { name: 'Maria Lopez', address: 'maria@acme.example', handle: 'maria' };
export const ravi = { name: 'Ravi Kumar', address: 'ravi@acme.example', handle: 'ravi' };

/** Writes under Maria's address from a client that has no login. */
export const impostor: Player = { name: 'Maria Lopez', address: 'maria@acme.example', truly: 'Somebody else, as Maria Lopez,' };

export const associates = [maria, ravi] as const;

/** Of a desk that listens on loopback for half a minute. */
export const password = 'demo';
