import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { OutboxRow } from '../../src/domain/outbox.ts';
import type { Ticket } from '../../src/domain/ticket.ts';
import { writeMail } from '../support/write-mail.ts';
import { type Bare, bareHouse } from './house.ts';

const date = Date.parse('2026-03-02T08:00:00Z');

/** A mail of the set: who, what kind, and which earlier mail of the same person it answers (-1: none). */
type Sketch = { sender: number; kind: 'person' | 'machine'; answers: number };

const senders = ['jane@globex.example', 'john@globex.example', 'sam@elsewhere.example'];
const sketch: fc.Arbitrary<Sketch> = fc.record({
  sender: fc.nat({ max: senders.length - 1 }),
  kind: fc.constantFrom('person', 'person', 'person', 'machine'),
  answers: fc.integer({ min: -1, max: 7 }),
});

type Written = { raw: string; id: string; sender: string; kind: Sketch['kind'] };

const write = ({ sender, kind }: Sketch, at: number, more: { to?: string; subject?: string } = {}): Written => {
  const address = senders[sender] ?? '';
  const id = `<m${at}@client.example>`;
  const headers = kind === 'machine' ? ['Auto-Submitted: auto-replied'] : [];
  const to = more.to ?? 'support@acme.example';
  const subject = more.subject ?? `Mail ${at}`;
  return {
    raw: writeMail({ from: address, to, subject, text: `Text number ${at}.`, date: date + at * 1000, messageId: id, headers }),
    id,
    sender: address,
    kind,
  };
};

/** How the set is handed in: an order with doubles, cut into batches, with restarts between and in the middle of them. */
type Plan = { order: number[]; cuts: number[]; restarts: number[]; torn: number[] };

const plan = (mails: number): fc.Arbitrary<Plan> =>
  fc
    .tuple(
      fc.shuffledSubarray([...Array(mails).keys()], { minLength: mails, maxLength: mails }),
      fc.array(fc.nat({ max: Math.max(0, mails - 1) }), { maxLength: mails }),
      fc.array(fc.nat({ max: mails * 2 }), { maxLength: 6 }),
      fc.array(fc.nat({ max: 10 }), { maxLength: 2 }),
      fc.array(fc.nat({ max: 10 }), { maxLength: 2 }),
    )
    .map(([order, doubles, cuts, restarts, torn]) => ({ order: [...order, ...doubles], cuts, restarts, torn }));

async function handIn(house: Bare, raws: readonly string[], { order, cuts, restarts, torn }: Plan): Promise<void> {
  const edges = [...new Set([0, ...cuts.filter((cut) => cut < order.length), order.length])].toSorted((a, b) => a - b);
  for (const [at, edge] of edges.slice(0, -1).entries()) {
    const batch = order.slice(edge, edges[at + 1]).map((which) => raws[which] ?? '');
    if (torn.includes(at)) {
      await house.receives(batch); // the process ends before it understood them
      await house.restarts();
    } else await house.takes(batch);
    if (restarts.includes(at)) await house.restarts();
  }
}

async function whatStands({ house }: Bare) {
  return house.store.read(async (at) => {
    const tickets = await at.tickets({});
    const messages = await Promise.all(tickets.map(async ({ number }) => ({ number, messages: await at.messages(number) })));
    return { tickets, messages, ledger: await at.ledger(0, Number.MAX_SAFE_INTEGER), outbox: await at.outbox({}) };
  });
}

const acknowledgements = (outbox: readonly OutboxRow[], ticket: Ticket) =>
  outbox.filter((row) => row.ticket === ticket.number && row.template.startsWith('acknowledge'));

const mailSet = fc.array(sketch, { minLength: 1, maxLength: 8 });

test('LAW-1: in any order, doubled, cut into any batches and restarted in between, each new mail is one ticket and none is lost', async () => {
  const cases = mailSet.chain((sketches) => fc.tuple(fc.constant(sketches), plan(sketches.length)));
  await fc.assert(
    fc.asyncProperty(cases, async ([sketches, how]) => {
      await using house = await bareHouse();
      const mails = sketches.map((one, at) => write(one, at));
      await handIn(
        house,
        mails.map(({ raw }) => raw),
        how,
      );
      const { tickets, messages, ledger, outbox } = await whatStands(house);
      const people = mails.filter(({ kind }) => kind === 'person');
      expect(messages.flatMap((one) => one.messages.map(({ messageId }) => messageId)).toSorted()).toEqual(
        people.map(({ id }) => id).toSorted(),
      );
      expect(messages.every((one) => one.messages.length === 1)).toBe(true);
      expect(ledger).toMatchObject({
        created: people.length,
        ignored: mails.length - people.length,
        duplicate: how.order.length - mails.length,
        appended: 0,
        held: 0,
        undecided: 0,
      });
      for (const ticket of tickets) expect(acknowledgements(outbox, ticket)).toHaveLength(1);
    }),
    { numRuns: 60, interruptAfterTimeLimit: 20_000 },
  );
});

test('LAW-1, F-36: replies land on the ticket they answer, each once, whatever comes between', async () => {
  const cases = mailSet.chain((sketches) => fc.tuple(fc.constant(sketches), plan(sketches.length), plan(sketches.length)));
  await fc.assert(
    fc.asyncProperty(cases, async ([sketches, first, then]) => {
      await using house = await bareHouse();
      const people = sketches.map((one) => ({ ...one, kind: 'person' as const }));
      const openers = people.map((one, at) => write(one, at));
      await handIn(
        house,
        openers.map(({ raw }) => raw),
        first,
      );
      const opened = await whatStands(house);
      const numberOf = new Map(opened.messages.map(({ number, messages }) => [messages[0]?.messageId, number]));
      const replies = people.map(({ sender, answers }, at) => {
        const asked = openers[answers % openers.length];
        const own = asked?.sender === senders[sender] ? numberOf.get(asked?.id as never) : undefined;
        const mail = write(
          { sender, kind: 'person', answers },
          100 + at,
          own === undefined ? {} : { subject: `Re: [HD-${own}] Mail` },
        );
        return { ...mail, own };
      });
      await handIn(
        house,
        replies.map(({ raw }) => raw),
        then,
      );
      const { messages, ledger, tickets, outbox } = await whatStands(house);
      const where = new Map(
        messages.flatMap(({ number, messages: all }) => all.map(({ messageId }) => [messageId as string, number] as const)),
      );
      for (const { id, own } of replies) if (own !== undefined) expect(where.get(id)).toBe(own);
      expect(where.size).toBe(openers.length + replies.length);
      expect(ledger).toMatchObject({
        created: openers.length + replies.filter(({ own }) => own === undefined).length,
        appended: replies.filter(({ own }) => own !== undefined).length,
        undecided: 0,
        held: 0,
      });
      for (const ticket of tickets) expect(acknowledgements(outbox, ticket).length).toBeLessThanOrEqual(1);
    }),
    { numRuns: 40, interruptAfterTimeLimit: 20_000 },
  );
});

test('LAW-2: what is kept is what came, byte for byte', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 2_000 }), async (junk) => {
      await using house = await bareHouse();
      const raw = Buffer.concat([Buffer.from('Subject: x\r\n\r\n'), junk]);
      const [kept] = await house.house.blobs.mails.keep([raw]);
      const chunks: Uint8Array[] = [];
      for await (const chunk of house.house.blobs.mails.open(kept?.sha256 ?? ('' as never))) chunks.push(chunk);
      expect(Buffer.concat(chunks).equals(raw)).toBe(true);
    }),
    { numRuns: 20, interruptAfterTimeLimit: 10_000 },
  );
});
