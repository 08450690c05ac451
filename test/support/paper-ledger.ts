import { createHash } from 'node:crypto';
import type { PositionStore } from '../../src/app/intake/watch.ts';
import { type ArrivalId, arrivalId, sha256 } from '../../src/domain/ids.ts';
import type { Incoming, Intake, Position, Taken } from '../../src/domain/ports.ts';
import type { Arrival, Outcome, Source } from '../../src/domain/ticket.ts';

/** A ledger and its intake kept in memory: what came, as bytes, and what became of it. Doubles are known by their bytes. */
export type PaperLedger = {
  store: PositionStore;
  intake: Intake;
  arrivals(): readonly Arrival[];
  /** Raw mails with the given outcome, in the order they were taken. */
  mails(...outcomes: Outcome[]): string[];
  position(mailbox: string, folder?: string): Position | null;
  /** Milliseconds since the start of the process, one for each mail received. */
  receivedAt: number[];
};

export type PaperRules = {
  /** What becomes of a mail that is no double. */
  outcomeOf?: (raw: string) => Outcome;
  /** Called before each step; may throw, as a broken machine does. */
  before?: (step: 'receive' | 'take') => void | Promise<void>;
  /** Keep no texts: for runs whose memory is measured. */
  forgetful?: boolean;
};

export function paperLedger({ outcomeOf = () => 'created', before = () => {}, forgetful = false }: PaperRules = {}): PaperLedger {
  const rows: Arrival[] = [];
  const raws = new Map<string, string>();
  const positions = new Map<string, Position>();
  const receivedAt: number[] = [];
  const bySource = new Map<string, ArrivalId>();
  const firstWith = new Map<string, ArrivalId>();
  const key = (mailbox: string, folder: string) => JSON.stringify([mailbox, folder]);

  const add = async (mail: Incoming): Promise<ArrivalId> => {
    const source = JSON.stringify(mail.source);
    const before = bySource.get(source);
    if (before !== undefined) return before;
    const { name, raw, size } = await readAll(mail.content);
    receivedAt.push(performance.now());
    if (!forgetful) raws.set(name, raw);
    const id = arrivalId(rows.length + 1);
    bySource.set(source, id);
    const { content: _, ...known } = mail;
    rows.push({ ...blank, ...known, id, sha256: sha256(name), size });
    return id;
  };
  const decide = (id: ArrivalId): Taken => {
    const row = rowOf(rows, id);
    if (row.state === 'received') {
      const isDouble = firstWith.has(row.sha256);
      if (!isDouble) firstWith.set(row.sha256, id);
      Object.assign(row, { state: 'decided', outcome: isDouble ? 'duplicate' : outcomeOf(raws.get(row.sha256) ?? '') });
    }
    return { id, outcome: row.outcome ?? 'held', ticket: null, why: '', messageId: null };
  };
  const at: Parameters<Parameters<PositionStore['write']>[0]>[0] & Parameters<Parameters<PositionStore['read']>[0]>[0] = {
    position: async (mailbox, folder) => positions.get(key(mailbox, folder)) ?? null,
    setPosition: async (mailbox, folder, position) => void positions.set(key(mailbox, folder), position),
    unfiled: async (mailbox, folder, uidValidity) =>
      rows.filter(({ state, source }) => state === 'decided' && isFrom(source, mailbox, folder, uidValidity)),
    closeArrivals: async (ids) => {
      for (const id of ids) Object.assign(rowOf(rows, id), { state: 'closed' });
    },
  };
  return {
    store: { read: (work) => work(at), write: (work) => work(at) },
    intake: {
      async receive(batch, position) {
        await before('receive');
        const ids: ArrivalId[] = [];
        for (const mail of batch) ids.push(await add(mail));
        if (position) positions.set(key(position.mailbox, position.folder), position.position);
        return ids;
      },
      async take(ids) {
        await before('take');
        return ids.map(decide);
      },
    },
    arrivals: () => rows,
    mails: (...outcomes) =>
      rows.filter(({ outcome }) => outcome !== null && outcomes.includes(outcome)).map((row) => raws.get(row.sha256) ?? ''),
    position: (mailbox, folder = 'INBOX') => positions.get(key(mailbox, folder)) ?? null,
    receivedAt,
  };
}

const blank = { state: 'received', attempts: 0, outcome: null, ticket: null, why: '', messageId: null } as const;

const isFrom = (source: Source, mailbox: string, folder: string, uidValidity: string): boolean =>
  source.kind === 'imap' && source.mailbox === mailbox && source.folder === folder && source.uidValidity === uidValidity;

function rowOf(rows: readonly Arrival[], id: ArrivalId): Arrival {
  const row = rows[id - 1];
  if (!row) throw new RangeError(`no arrival ${id}`);
  return row;
}

async function readAll(content: Incoming['content']): Promise<{ name: string; raw: string; size: number }> {
  const hash = createHash('sha256');
  let raw = '';
  let size = 0;
  for await (const piece of content instanceof Uint8Array ? [content] : content) {
    hash.update(piece);
    size += piece.length;
    if (size < 1_000_000) raw += Buffer.from(piece).toString('latin1');
  }
  return { name: hash.digest('hex'), raw, size };
}
