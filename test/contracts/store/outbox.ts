import { describe, expect, test } from 'vitest';
import { outboxId, ticketNo } from '../../../src/domain/ids.ts';
import { applied, hashOf, idOf, monday, noLimits, one, opening, outgoing } from '../../support/store-facts.ts';
import { type OpenStore, useStore } from './use-store.ts';

const hour = 3_600_000;
const t1 = ticketNo(1);
const jane = 'jane@globex.example';

/** The outbox. */
export function outboxContract(open: OpenStore): void {
  describe('the outbox', () => {
    const desk = useStore(open);
    const queued = (...mails: Parameters<typeof outgoing>[]) =>
      applied(
        desk.store,
        mails.map((each) => ({ act: 'queue-mail', mail: outgoing(...each) })),
      );
    const rows = () => desk.store.read((at) => at.outbox({}));
    const claimed = (now: number, owner = 'run 1', limit = 10) =>
      desk.store.write((to) => to.claimDue(now, limit, owner, now + hour, noLimits));

    test('a row is kept whole', async () => {
      await applied(desk.store, opening(1));
      const mail = outgoing(1, 'a', {
        subject: 'Re: x',
        inReplyTo: idOf('x'),
        references: [idOf('w'), idOf('x')],
        data: { text: 'hola ñ', deep: { list: [1] } },
        attachments: [{ filename: 'a', contentType: 'text/plain', size: 1, inline: false, cid: null, sha256: hashOf('a') }],
        notBefore: monday + hour,
        digest: { command: 'digest off', oneClick: null },
      });
      await applied(desk.store, [{ act: 'queue-mail', mail }]);
      const { notBefore, ...same } = mail;
      const row = one(await rows());
      expect(row).toEqual({
        ...same,
        id: row.id,
        journey: null,
        state: 'delayed',
        attempts: 0,
        next: notBefore,
        error: null,
        created: monday,
      });
      expect(await desk.store.read((at) => at.outboxRow(row.id))).toEqual(row);
      expect(await desk.store.read((at) => at.outboxRow(outboxId(99)))).toBeNull();
      expect(await desk.store.read((at) => at.sentMail(mail.messageId))).toEqual({
        id: row.id,
        ticket: 1,
        to: jane,
        template: 'acknowledge',
        party: mail.party,
        automatic: mail.automatic,
        created: monday,
        state: row.state,
        body: '',
      });
      expect(await desk.store.read((at) => at.sentMail(idOf('x')))).toBeNull();
    });

    test('due rows are claimed once, the longest due first', async () => {
      await queued(
        [null, 'late', { notBefore: monday + hour }],
        [null, 'b', { notBefore: monday - 1 }],
        [null, 'a', { notBefore: monday - 2 }],
      );
      expect(await desk.store.read((at) => at.nextDue())).toBe(monday - 2);
      const first = await claimed(monday, 'run 1', 1);
      expect(first.map(({ messageId: id, state, attempts }) => [id, state, attempts])).toEqual([
        ['<a@acme.example>', 'sending', 1],
      ]);
      expect((await claimed(monday)).map(({ messageId: id }) => id)).toEqual(['<b@acme.example>']);
      expect(await claimed(monday)).toEqual([]);
      expect(await desk.store.read((at) => at.nextDue())).toBe(monday + hour);
      expect((await claimed(monday + hour)).map(({ messageId: id }) => id)).toEqual(['<late@acme.example>']);
      expect(await desk.store.read((at) => at.nextDue())).toBeNull();
    });

    test('F-31: only who holds the lease may settle', async () => {
      await queued([null, 'a']);
      const { id } = one(await claimed(monday));
      const settled = (owner: string) =>
        desk.store.write((to) => to.settle(id, owner, { state: 'sent', next: null, error: null, at: monday }));
      expect(await settled('run 2')).toBe(false);
      expect(await settled('run 1')).toBe(true);
      expect(await settled('run 1')).toBe(false);
      expect(one(await rows())).toMatchObject({ state: 'sent', next: null, attempts: 1 });
    });

    test('F-8: what another run left in sending waits again', async () => {
      await queued([null, 'a'], [null, 'b']);
      await claimed(monday, 'killed', 1);
      await claimed(monday, 'run 2', 1);
      expect(await desk.store.write((to) => to.releaseLeases('run 2', monday + 5))).toBe(1);
      expect((await rows()).map(({ state, next }) => [state, next])).toEqual([
        ['waiting', monday + 5],
        ['sending', monday],
      ]);
      expect(
        await desk.store.write((to) => to.settle(outboxId(1), 'killed', { state: 'sent', next: null, error: null, at: monday })),
      ).toBe(false);
    });

    test('5321-2: a deferred row waits for its next time, a failed one is listed and may be retried', async () => {
      await queued([null, 'a'], [null, 'b']);
      const [a, b] = await claimed(monday);
      if (!a || !b) throw new Error('two rows expected');
      await desk.store.write(async (to) => {
        await to.settle(a.id, 'run 1', { state: 'waiting', next: monday + hour, error: '450 later', at: monday });
        await to.settle(b.id, 'run 1', { state: 'failed', next: null, error: '550 no', at: monday });
      });
      expect(await claimed(monday)).toEqual([]);
      expect(one(await desk.store.read((at) => at.outbox({ failed: true })))).toMatchObject({
        id: b.id,
        state: 'failed',
        error: '550 no',
      });
      expect(await desk.store.write((to) => to.retry(a.id, monday))).toBe(false);
      expect(await desk.store.write((to) => to.retry(b.id, monday))).toBe(true);
      expect(one(await claimed(monday))).toMatchObject({ id: b.id, attempts: 2 });
      expect(await desk.store.read((at) => at.outbox({ ticket: t1 }))).toEqual([]);
    });

    test('3464-1: a mail that came back has failed, with the words of who refused it', async () => {
      await queued([null, 'a']);
      const { id } = one(await claimed(monday));
      await desk.store.write((to) => to.settle(id, 'run 1', { state: 'sent', next: null, error: null, at: monday }));
      await applied(desk.store, [{ act: 'mark-bounced', outbox: id, diagnostic: '550 5.1.1 no such user' }]);
      expect(one(await rows())).toMatchObject({ state: 'failed', next: null, error: '550 5.1.1 no such user' });
    });

    test('A15: acknowledgements are counted by address and in all', async () => {
      await queued(
        [null, 'a', { template: 'acknowledge' }],
        [null, 'b', { template: 'acknowledge-short' }],
        [null, 'c', { template: 'acknowledge-short', to: { name: '', address: 'Joe@globex.example' } }],
        [null, 'd', { template: 'answer' }],
      );
      const counts = (since: number) =>
        desk.store.read((at) =>
          Promise.all([at.acknowledged(jane, since), at.acknowledged('joe@globex.example', since), at.acknowledgedShort(since)]),
        );
      expect(await counts(monday)).toEqual([2, 1, 2]);
      expect(await counts(monday + 1)).toEqual([0, 0, 0]);
    });

    test('a Message-ID of ours is never given twice', async () => {
      await queued([null, 'a']);
      await expect(queued([null, 'a'])).rejects.toThrow(/UNIQUE/);
      expect(await rows()).toHaveLength(1);
    });
  });
}
