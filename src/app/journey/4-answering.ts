import { type Answering, askOfNumber } from '../../domain/ask/answering.ts';
import type { Ask, Asked } from '../../domain/ask/ask.ts';
import type { Token } from '../../domain/authenticate/token.ts';
import type { Verdict } from '../../domain/authenticate/verdict.ts';
import { askId, associateId, contactId } from '../../domain/ids.ts';
import type { Reading } from '../../domain/ports.ts';

type Writer = Token['principal'] | null;

/** The question whose answer came to an address made for it; null where none did. */
export async function answeringOf(at: Reading, { token: check }: Verdict, writer: Writer): Promise<Answering | null> {
  if (check.kind !== 'valid' && check.kind !== 'expired') return null;
  const { purpose, ticket: number, principal } = check.token;
  const id = purpose === 'approve' ? askId(number) : purpose === 'confirm' ? askOfNumber(number) : null;
  const ask = id === null ? null : await at.ask(id);
  const of = ask === null ? null : await personOf(at, ask, principal);
  if (ask === null || of === null) return null;
  return {
    ...{ ask: ask.id, ticket: ask.ticket, of, expired: check.kind === 'expired' },
    by: purpose === 'approve' ? 'link' : 'confirmation',
    own: writer !== null && writer.kind === principal.kind && writer.id === principal.id,
  };
}

/** By the address that was asked, whatever others they have. */
async function personOf(at: Reading, { of }: Ask, { kind, id }: Token['principal']): Promise<Asked | null> {
  if (kind === 'associate') {
    const handle = await at.associateOf(associateId(id));
    return handle === null ? null : { kind, handle };
  }
  for (const one of of) if (one.kind === 'contact' && (await at.contactId(one.address)) === id) return one;
  const contact = await at.contactOf(contactId(id));
  return contact === null ? null : { kind, address: contact.address };
}

/** An address that names its question names its ticket from here on; one that names none is none of ours. */
export function withTicket(verdict: Verdict, answering: Answering | null): Verdict {
  const { token: check } = verdict;
  if ((check.kind !== 'valid' && check.kind !== 'expired') || check.token.purpose !== 'approve') return verdict;
  if (answering !== null) return { ...verdict, token: { ...check, token: { ...check.token, ticket: answering.ticket } } };
  const level = verdict.level === 'E1' && verdict.cited.length === 0 ? 'E0' : verdict.level;
  return { ...verdict, level, token: { kind: 'invalid' } };
}
