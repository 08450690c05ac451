import { writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, vi } from 'vitest';
import { parseDuration } from '../../src/domain/duration.ts';
import { ticketNo } from '../../src/domain/ids.ts';
import type { Ticket } from '../../src/domain/ticket.ts';
import { type OneTime, oneTime } from './one-time.ts';
import type { ProcessDesk } from './process-desk.ts';
import { stepsNotTaken } from './steps-taken.ts';
import { until } from './until.ts';
import { type Subject, type Voice, voice } from './voice.ts';

/** One conversation of several on one desk: everybody in it, as far as they write and read about this ticket. */
export type Conversation = Record<keyof typeof inside, Voice> & {
  /** Of the customer: has the trouble; approves and validates. */
  jane: Voice;
  gus: Voice;
  /** Nobody knows them. */
  stranger: Voice;
  /** Further people of the customer or elsewhere. */
  somebody(name: string, address: string): Voice;
  world: ProcessDesk;
  /** Lets time pass, once all other conversations wait for it too. */
  passes(duration: string): Promise<void>;
  /** The number of the ticket, known once somebody read of it. */
  number(): number;
  /** Waits until the ticket is so. */
  becomes(what: Partial<Ticket> | Record<string, unknown>): Promise<Ticket>;
};

const inside = {
  ...{ maria: 'Maria Lopez', lena: 'Lena Frost', emil: 'Emil Sand', ines: 'Ines Mora' },
  ...{ otto: 'Otto Stein', sana: 'Sana Ali', max: 'Max Weber', pablo: 'Pablo Paz' },
};

/** A desk that several conversations of one file share. Each of them ends with nothing that somebody outside has not read. */
export function sharedDesk(open: () => Promise<ProcessDesk>) {
  // Each lasts as long as all of them.
  vi.setConfig({ testTimeout: 180_000 });
  let world: ProcessDesk | undefined;
  let time: OneTime | undefined;
  beforeAll(async () => {
    world = await open();
    time = oneTime(world);
  });
  afterAll(async () => {
    if (world !== undefined && postFile !== undefined) await writeFile(postFile, readable(world));
    await world?.[Symbol.asyncDispose]();
  });
  const opened = () => {
    if (world === undefined || time === undefined) throw new Error('the desk is not open');
    return { world, time };
  };
  return {
    /** A test of its own. @param customer whose Jane and Gus they are */
    plays: (conversation: (own: Conversation) => Promise<void>, customer = 'globex') =>
      async function plays() {
        const { world, time } = opened();
        const leaves = time.takesPart();
        try {
          await held(world, time, customer, conversation);
        } finally {
          leaves();
        }
      },
    /** Lines of the process that no conversation on this desk went over. */
    notTaken: () => stepsNotTaken(opened().world),
  };
}

/** `KEEP_POST=FILE`: there stands afterwards all that everybody was sent, to be read with their eyes. */
const postFile = process.env['KEEP_POST'];

const readable = ({ sink }: ProcessDesk): string =>
  sink.mails.map(({ recipients, subject, text }) => `=== ${recipients.join()}: ${subject}\n\n${text}\n\n`).join('');

async function held(
  world: ProcessDesk,
  time: OneTime,
  customer: string,
  conversation: (own: Conversation) => Promise<void>,
): Promise<void> {
  const subject: Subject = { text: '', tag: '' };
  const somebody = (name: string, address: string) => voice(world, subject, name, address);
  const outside = {
    jane: somebody('Jane Roe', `jane@${customer}.example`),
    gus: somebody('Gus Hill', `gus@${customer}.example`),
    stranger: somebody('Sam Stranger', `sam@${customer}-new.example`),
  };
  const of = (handle: keyof typeof inside) => somebody(inside[handle], `${handle}@acme.example`);
  const number = () => Number(/\d+/.exec(subject.tag)?.[0]);
  await conversation({
    ...outside,
    ...{ maria: of('maria'), lena: of('lena'), emil: of('emil'), ines: of('ines') },
    ...{ otto: of('otto'), sana: of('sana'), max: of('max'), pablo: of('pablo') },
    ...{ somebody, world, number },
    passes: (duration) => time.passes(parseDuration(duration) ?? Number.NaN),
    becomes: (what) => reached(world, number(), what),
  });
  for (const { hasNothingUnread } of Object.values(outside)) hasNothingUnread();
}

async function reached({ desk }: ProcessDesk, number: number, what: object): Promise<Ticket> {
  const look = () => desk.house.store.read((at) => at.ticket(ticketNo(number)));
  await until(async () => isLike(await look(), what), { what: `HD-${number} to be ${JSON.stringify(what)}` }).catch(() => {});
  const ticket = await look();
  expect(ticket).toMatchObject(what);
  if (ticket === null) throw new Error(`there is no ticket ${number}`);
  return ticket;
}

function isLike(ticket: Ticket | null, what: object): boolean {
  try {
    expect(ticket).toMatchObject(what);
    return true;
  } catch {
    return false;
  }
}
