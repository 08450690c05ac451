import type { Answering } from '../../domain/ask/answering.ts';
import { type Level, personalLevel, type Verdict } from '../../domain/authenticate/verdict.ts';
import type { Sender } from '../../domain/decide/facts.ts';
import { associateId, contactId } from '../../domain/ids.ts';
import type { Reading } from '../../domain/ports.ts';
import { answeringOf, withTicket } from './4-answering.ts';

/**
 * Step 4, the part that needs the store: whose address the mail was sent to. The token of a removed associate is dead
 * at once (R9); a token of the very sender lifts a proved mail to E3.
 */
export async function authenticateSender(
  at: Reading,
  found: Verdict,
  sender: Sender,
): Promise<{ verdict: Verdict; level: Level; answering: Answering | null }> {
  const alive = await withoutRemoved(at, found);
  if (alive.token.kind !== 'valid' && alive.token.kind !== 'expired')
    return { verdict: alive, level: alive.level, answering: null };
  const id = await principalOf(at, sender);
  const answering = await answeringOf(at, alive, id);
  const verdict = withTicket(alive, answering);
  return { verdict, level: personalLevel(verdict, id), answering };
}

async function withoutRemoved(at: Reading, verdict: Verdict): Promise<Verdict> {
  if (verdict.token.kind !== 'valid' && verdict.token.kind !== 'expired') return verdict;
  const { kind, id } = verdict.token.token.principal;
  if (verdict.token.token.purpose === 'bounce') return verdict;
  const known = kind === 'associate' ? await at.associateOf(associateId(id)) : await at.contactOf(contactId(id));
  if (known !== null) return verdict;
  const level = verdict.level === 'E1' && verdict.cited.length === 0 ? 'E0' : verdict.level;
  return { ...verdict, level, token: { kind: 'invalid' } };
}

async function principalOf(at: Reading, sender: Sender): Promise<{ kind: 'contact' | 'associate'; id: number } | null> {
  if (sender.kind === 'associate') {
    const id = await at.associateId(sender.person.handle);
    return id === null ? null : { kind: 'associate', id };
  }
  if (sender.kind !== 'contact') return null;
  const id = await at.contactId(sender.contact.address);
  return id === null ? null : { kind: 'contact', id };
}
