import { expect, test } from 'vitest';
import { ticketNo } from '../../../src/domain/ids.ts';
import { bareHouse } from '../../properties/house.ts';
import { writeMail } from '../../support/write-mail.ts';

const date = Date.parse('2026-03-02T09:00:00Z');
const mailOf = (n: number) =>
  writeMail({
    ...{ from: 'Jane Roe <jane@globex.example>', to: 'support@acme.example', date, proved: true },
    ...{ subject: `Line ${n}`, text: `It is down: ${n}`, messageId: `<m${n}@globex.example>` },
  });

test('linked from either side or hanging on it, each counts once, closed and deleted ones do not', async () => {
  await using bare = await bareHouse();
  await bare.takes([1, 2, 3, 4, 5, 6].map(mailOf));
  const [one, ...others] = [1001, 1002, 1003, 1004, 1005, 1006].map(ticketNo);
  const [to, from, hanging, closed] = others;
  if (!one || !to || !from || !hanging || !closed) throw new Error('six numbers');
  const link = (ticket: typeof one, other: typeof one) => ({ act: 'link-tickets', ticket, to: other, why: '' }) as const;
  await bare.house.store.write((at) =>
    at.apply(
      [
        ...[link(one, to), link(to, one), link(from, one), link(one, closed)],
        { act: 'hang-ticket', ticket: hanging, on: one },
        { act: 'change-ticket', ticket: closed, set: { closed: date } },
      ],
      date,
      null,
    ),
  );
  const count = (ticket: typeof one) => bare.house.store.read((at) => at.openLinked(ticket));
  expect([await count(one), await count(hanging)]).toEqual([3, 0]);
});
