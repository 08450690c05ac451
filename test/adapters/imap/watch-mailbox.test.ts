import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Dovecot, startDovecot } from '../../support/dovecot.ts';
import { until } from '../../support/until.ts';
import { mail, mailboxOn, watching } from '../../support/watching.ts';

let dovecot: Dovecot;
beforeAll(async () => {
  dovecot = await startDovecot();
});
afterAll(() => dovecot.stop());

let users = 0;
/** A user of their own for each test. */
const someone = () => `user${++users}`;

const connected = (line: { text: string }) => line.text.includes('first connection');

test('a mail delivered while we listen is taken at once by IDLE and moved', async () => {
  const user = someone();
  await using desk = watching(mailboxOn(dovecot.port, {}, { user }));
  await until(() => desk.log.lines.some(connected));
  await dovecot.deliver(user, mail(1));
  await until(() => desk.ledger.arrivals()[0]?.state === 'closed');
  expect(desk.ledger.mails('created')).toEqual([mail(1)]);
  expect((await dovecot.mailsIn(user, 'Processed')).map(({ raw }) => raw.toString())).toEqual([mail(1)]);
  expect(await dovecot.mailsIn(user)).toEqual([]);
});
