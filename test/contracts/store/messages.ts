import { describe, expect, test } from 'vitest';
import type { Effect } from '../../../src/domain/effect.ts';
import { messageId, ticketNo } from '../../../src/domain/ids.ts';
import * as given from '../../support/store-facts.ts';
import { applied, fetched, hashOf, idOf, opening, outgoing, received } from '../../support/store-facts.ts';
import { type OpenStore, useStore } from './use-store.ts';

const t1 = ticketNo(1);

/** Messages. */
export function messagesContract(open: OpenStore): void {
  describe('messages', () => {
    const desk = useStore(open);
    test('an entry is kept whole, attachments in their order', async () => {
      const picture = {
        filename: 'jam.png',
        contentType: 'image/png',
        size: 9,
        inline: true,
        cid: 'p1',
        sha256: hashOf('png'),
      };
      const list = { filename: 'log.txt', contentType: 'text/plain', size: 4, inline: false, cid: null, sha256: hashOf('txt') };
      await received(desk.store, fetched(1));
      const first = given.message({
        text: 'Tray 2.\n\n> quoted',
        visibleText: 'Tray 2.',
        attachments: [picture, list],
        sha256: hashOf('mail 1'),
      });
      const held = given.message({ direction: 'note', status: 'held', messageId: null, text: '', visibleText: '', to: [] });
      await applied(desk.store, [
        ...opening(1, {}, first),
        { act: 'add-message', ticket: t1, message: first },
        { act: 'add-message', ticket: t1, message: held },
      ]);
      const [, second, third] = await desk.store.read((at) => at.messages(t1));
      expect(second).toEqual({ ...first, id: expect.any(Number), ticket: 1 });
      expect(third).toEqual({ ...held, id: expect.any(Number), ticket: 1 });
    });

    test('subjects of what came and what goes, each once', async () => {
      await applied(desk.store, [
        ...opening(1),
        { act: 'add-message', ticket: t1, message: given.message({ subject: 'Re: Printer jams' }) },
        { act: 'add-message', ticket: t1, message: given.message({ direction: 'note', subject: 'only ours' }) },
        { act: 'queue-mail', mail: outgoing(1, 'a', { subject: '[HD-1] Printer jams' }) },
        { act: 'queue-mail', mail: outgoing(1, 'b') },
      ]);
      expect([...(await desk.store.read((at) => at.subjects(t1)))].sort()).toEqual([
        'Printer jams',
        'Re: Printer jams',
        '[HD-1] Printer jams',
      ]);
    });

    test('F-39: a Message-ID belongs to the ticket that learnt it first', async () => {
      const learns = (number: number, id: string): Effect => ({
        act: 'learn-id',
        ticket: ticketNo(number),
        messageId: messageId(id),
      });
      await applied(desk.store, [
        ...opening(1),
        ...opening(2),
        learns(1, '<a@acme.example>'),
        learns(1, '<theirs@globex.example>'),
      ]);
      await applied(desk.store, [learns(2, '<theirs@globex.example>'), { act: 'queue-mail', mail: outgoing(1, 'a') }]);
      const ids = ['<a@acme.example>', '<theirs@globex.example>', '<who@else.example>'].map(messageId);
      expect([...(await desk.store.read((at) => at.knownIds(ids)))].sort()).toEqual([
        ['<a@acme.example>', { ticket: 1, ours: true }],
        ['<theirs@globex.example>', { ticket: 1, ours: false }],
      ]);
      expect((await desk.store.read((at) => at.knownIds([]))).size).toBe(0);
    });

    test('ms-5: an id that was only cited is known as such until its mail comes, and never moves to another ticket', async () => {
      await applied(desk.store, [...opening(1), ...opening(2)]);
      const known = async () => (await desk.store.read((at) => at.knownIds([idOf('cited')]))).get(idOf('cited'));
      await applied(desk.store, [{ act: 'learn-id', ticket: ticketNo(1), messageId: idOf('cited'), cited: true }]);
      await applied(desk.store, [{ act: 'learn-id', ticket: ticketNo(2), messageId: idOf('cited') }]);
      expect(await known()).toEqual({ ticket: 1, ours: false, cited: true });
      await applied(desk.store, [{ act: 'learn-id', ticket: ticketNo(1), messageId: idOf('cited') }]);
      expect(await known()).toEqual({ ticket: 1, ours: false });
    });
  });
}
