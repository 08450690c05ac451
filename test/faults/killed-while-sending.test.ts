import { describe, expect, test } from 'vitest';
import { until } from '../support/until.ts';
import type { DeskRun } from '../torture/desk-run.ts';
import { aDesk, aMail } from './a-desk.ts';

describe('killed in the middle of an SMTP dialogue', () => {
  const stages = ['MAIL', 'RCPT', 'DATA'] as const;
  test.each(stages)('F-9: at %s, before the dot: sent again by the next run, no extra copy', async (stage) => {
    let run: DeskRun | null = null;
    await using desk = await aDesk({ sink: { beforeCommand: (came) => came === stage && run?.signal('SIGKILL') } });
    run = desk.start();
    await run.ready();
    await desk.send(aMail());
    expect((await run.ended).signal).toBe('SIGKILL');
    run = null;
    desk.start();
    await desk.sink.waitFor(2, 20_000);
    await until(() => desk.rows("select id from outbox where state = 'sent'").length === 2, { what: 'both to be marked' });
    expect(copies(desk.sink.mails)).toEqual([1, 1]);
  });

  test('F-10, LAW-4: the server has it, the desk is killed before it hears the 250: one extra copy under the same Message-ID', async () => {
    let run: DeskRun | null = null;
    await using desk = await aDesk({
      sink: {
        beforeAnswer: () => {
          run?.signal('SIGKILL');
          run = null;
        },
      },
    });
    const first = desk.start();
    await first.ready();
    run = first;
    await desk.send(aMail());
    expect((await first.ended).signal).toBe('SIGKILL');
    const before = desk.sink.mails.length;
    expect(before).toBeGreaterThan(0);
    desk.start();
    await until(() => new Set(desk.sink.mails.map(({ messageId }) => messageId)).size === 2, {
      what: 'both mails',
      within: 20_000,
    });
    await until(() => desk.rows("select id from outbox where state = 'sent'").length === 2, { what: 'both to be marked' });
    expect(copies(desk.sink.mails).reduce((sum, count) => sum + count - 1, 0)).toBe(before);
    expect(Math.max(...copies(desk.sink.mails))).toBe(2);
  });
});

const copies = (mails: readonly { messageId: string }[]): number[] =>
  [...Map.groupBy(mails, ({ messageId }) => messageId)].map(([, same]) => same.length);
