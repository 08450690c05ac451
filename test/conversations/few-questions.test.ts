import BetterSqlite from 'better-sqlite3';
import { afterEach, expect, test } from 'vitest';
import { ticketNo } from '../../src/domain/ids.ts';
import { type Bare, bareHouse } from '../properties/house.ts';
import { writeMail } from '../support/write-mail.ts';

/** Every statement of this process passes here. */
const statements: { -readonly [Name in 'all' | 'get' | 'run' | 'iterate']: BetterSqlite.Statement[Name] } = Object.getPrototypeOf(
  new BetterSqlite(':memory:').prepare('select 1'),
);
const real = { ...pick() };
afterEach(() => Object.assign(statements, real));

function pick() {
  const { all, get, run, iterate } = statements;
  return { all, get, run, iterate };
}

/** How many statements run while one mail is taken. */
async function asked(bare: Bare, raw: string): Promise<number> {
  const [id] = await bare.receives([raw]);
  let count = 0;
  for (const name of ['all', 'get', 'run', 'iterate'] as const) {
    const call = real[name];
    statements[name] = function (this: BetterSqlite.Statement, ...values: unknown[]) {
      count++;
      return Reflect.apply(call, this, values);
    } as never;
  }
  const taken = await bare.house.intake.take(id === undefined ? [] : [id]);
  Object.assign(statements, real);
  expect(taken).toMatchObject([{ outcome: expect.stringMatching(/appended|commanded|created|duplicate/) }]);
  return count;
}

const date = Date.parse('2026-03-02T09:00:00Z');
const fromMaria = (messageId: string, text: string) =>
  writeMail({
    from: 'Maria Lopez <maria@acme.example>',
    to: 'support@acme.example',
    subject: 'Re: [HD-1001] Root cause',
    text,
    messageId,
    date,
    proved: true,
  });
const fromJane = (n: number) =>
  writeMail({
    from: 'Jane Roe <jane@globex.example>',
    to: 'support@acme.example',
    subject: `Line down ${n}`,
    text: `It is down: ${n}`,
    messageId: `<m${n}@globex.example>`,
    date,
    proved: true,
  });

/** HD-1001 with so many tickets that hang on it, and what single mails ask of the store then. */
async function questionsWith(hanging: number) {
  await using bare = await bareHouse();
  await bare.takes(Array.from({ length: hanging + 1 }, (_, n) => fromJane(n)));
  const hung = Array.from({ length: hanging }, (_, n) => ticketNo(1002 + n));
  const hang = hung.map((ticket) => ({ act: 'hang-ticket', ticket, on: ticketNo(1001) }) as const);
  await bare.house.store.write((at) => at.apply(hang, date, null));
  return {
    answer: await asked(bare, fromMaria('<p1@acme.example>', 'We look at it.')),
    copy: await asked(bare, fromMaria('<p1@acme.example>', 'We look at it.')),
    command: await asked(bare, fromMaria('<p2@acme.example>', '!severity high')),
    forAll: await asked(bare, fromMaria('<p3@acme.example>', '!reply!\nDone.')),
    opening: await asked(bare, fromJane(hanging + 1)),
  };
}

test('only a mail that speaks to all who hang on a root cause reads their tickets', async () => {
  const [alone, many] = [await questionsWith(0), await questionsWith(40)];
  for (const what of ['answer', 'copy', 'command', 'opening'] as const) expect(many[what], what).toBeLessThanOrEqual(alone[what]);
  expect(many.forAll).toBeGreaterThan(alone.forAll + 40 * 5);
  expect(alone.answer).toBeLessThanOrEqual(60);
});
