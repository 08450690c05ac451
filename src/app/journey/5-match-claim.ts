import { type AddressClaim, type Claiming, type ClaimSide, claimOfNumber } from '../../domain/address-claim.ts';
import { splitAddress } from '../../domain/authenticate/reply-address.ts';
import type { Token } from '../../domain/authenticate/token.ts';
import type { Verdict } from '../../domain/authenticate/verdict.ts';
import type { Facts, Sender } from '../../domain/decide/facts.ts';
import { associateId } from '../../domain/ids.ts';
import type { SentMail } from '../../domain/outbox.ts';
import type { Reading } from '../../domain/ports.ts';
import type { Settings } from '../../domain/settings.ts';
import type { Understood } from './understand.ts';

const day = 86_400_000;

/** How a mail bears on the question whether an address is an associate's too; null where it does not. */
export async function claimingOf(
  at: Reading,
  { mail, arrival, answerable, classification, verdict, answered }: Asking,
  sender: Sender,
  settings: Settings,
  now: number,
): Promise<Facts['claiming']> {
  const { token, dmarc, identity } = verdict;
  const { address } = mail.from;
  if (dmarc === 'fail' || identity !== address) return null;
  if (classification.kind !== 'human' || sender.kind === 'desk') return null;
  if (token.kind === 'none' || token.kind === 'invalid') return await unlinked(at, answered, address, sender, now);
  if (token.token.purpose === 'confirm')
    return await answering(at, token.token, address, settings, token.kind === 'valid' ? now : Number.POSITIVE_INFINITY);
  const maySend = settings.desk.reply.kind !== 'none' && answerable.kind === 'yes' && !arrival.imported;
  if (token.kind === 'expired' || token.token.purpose !== 'reply' || sender.kind === 'associate' || !maySend) return null;
  return isSomebodyElses(address, sender, settings) ? null : await newClaim(at, token.token, address, settings, now);
}

type Asking = Pick<Understood, 'mail' | 'arrival' | 'answerable' | 'classification'> & {
  verdict: Verdict;
  /** The mail of ours that it answers. */
  answered: SentMail | null;
};

/** An answer by the mail program's own button, from the one who was asked. */
async function unlinked(
  at: Reading,
  answered: SentMail | null,
  address: string,
  sender: Sender,
  now: number,
): Promise<Claiming | null> {
  if (answered?.template !== 'confirm-address') return null;
  if (sender.kind === 'associate')
    return { kind: 'unlinked', claim: await at.openAddressClaim({ handle: sender.person.handle }, now), by: 'associate' };
  return answered.to === address ? { kind: 'unlinked', claim: await at.openAddressClaim({ address }, now), by: 'address' } : null;
}

/** A customer's colleague, or whoever is known for their own mails, is no associate with a second mailbox. */
function isSomebodyElses(address: string, sender: Sender, { customers }: Settings): boolean {
  if (sender.kind === 'contact' && (sender.contact.known || sender.contact.customer !== null)) return true;
  const [, domain] = splitAddress(address);
  return customers.some(
    ({ domains, contacts }) => domains.includes(domain) || contacts.some(({ addresses }) => addresses.includes(address)),
  );
}

/** One question is open per associate, and none is asked about an address twice within 30 days. */
async function newClaim(
  at: Reading,
  { principal }: Token,
  address: string,
  { people }: Settings,
  now: number,
): Promise<Claiming | null> {
  if (principal.kind !== 'associate') return null;
  const handle = await at.associateOf(associateId(principal.id));
  if (handle === null || !people.some((person) => person.handle === handle)) return null;
  const id = await at.nextAddressClaim(handle, address, now, now - 30 * day);
  return id === null ? null : { kind: 'new', id, handle };
}

/** A link is worth something only from the address it was sent to. */
async function answering(
  at: Reading,
  { principal, ticket: number }: Token,
  address: string,
  { people }: Settings,
  now: number,
): Promise<Claiming | null> {
  const id = claimOfNumber(number);
  const claim = id === null ? null : await at.addressClaim(id);
  if (claim === null) return null;
  const by = principal.kind === 'associate' ? 'associate' : 'address';
  const asked: Record<ClaimSide, string | undefined> = {
    address: claim.address,
    associate: people.find(({ handle }) => handle === claim.handle)?.addresses[0],
  };
  const made = by === 'associate' ? await at.associateId(claim.handle) : await at.contactId(claim.address);
  if (asked[by] !== address || made !== principal.id) return null;
  return { kind: 'answer', claim: isOpen(claim, by, now) ? claim : null, by };
}

/** Once said is said. */
const isOpen = ({ state, expires, said }: AddressClaim, by: ClaimSide, now: number): boolean =>
  state === 'open' && now < expires && said[by] === null;
