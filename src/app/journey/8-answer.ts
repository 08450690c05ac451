import { answerAddress, type Correspondence, composeMail, type Rendered, withLinks } from '../../domain/answer/compose-mail.ts';
import { asOneMail, type OneMail, type Said } from '../../domain/answer/one-mail.ts';
import { retryAfter } from '../../domain/answer/retry-after.ts';
import type { Principal } from '../../domain/authenticate/token.ts';
import type { Sha256 } from '../../domain/ids.ts';
import type { OutboxRow, ReadyRow } from '../../domain/outbox.ts';
import type { Bytes, Reading, Signer, Store, Writing } from '../../domain/ports.ts';
import type { Delivery, OutboundMail, Sender } from '../../domain/sender.ts';
import type { Settings } from '../../domain/settings.ts';
import type { Reached } from './7-store.ts';

/** Fills one template or several into one mail; throws where it cannot, which blocks that row and no other. */
export type Render = (language: string, mails: readonly [Filling, ...Filling[]]) => Rendered;
type Filling = { name: string; data: Readonly<Record<string, unknown>> };

export type Answering = {
  store: Store;
  signer: Signer;
  settings: () => Settings;
  render: () => Render;
  /** Makes the files of a row that are not there yet. */
  ready: (row: OutboxRow) => Promise<ReadyRow>;
  sender: () => Sender;
  now: () => number;
  /** Keeps what left; null where it could not. */
  keep: (content: () => Promise<Bytes>) => Promise<Sha256 | null>;
  reached: Reached;
};

/** How an attempt ended: the server's word, or a template that could not be filled. `copy`: the bytes that left, where they are kept. */
export type Attempt = { row: OutboxRow; result: Delivery | { kind: 'blocked'; why: string }; copy?: Sha256 | null };

/** A mail that is composed and given to the sender; `attempt` resolves with the server's word, and never rejects. */
export type Departure = { attempt: Promise<Attempt> };

/** Step 8, one due row: filled, composed, handed over. Writes nothing. */
export async function depart(parts: Answering, row: OutboxRow): Promise<Departure> {
  try {
    const mail = await compose(parts, row);
    if (mail.kind === 'blocked') return { attempt: Promise.resolve({ row, result: mail }) };
    parts.reached('sending');
    return { attempt: handOver(parts, row, mail.mail).catch((error) => deferred(row, error)) };
  } catch (error) {
    return { attempt: Promise.resolve(deferred(row, error)) };
  }
}

/** What is about a ticket is evidence, whoever it went to. */
async function handOver({ sender, reached, keep }: Answering, row: OutboxRow, mail: OutboundMail): Promise<Attempt> {
  const result = await sender().send(mail);
  if (result.kind !== 'accepted') return { row, result };
  reached('accepted');
  return { row, result, copy: row.ticket === null ? null : await keep(result.content) };
}

const deferred = (row: OutboxRow, error: unknown): Attempt => ({
  row,
  result: { kind: 'deferred', reply: error instanceof Error ? error.message : String(error) },
});

/** A row as the mail it is or will be; `now` is the moment it leaves. */
export async function compose(
  { store, signer, settings, render, ready, now }: Pick<Answering, 'store' | 'signer' | 'settings' | 'render' | 'ready' | 'now'>,
  row: OutboxRow,
): Promise<{ kind: 'composed'; mail: OutboundMail } | { kind: 'blocked'; why: string }> {
  const { desk, outgoing } = settings();
  const others = await store.read((at) => partsOf(at, row));
  const [first, ...rest] = await Promise.all([ready(row), ...others.map(ready)]);
  const { principal, one } = await store.read(async (at) => ({
    principal: await principalOf(at, row, settings()),
    one: await oneMail(at, first, rest),
  }));
  const correspondence: Correspondence = { desk, envelope: outgoing.envelope, signer, principal, now: now() };
  const address = answerAddress(row, correspondence);
  try {
    const filling = ({ template, data }: Said): Filling => ({
      name: template,
      data: withLinks({ ...row, data }, address, correspondence),
    });
    const [said, ...also] = one.said;
    const rendered = render()(row.language, [filling(said), ...also.map(filling)]);
    return { kind: 'composed', mail: composeMail(one.row, rendered, address, correspondence) };
  } catch (error) {
    return { kind: 'blocked', why: error instanceof Error ? error.message : String(error) };
  }
}

/** What else leaves with a mail. */
const partsOf = async (at: Reading, { id, party, ticket }: OutboxRow): Promise<readonly OutboxRow[]> =>
  party === 'contact' && ticket !== null ? await at.foldedInto(id) : [];

/** Without the files that its reader has had. */
async function oneMail(at: Reading, row: ReadyRow, others: readonly ReadyRow[]): Promise<OneMail> {
  const hasFiles = [row, ...others].some(({ attachments }) => attachments.length > 0);
  return asOneMail(row, others, hasFiles ? await at.filesBefore(row) : new Set());
}

/** Whom the reply address is signed for. */
async function principalOf(at: Reading, { party, to }: OutboxRow, { people }: Settings): Promise<Principal | null> {
  if (party === 'contact') {
    const id = await at.contactId(to.address);
    return id === null ? null : { kind: 'contact', id };
  }
  const person = people.find(({ addresses }) => addresses.includes(to.address));
  const id = person === undefined ? null : await at.associateId(person.handle);
  return id === null ? null : { kind: 'associate', id };
}

export type Settled = {
  row: OutboxRow;
  state: 'sent' | 'waiting' | 'failed' | 'blocked';
  error: string | null;
  settled: boolean;
};

/** O2 to O4: what an attempt means for its row, while the lease still holds. */
export async function settleAttempt(
  at: Writing,
  { row, result, copy = null }: Attempt,
  owner: string,
  now: number,
  settings: Settings,
): Promise<Settled> {
  const next = result.kind === 'deferred' ? retryAfter(settings.retry, row.attempts, now - row.created) : null;
  const state = stateAfter(result, next);
  const error = result.kind === 'accepted' ? null : result.kind === 'blocked' ? result.why : result.reply;
  const settled = await at.settle(row.id, owner, { state, next: next === null ? null : now + next, error, at: now, copy });
  return { row, state, error, settled };
}

function stateAfter(result: Attempt['result'], next: number | null): Settled['state'] {
  if (result.kind === 'accepted') return 'sent';
  if (result.kind === 'blocked') return 'blocked';
  return result.kind === 'refused' || next === null ? 'failed' : 'waiting';
}
