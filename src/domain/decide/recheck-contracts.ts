import { tellCoverage } from '../answer/contracts/tell-coverage.ts';
import { noteCoverage, withExceptions } from '../contract/note-coverage.ts';
import type { Effect } from '../effect.ts';
import type { Person } from '../settings.ts';
import { advance } from '../workflow/advance.ts';
import type { Performed } from './check-commands.ts';
import type { Facts, TicketScene } from './facts.ts';

type Renewed = NonNullable<Performed['deed']['renews']>;

/** What a renewal comes to beside itself, and what takes that back. */
export type Rechecked = { effects: readonly Effect[]; back: readonly Effect[] };

/**
 * A contract runs on, or a new one begins: every open ticket of its customer is held against it at once, and goes on where
 * its process waited for that.
 *
 * @param here the ticket in hand, as the commands of the mail left it
 */
export function recheckContracts(facts: Facts, here: TicketScene | null, by: Person, performed: readonly Performed[]): Rechecked {
  const all = [...facts.lookups.tickets.values()].filter(({ ticket }) => ticket.number !== here?.ticket.number);
  const scenes = here === null ? all : [...all, here];
  const found = performed.flatMap(({ deed: { renews } }) =>
    renews === undefined ? [] : scenes.filter((scene) => isOpen(scene, renews)).map((scene) => recheck(facts, scene, by, renews)),
  );
  return { effects: found.flatMap(({ effects }) => effects), back: found.flatMap(({ back }) => back) };
}

/** The same for the mail of a ticket; where no contract changed, how the ticket stands to those there are. `caused`: what the mail does. */
export function contractsAfter(
  facts: Facts,
  after: TicketScene,
  by: Person,
  performed: readonly Performed[],
  caused: readonly Effect[],
): Rechecked {
  const renewals = recheckContracts(facts, after, by, performed);
  if (renewals.effects.length > 0) return renewals;
  const record = withExceptions(after.records.ofCustomer, caused);
  return { effects: noteCoverage(after.ticket, record, facts.now), back: [] };
}

const isOpen = ({ ticket }: TicketScene, { customer }: Renewed): boolean =>
  ticket.customer === customer && ticket.state !== 'closed' && ticket.deleted === null && ticket.mergedInto === undefined;

function recheck(facts: Facts, scene: TicketScene, by: Person, { contract }: Renewed): Rechecked {
  const { ofCustomer } = scene.records;
  const contracts = [...ofCustomer.contracts.filter(({ number }) => number !== contract.number), contract];
  const renewed = { ...scene, records: { ...scene.records, ofCustomer: { ...ofCustomer, contracts } } };
  const happening = {
    trigger: { kind: 'event', event: 'contract-renewed' },
    who: { roles: [], level: null, sides: [] },
    actor: { kind: 'associate', handle: by.handle },
  } as const;
  const advanced = advance(facts, renewed, happening);
  const { number } = scene.ticket;
  const step = advanced.kind === 'advanced' ? advanced.effects : [];
  const noted = noteCoverage(scene.ticket, renewed.records.ofCustomer, facts.now);
  const effects: Effect[] = [...noted, ...step, ...tellCoverage(facts, renewed, step, by)];
  if (advanced.kind !== 'advanced') return { effects, back: [] };
  const changed = advanced.effects.flatMap((effect) => (effect.act === 'change-ticket' ? Object.keys(effect.set) : []));
  const was = Object.fromEntries(changed.map((key) => [key, Reflect.get(scene.ticket, key)]));
  const mails = advanced.effects.flatMap((effect) => (effect.act === 'queue-mail' ? [effect.mail.messageId] : []));
  return {
    effects,
    back: [
      { act: 'change-ticket', ticket: number, set: was },
      ...(mails.length === 0 ? [] : [{ act: 'cancel-mails', mails } as const]),
    ],
  };
}
