import type { Facts } from '../../domain/decide/facts.ts';
import { messageId, outboxId } from '../../domain/ids.ts';
import type { SentMail } from '../../domain/outbox.ts';
import type { Reading } from '../../domain/ports.ts';
import type { Understood } from './understand.ts';

/** Reports come within days; an address may have been written to since. */
const recent = 5 * 86_400_000;

/**
 * The mail of ours that a report is about (3464-1): by the signed envelope address it came to, else by the envelope id,
 * else by the Message-ID it returns, all of them signed by us. `perhaps` is a guess by the address, good to be shown.
 */
export async function reported(
  at: Reading,
  { mail, verdict, classification }: Understood,
  now: number,
): Promise<Pick<Facts, 'returned' | 'perhaps'>> {
  const none = { returned: null, perhaps: null };
  if (classification.kind !== 'bounce' && classification.kind !== 'delivery-status') return none;
  const { report } = mail;
  const { token } = verdict;
  const envelope = report?.envelopeId ?? null;
  const returned =
    (token.kind === 'valid' && token.token.purpose === 'bounce' ? await sentBy(at, token.token.principal.id) : null) ??
    (envelope === null ? null : await at.sentMail(messageId(`<${envelope.replace(/^<|>$/g, '')}>`))) ??
    (report?.returnedMessageId ? await at.sentMail(report.returnedMessageId) : null);
  if (returned !== null) return { returned, perhaps: null };
  const [recipient] = report?.recipients ?? [];
  return { returned: null, perhaps: recipient === undefined ? null : await at.lastSentTo(recipient.address, now - recent) };
}

async function sentBy(at: Reading, id: number): Promise<SentMail | null> {
  const row = await at.outboxRow(outboxId(id));
  return row === null ? null : at.sentMail(row.messageId);
}
