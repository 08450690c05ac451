import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Dovecot } from '../support/dovecot.ts';
import type { Chance } from './chance.ts';
import { durableLines } from './ledger-file.ts';
import { type Kind, type Letter, letters, type Way } from './letters.ts';
import type { SinkPost } from './sink-post.ts';

/** A line of the injector's ledger: a mail that the mailbox holds, or that the desk's own listener took with 250. */
export type Injected = Omit<Letter, 'raw' | 'ways' | 'login'> & {
  /** Counts every mail, doubles too. */
  number: number;
  /** The number of the first mail with this content. */
  content: number;
  double: 'no' | 'same bytes' | 'other Received lines';
  way: Way;
  /** Of the bytes as the server holds them. */
  sha256: string;
  size: number;
};

export type InjectorParts = {
  dir: string;
  dovecot: Dovecot;
  smtpPort: number;
  chance: Chance;
  post: SinkPost;
  customers: number;
  mix: Mix;
};

/** How often mails of each kind come, against each other. */
export type Mix = Partial<Readonly<Record<Kind | 'double' | 'relayed', number>>>;

export type Injector = {
  injected: Injected[];
  /** Puts one mail in. By SMTP it is only begun. */
  inject(): Promise<void>;
  /** Waits until every mail that was begun by SMTP has its 250. */
  settled(): Promise<void>;
  /** Mails by SMTP without an answer so far. */
  underWay(): number;
};

/** Some of everything. */
export const usualMix: Mix = {
  ...{ new: 36, attachment: 5, reply: 16, command: 8, answer: 5 },
  ...{ automatic: 5, bounce: 4, garbage: 4, double: 9, relayed: 8 },
};

type Sent = { letter: Letter; content: number; way: Way };

/** Delivers mails of every kind, keeping a ledger of its own, each line on disk. */
export function injector(parts: InjectorParts): Injector {
  const { chance, post } = parts;
  const note = durableLines(join(parts.dir, 'injected.jsonl'));
  const injected: Injected[] = [];
  const sent: Sent[] = [];
  const begun = new Set<Promise<void>>();
  let number = 0;
  const put = async (one: Sent, double: Injected['double']) => {
    const { letter, content, way } = one;
    const { raw, ways: _, login, ...facts } = letter;
    const bytes = crlf(double === 'other Received lines' ? relayed(letter, number) : raw);
    const line = { ...facts, number, content, double, way, sha256: hash(bytes), size: bytes.length };
    const done = () => {
      note(line);
      injected.push(line);
    };
    if (way !== 'smtp') return parts.dovecot.deliver(way, bytes).then(done);
    const sending = bySmtp(parts.smtpPort, letter, bytes).then(done);
    begun.add(sending);
    void sending.finally(() => begun.delete(sending));
  };
  return {
    injected,
    underWay: () => begun.size,
    settled: async () => void (await Promise.all(begun)),
    async inject() {
      post.look();
      const kind = chance.weighted(parts.mix);
      number += 1;
      const again = kind === 'double' || kind === 'relayed' ? doubled(chance, sent, kind) : null;
      if (again !== null) return put(again, kind === 'double' ? 'same bytes' : 'other Received lines');
      const writing = { chance, post, customers: parts.customers, serial: number };
      const letter = (kind === 'double' || kind === 'relayed' ? null : letters[kind](writing)) ?? letters.new(writing);
      if (letter === null) throw new Error('expected that a new mail can always be written');
      const ways = begun.size < mostAtOnce ? letter.ways : byMailbox;
      const one: Sent = { letter, content: number, way: chance.pick(ways) };
      sent.push(one);
      await put(one, 'no');
    },
  };
}

/** Mails by SMTP that wait for a desk that is dead. */
const mostAtOnce = 10;
const byMailbox: readonly Way[] = ['support', 'billing'];

/**
 * A mail sent before, on any way. Mails whose effect hangs on who proved them stay in their mailbox, where the first comes
 * first: over another way their double might come before them, unproved.
 */
function doubled(chance: Chance, sent: readonly Sent[], kind: 'double' | 'relayed'): Sent | null {
  const fit = sent.filter(({ letter }) => letter.kind !== 'garbage');
  if (fit.length === 0) return null;
  const one = chance.pick(fit.slice(-40));
  const { letter } = one;
  const mayMove = letter.kind === 'new' || letter.kind === 'attachment';
  if (!mayMove) return one;
  return { ...one, way: kind === 'relayed' ? chance.pick(['support', 'billing'] as const) : chance.pick(letter.ways) };
}

const relayed = ({ raw, from }: Letter, number: number): Buffer => {
  const received = `Received: from relay${number}.example by list.example with ESMTP id r${number};\r\n Mon, 2 Mar 2026 09:00:00 +0000`;
  return Buffer.concat([Buffer.from(`Return-Path: <${from}>\r\n${received}\r\n`), raw]);
};

const hash = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const crlf = (raw: Buffer): Buffer => Buffer.from(raw.toString('latin1').replace(/\r?\n/g, '\r\n'), 'latin1');

/** Tries until the desk says 250, as any mail server does: a dead desk is a reason to wait. */
async function bySmtp(port: number, { from, login }: Letter, bytes: Buffer): Promise<void> {
  for (;;) {
    const transport = createTransport({
      ...{ host: '127.0.0.1', port, ignoreTLS: true, connectionTimeout: 3_000, greetingTimeout: 3_000, socketTimeout: 8_000 },
      ...(login === null ? {} : { auth: { user: login, pass: 'secret' } }),
    });
    try {
      await transport.sendMail({ envelope: { from, to: 'support@acme.example' }, raw: bytes });
      return;
    } catch (error) {
      const code = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : 0;
      if (code >= 500) throw error;
      await new Promise((resolve) => setTimeout(resolve, 150));
    } finally {
      transport.close();
    }
  }
}
