import { clientOf } from '../../domain/authenticate/border.ts';
import { isOverSigned } from '../../domain/authenticate/own-proof.ts';
import { sourcesOf } from '../../domain/authenticate/sources.ts';
import type { Verification, Verifier } from '../../domain/authenticate/verification.ts';
import { headerValue, type Mail } from '../../domain/mail.ts';
import type { BlobStore } from '../../domain/ports.ts';
import type { Settings } from '../../domain/settings.ts';
import type { Arrival } from '../../domain/ticket.ts';

type Verifying = { verify: Verifier; blobs: { mails: BlobStore }; settings: Settings };

/**
 * Step 4, the part that asks DNS, where the admin wants it: over the very bytes that are kept. Null where nothing is
 * verified: not wanted, proved by a login, or signed more often than anybody needs.
 */
export async function verified(
  { verify, blobs, settings }: Verifying,
  arrival: Arrival,
  mail: Mail,
): Promise<Verification | null> {
  if (!settings.authentication.verify || arrival.authUser !== null || isOverSigned(mail)) return null;
  const client = clientOf(mail, sourcesOf({ arrival, settings }));
  const mailFrom = arrival.envelope?.from ?? headerValue(mail, 'return-path').replace(/^\s*<|>\s*$/g, '');
  return verify(blobs.mails.open(arrival.sha256), {
    clientIp: client?.ip ?? null,
    helo: client?.helo ?? '',
    mailFrom,
    at: arrival.receivedAt,
  });
}
