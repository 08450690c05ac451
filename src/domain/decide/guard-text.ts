import { isDeskAddress, splitAddress } from '../authenticate/reply-address.ts';
import type { CustomerSettings, DeskSettings, Person } from '../settings.ts';
import type { TicketMessage } from '../ticket.ts';
import { ownWords } from '../visible-text/own-words.ts';
import type { Command } from './commands/command.ts';
import type { Facts, TicketScene } from './facts.ts';
import { commandsOn } from './flow/commands-on.ts';
import { findWhole } from './grammar/find-command.ts';
import { legible } from './grammar/legible.ts';
import { phrases } from './grammar/words.ts';
import { lastSeen } from './last-seen.ts';

/** Why words to a customer are held until their author says once more that they are meant. */
export type Doubt = { kind: 'collision'; other: TicketMessage } | { kind: 'leak'; finds: readonly Leak[] };

/** What a text would let out, and where it stands there. */
export type Leak = { what: 'note' | 'command' | 'signed-address' | 'foreign-address'; line: string };

/** Looks once more at a text before it goes to a customer; null where nothing speaks against it. */
export const doubtAbout = (...about: Parameters<typeof doubtsAbout>): Doubt | null => doubtsAbout(...about)[0] ?? null;

/** The same for a held text that its author lets go: what they were told of it already is no doubt any more. */
export const doubtAboutDraft = (facts: Facts, scene: TicketScene, person: Person, draft: TicketMessage): Doubt | null =>
  doubtsAbout(facts, scene, person, ownWords(draft.visibleText)).find((doubt) => !wasTold(doubt, draft, scene)) ?? null;

const wasTold = (doubt: Doubt, { id, messageId }: TicketMessage, { journal }: TicketScene): boolean =>
  journal.some(
    ({ event, data, evidence }) =>
      event === 'draft-held' &&
      (data.entry === id || (evidence !== null && evidence === messageId)) &&
      Object.entries(remembered(doubt)).every(([key, value]) => data[key] === value),
  );

/** As the journal keeps what an author was told of. */
export const remembered = (doubt: Doubt) =>
  doubt.kind === 'collision' ? { why: doubt.kind, other: doubt.other.id } : { why: doubt.kind };

/** @param alsoTo tickets whose customers get the same words */
function doubtsAbout(
  facts: Facts,
  scene: TicketScene,
  person: Person,
  text: string,
  alsoTo: readonly TicketScene[] = [],
): Doubt[] {
  const other = answeredMeanwhile(facts, scene, person);
  const all = [scene, ...alsoTo].flatMap((one) => leaksIn(text, one, facts.settings));
  const finds = all.filter(({ line }, at) => all.findIndex((one) => one.line === line) === at);
  return [
    ...(other === undefined ? [] : [{ kind: 'collision', other } as const]),
    ...(finds.length > 0 ? [{ kind: 'leak', finds } as const] : []),
  ];
}

/**
 * A colleague's answer that this author cannot have seen: it was written after the mail that they answer had left us.
 */
function answeredMeanwhile(facts: Facts, { messages }: TicketScene, { addresses }: Person): TicketMessage | undefined {
  const seen = lastSeen(facts);
  return messages.findLast(
    ({ direction, status, from, at }) =>
      direction === 'out' && status === 'filed' && at > seen && !addresses.includes(from.address),
  );
}

type House = { desk: DeskSettings; people: readonly Person[]; customers: readonly CustomerSettings[] };

/** Shorter lines say the same by chance ("Thank you"). */
const tellingLength = 25;

/** Lines that were never meant for a customer: of our notes, our commands, our signed addresses, other customers' addresses. */
export function leaksIn(
  text: string,
  { ticket, messages, participants, workflow }: Pick<TicketScene, 'ticket' | 'messages' | 'participants' | 'workflow'>,
  house: House,
): Leak[] {
  const commandsHere = commandsOn(workflow);
  const notes = new Set(
    messages.filter(({ direction }) => direction === 'note').flatMap(({ visibleText }) => linesOf(visibleText).map(normal)),
  );
  const known = new Set(
    messages
      .filter(({ direction, status }) => direction !== 'note' && status === 'filed')
      .flatMap((message) => linesOf(message.visibleText).map(normal)),
  );
  const mayName = new Set([ticket.requester, ...participants.map(({ address }) => address)]);
  const foreign = (address: string) => !mayName.has(address) && isOthers(address, ticket.customer, house);
  return linesOf(text).flatMap((line): Leak[] => {
    const told = normal(line);
    if (told.length >= tellingLength && notes.has(told) && !known.has(told)) return [{ what: 'note', line }];
    if (isCommandLine(legible(line).trim(), commandsHere)) return [{ what: 'command', line }];
    const addresses = addressesIn(line);
    if (addresses.some((address) => isSigned(address, house.desk))) return [{ what: 'signed-address', line }];
    return addresses.some(foreign) ? [{ what: 'foreign-address', line }] : [];
  });
}

/** Whoever writes `[note]` into the text, where it does not count, means it all the same. */
function isCommandLine(line: string, known: readonly Command[]): boolean {
  const [, inner = ''] = /^\[([^[\]]{1,200})\]$/.exec(line) ?? [];
  const asked = phrases(inner);
  return /^!\s*\p{L}/u.test(line) || (asked.length > 0 && asked.every(({ name }) => findWhole(known, name) !== undefined));
}

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

const normal = (line: string): string =>
  line
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const addressesIn = (line: string): string[] =>
  line
    .toLowerCase()
    .replaceAll('%2b', '+')
    .split(/[\s<>()[\],;:"'?]+/)
    .filter((word) => word.length < 255 && /^[^@]+@[^@]+\.[^@]+$/.test(word));

/** Our plain address may be named; one that carries a token is a key. */
const isSigned = (address: string, desk: DeskSettings): boolean =>
  isDeskAddress(desk, address) && address !== desk.address.toLowerCase();

const isOthers = (address: string, own: string | null, { customers }: House): boolean =>
  customers.some(
    ({ id, domains, contacts }) =>
      id !== own && (domains.includes(splitAddress(address)[1]) || contacts.some(({ addresses }) => addresses.includes(address))),
  );
