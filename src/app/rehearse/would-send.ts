import type { OutboxRow } from '../../domain/outbox.ts';
import type { WouldSend } from '../../domain/rehearsal/played.ts';
import type { OutboundMail } from '../../domain/sender.ts';
import type { Adapters } from '../compose.ts';
import type { House } from '../house.ts';
import { type Answering, type Attempt, compose, depart, settleAttempt } from '../journey/8-answer.ts';
import { readyFor } from '../made-files.ts';

/** A mail that would go out, and the row it stood in. */
export type Departed = { row: OutboxRow; mail: WouldSend };

/** In whose name mails are leased while they are written. */
export const owner = 'rehearsal';
/** Rows in one transaction. */
const most = 50;
const lease = 3_600_000;

/** Writes every mail that is due, as step 8 does, and sends none. */
export async function sendDue(adapters: Adapters, house: House): Promise<Departed[]> {
  const departed: Departed[] = [];
  const { clock } = house.options;
  for (;;) {
    const { limits } = house.settings().outgoing;
    const due = await house.store.write((at) => at.claimDue(clock.now(), most, owner, clock.now() + lease, limits));
    if (due.length === 0) return departed;
    const attempts: Attempt[] = [];
    for (const row of due) {
      const { attempt, mail } = await writtenDown(adapters, house, row);
      attempts.push(attempt);
      departed.push({ row, mail: asWouldSend(row, mail, clock.now(), troubleOf(attempt)) });
    }
    await house.store.write(async (at) => {
      for (const attempt of attempts) await settleAttempt(at, attempt, owner, clock.now(), house.settings());
    });
  }
}

/** What is still in the outbox at the end: waits for its hour, or for a person. */
export async function stillWaiting(adapters: Adapters, house: House): Promise<Departed[]> {
  const rows = await house.store.read((at) => at.outbox({}));
  const waiting: Departed[] = [];
  for (const row of rows) {
    if (row.state !== 'delayed' && row.state !== 'waiting' && row.state !== 'held') continue;
    const composed = await compose(partsOf(adapters, house), row);
    const mail = composed.kind === 'composed' ? composed.mail : null;
    const trouble = composed.kind === 'blocked' ? composed.why : row.state === 'held' ? 'held: waits for a person' : null;
    waiting.push({ row, mail: asWouldSend(row, mail, row.next ?? row.created, trouble) });
  }
  return waiting;
}

async function writtenDown(
  adapters: Adapters,
  house: House,
  row: OutboxRow,
): Promise<{ attempt: Attempt; mail: OutboundMail | null }> {
  const written: OutboundMail[] = [];
  const sender: Answering['sender'] = () => ({
    async send(mail) {
      written.push(mail);
      return { kind: 'accepted', reply: 'rehearsed', content: async () => new Uint8Array() };
    },
    close: async () => {},
  });
  const { attempt } = await depart({ ...partsOf(adapters, house), sender }, row);
  return { attempt: await attempt, mail: written[0] ?? null };
}

const partsOf = (adapters: Adapters, house: House) => ({
  ...house,
  render: () => house.templates().renderTogether,
  ready: readyFor(adapters, house),
  keep: async () => null,
  now: house.options.clock.now,
});

const troubleOf = ({ result }: Attempt): string | null =>
  result.kind === 'accepted' ? null : result.kind === 'blocked' ? result.why : result.reply;

const asWouldSend = (row: OutboxRow, mail: OutboundMail | null, at: number, trouble: string | null): WouldSend => ({
  ...{ template: row.template, to: row.to.address, at, trouble },
  subject: mail?.subject ?? row.subject ?? '',
  text: mail?.text ?? '',
  html: mail?.html ?? '',
  files: (mail?.attachments ?? []).map(({ filename }) => filename),
});
