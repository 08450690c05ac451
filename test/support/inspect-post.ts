import { checkToken } from '../../src/domain/authenticate/token.ts';
import type { Signer } from '../../src/domain/ports.ts';
import type { TicketMessage } from '../../src/domain/ticket.ts';
import type { SinkMail } from './smtp-mail.ts';

/** What tests write into notes, footers and the like: it must never be read outside. */
const internal = /INTERNAL-[A-Z0-9]+/;
const signedAddress = /support\+([a-z2-7]{37})@acme\.example/gi;

/**
 * Looks at everything a desk sent, as a customs officer would: nothing internal leaves the house, nobody gets a signed
 * address of one of us, every mail is well formed and says truly whether a person or the desk wrote it.
 *
 * @throws {Error} with every mail that should not have left so
 */
export function inspectPost(mails: readonly SinkMail[], signer: Signer, entries: readonly TicketMessage[] = []): void {
  const notes = saidInside(entries);
  const faults = mails.flatMap((mail) =>
    [...faultsOf(mail, signer), ...(isOutside(mail) ? told(mail, notes) : [])].map(
      (fault) => `${mail.recipients.join()} “${mail.subject}”: ${fault}`,
    ),
  );
  if (faults.length > 0) throw new Error(`mails left that should not have:\n${faults.join('\n')}`);
}

/** A provider is written to like one of us, and holds an address of their own; what they may read has tests of its own. */
const isOutside = ({ recipients }: SinkMail): boolean => recipients.some((address) => !inside.test(address));

const inside = /@(?:acme|provider)\.example$/i;

/** Lines of notes and held texts that were never said outside. Shorter ones say the same by chance. */
function saidInside(entries: readonly TicketMessage[]): string[] {
  const lines = (some: readonly TicketMessage[]) => some.flatMap(({ visibleText }) => visibleText.split('\n').map(squeezed));
  const open = new Set(lines(entries.filter(({ direction, status }) => direction !== 'note' && status === 'filed')));
  const inside = lines(entries.filter(({ direction }) => direction === 'note'));
  return [...new Set(inside)].filter((line) => line.length >= 20 && !open.has(line));
}

const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim();

const told = ({ text, subject }: SinkMail, notes: readonly string[]): string[] => {
  const all = squeezed(`${subject}\n${text}`);
  return notes.filter((line) => all.includes(line)).map((line) => `tells what was said inside: “${line}”`);
};

function faultsOf(mail: SinkMail, signer: Signer): string[] {
  return [...wellFormed(mail), ...marks(mail), ...(isOutside(mail) ? leaks(mail, signer) : reachable(mail))];
}

/** 5322-1, and one recipient a mail. */
function wellFormed({ raw, headers, recipients, parsed }: SinkMail): string[] {
  const once = ['from', 'date', 'message-id', 'to', 'subject', 'mime-version'];
  const counted = once.filter((name) => parsed.headerLines.filter(({ key }) => key === name).length !== 1);
  const text = raw.toString('latin1');
  return [
    ...counted.map((name) => `has not exactly one ${name}`),
    ...(recipients.length === 1 ? [] : ['has not exactly one recipient']),
    ...(/[^\r\n]{999}/.test(text) ? ['has a line of more than 998'] : []),
    ...(/\r(?!\n)|(?<!\r)\n/.test(text) ? ['has a bare CR or LF'] : []),
    ...(headers.has('cc') || headers.has('bcc') ? ['names others'] : []),
    ...(isEnded(headers) ? [] : ['calls itself a mailing list (8058-1)']),
    ...((headers.get('references') ?? '').split(/\s+/).length > 40 ? ['has more than 40 references (5322-3)'] : []),
  ];
}

/** Only what comes by itself again and again says how it ends. */
const isEnded = (headers: SinkMail['headers']): boolean =>
  decodeURIComponent(headers.get('list-unsubscribe') ?? '[digest ').includes('[digest ');

/** 3834-3, xars-1: what the desk says by itself says so; a person's words are nobody's automatic answer. */
function marks({ headers }: SinkMail): string[] {
  const automatic = headers.get('auto-submitted');
  const suppress = headers.get('x-auto-response-suppress');
  if (automatic === undefined) return suppress === undefined ? [] : ['is a person’s words, yet suppresses answers'];
  return /^auto-(?:replied|generated)$/.test(automatic) && suppress === 'All' ? [] : [`is marked ${automatic}, ${suppress}`];
}

function leaks(mail: SinkMail, signer: Signer): string[] {
  const all = [mail.raw.toString('latin1'), mail.subject, mail.text, mail.html, ...mail.headers.values()].join('\n');
  const signed = [...decoded(all).matchAll(signedAddress)].map(([, token = '']) => checkToken(signer, token, 0));
  const ours = signed.some((check) => check.kind === 'valid' && check.token.principal.kind === 'associate');
  const word = internal.exec(all)?.[0];
  return [...(word === undefined ? [] : [`tells ${word}`]), ...(ours ? ['holds a signed address of one of us'] : [])];
}

/** Escapes of ASCII are enough for an address; others may be cut in two by the end of a line. */
const decoded = (text: string): string => text.replace(/%[2-7][\da-f]/gi, decodeURIComponent);

/** A notification names nobody outside in its headers, so that no reply-all reaches one. */
function reachable({ headers }: SinkMail): string[] {
  const named = ['from', 'to', 'reply-to', 'sender'].flatMap(
    (name) => (headers.get(name) ?? '').match(/[\w.+-]+@[\w.-]+/g) ?? [],
  );
  const outside = named.filter((address) => !inside.test(address));
  return outside.length === 0 ? [] : [`names ${outside.join(', ')} in its headers`];
}
