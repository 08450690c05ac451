import type { SMTPServerDataStream, SMTPServerSession } from 'smtp-server';
import type { ArrivalId } from '../../../domain/ids.ts';
import type { Clock, Incoming, Intake, Log } from '../../../domain/ports.ts';
import { contentOf, drained } from './content.ts';
import { userOf } from './session-user.ts';

export type TakeParts = { kind: 'smtp' | 'lmtp'; intake: Pick<Intake, 'receive'>; clock: Pick<Clock, 'now'>; log: Log };

export type DataOutcome =
  | { kind: 'taken'; ids: readonly ArrivalId[] }
  /** The library answers 552 itself. */
  | { kind: 'too-large' }
  /** The client went away in the middle: nobody waits for an answer. */
  | { kind: 'gone' }
  /** Our side failed: the client keeps the mail. */
  | { kind: 'failed' };

/** Hands what a client sends to step 1 as it comes; resolves once the client may be answered. */
export async function takeData(parts: TakeParts, stream: SMTPServerDataStream, session: SMTPServerSession): Promise<DataOutcome> {
  const fields = { listener: parts.kind, peer: session.remoteAddress, user: userOf(session) };
  try {
    const ids = await parts.intake.receive([incomingOf(parts, stream, session)]);
    await drained(stream);
    return { kind: 'taken', ids };
  } catch (error) {
    await drained(stream);
    const said = error instanceof Error ? error.message : String(error);
    if (stream.sizeExceeded) {
      parts.log.warn({ ...fields, bytes: stream.byteLength }, 'refused: too large');
      return { kind: 'too-large' };
    }
    if (stream.destroyed && !stream.readableEnded) {
      parts.log.info(
        { ...fields, bytes: stream.byteLength },
        'the client went away in the middle of a mail; nothing of it was kept',
      );
      return { kind: 'gone' };
    }
    parts.log.error({ ...fields, error: said }, 'a mail could not be stored; the client was asked to keep it');
    return { kind: 'failed' };
  }
}

function incomingOf({ kind, clock }: TakeParts, stream: SMTPServerDataStream, session: SMTPServerSession): Incoming {
  const { mailFrom, rcptTo } = session.envelope;
  return {
    source: { kind, mailbox: null },
    content: contentOf(stream),
    envelope: { from: mailFrom === false ? '' : mailFrom.address, to: rcptTo.map(({ address }) => address) },
    authUser: userOf(session),
    peer: session.remoteAddress,
    receivedAt: clock.now(),
    imported: false,
  };
}
