import { isDeskAddress, splitAddress } from '../authenticate/reply-address.ts';
import { isPublicMailDomain } from '../public-domains.ts';
import { say } from '../saying.ts';
import type { Command, Deed, DeskScene } from './commands/command.ts';
import type { Word } from './grammar/words.ts';

type Refusal = Extract<Deed, { kind: 'refused' }>;

/** An address or domain as blocks are kept under it. */
export const senderIn = (typed: string): string => typed.toLowerCase().replace(/^@/, '');

/** What stands against whoever is named, or against the requester. */
export const blockQuery: NonNullable<Command['reads']> = ([word], { scene }) => {
  const typed = word?.text ?? scene?.ticket.requester;
  return typed === undefined ? null : { kind: 'block', sender: senderIn(typed) };
};

/** An address or domain that may be blocked: never ours; a customer's, or a domain that everybody uses, only with `!`. */
export function blockable(
  typed: string,
  word: Word | undefined,
  { settings, lookups, insists }: DeskScene,
): { kind: 'sender'; sender: string } | Refusal {
  const sender = senderIn(typed);
  const at = word === undefined ? {} : { word };
  const expected = say('an address such as sam@elsewhere.example, or a domain');
  if (!/^(?:[^@\s]+@)?[^@\s.]+(?:\.[^@\s.]+)+$/.test(sender))
    return { kind: 'refused', problem: say`“${typed}” is no address and no domain`, expected, ...at, suggestions: [] };
  const domain = splitAddress(sender)[1] || sender;
  const { desk, people, customers } = settings;
  const isWhole = domain === sender;
  const isOurs = isWhole
    ? desk.ownDomains.includes(sender) || isDeskAddress(desk, `nobody@${sender}`) || splitAddress(desk.address)[1] === sender
    : isDeskAddress(desk, sender) || people.some(({ addresses }) => addresses.includes(sender));
  if (isOurs) return { kind: 'refused', problem: say`${sender} is one of us`, expected, ...at, suggestions: [] };
  if (insists) return { kind: 'sender', sender };
  const customer =
    customers.find(
      ({ domains, contacts }) => domains.includes(domain) || contacts.some(({ addresses }) => addresses.includes(sender)),
    )?.name ?? lookups.contacts.get(sender)?.customer;
  const doubt = customer
    ? say`${sender} is of ${customer}, a customer`
    : isWhole && isPublicMailDomain(sender)
      ? say`half the world writes from ${sender}`
      : null;
  if (doubt === null) return { kind: 'sender', sender };
  return {
    kind: 'refused',
    problem: doubt,
    expected: say('`block!` if that is meant'),
    ...at,
    suggestions: [`block! ${sender}`],
  };
}

/** Without a ticket nobody can be meant without a word. */
export const whomToBlock = (command: string): Refusal => ({
  kind: 'refused',
  problem: say`\`${command}\` needs to know whom`,
  expected: say('an address or a domain'),
  suggestions: [],
});
