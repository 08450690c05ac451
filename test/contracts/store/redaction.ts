import { describe, expect, test } from 'vitest';
import { ticketNo } from '../../../src/domain/ids.ts';
import type { Redaction } from '../../../src/domain/redaction.ts';
import { applied, decided, fetched, hashOf, monday, one, opening, outgoing, received } from '../../support/store-facts.ts';
import { type OpenStore, useStore } from './use-store.ts';

const t1 = ticketNo(1);
const file = { filename: 'keys.txt', contentType: 'text/plain', size: 9, inline: false, cid: null, sha256: hashOf('keys') };
const secret = 'The word is Open Sesame.';

/** What is taken out of a ticket for good. */
export function redactionContract(open: OpenStore): void {
  describe('redaction', () => {
    const desk = useStore(open);
    const { sha256 } = fetched(1);

    /** A first mail with a secret and a file, a mail of ours that repeats both, and another ticket with the same file. */
    async function given() {
      const id = await received(desk.store, fetched(1));
      await decided(desk.store, id, { ticket: t1 });
      await applied(desk.store, [
        ...opening(
          1,
          { fields: { code: 'open sesame' } },
          { sha256, text: `${secret}\nThanks.`, visibleText: secret, attachments: [file] },
        ),
        {
          act: 'queue-mail',
          mail: outgoing(1, 'note', { data: { text: secret, attachments: [{ filename: 'keys.txt' }] }, attachments: [file] }),
        },
        ...opening(2, {}, { text: 'Another matter', attachments: [file] }),
      ]);
    }
    const redact = (what: Redaction) => applied(desk.store, [{ act: 'redact', ticket: t1, what }], monday + 1);
    const seen = () =>
      desk.store.read(async (at) => ({
        entry: one(await at.messages(t1)),
        mail: one(await at.outbox({ ticket: t1 })),
        found: (await at.tickets({ search: 'sesame' })).map(({ number }) => number),
        fields: (await at.ticket(t1))?.fields,
        erasures: await at.erasures(),
      }));

    test('words go wherever they stand, however they are broken; the stored mail goes whole', async () => {
      await given();
      await redact({ kind: 'words', words: 'open\n sesame' });
      expect(await seen()).toMatchObject({
        entry: { text: 'The word is [removed].\nThanks.', visibleText: 'The word is [removed].', attachments: [file] },
        mail: { data: { text: 'The word is [removed].' }, attachments: [file] },
        found: [],
        fields: { code: '[removed]' },
        erasures: [{ kind: 'mail', sha256 }],
      });
    });

    test('words go from what undo would bring back, and from why a mail became what it did', async () => {
      const id = await received(desk.store, fetched(1));
      await decided(desk.store, id, { ticket: t1, why: 'subject "Open Sesame": set' });
      await applied(desk.store, opening(1, {}, { sha256, text: secret, visibleText: secret }));
      const undo = { commands: 'subject x', was: { subject: 'Open Sesame' }, set: { subject: 'x' }, back: [], mails: [] };
      await applied(desk.store, [{ act: 'keep-undo', ticket: t1, handle: 'maria', undo }]);
      await redact({ kind: 'words', words: 'open sesame' });
      const kept = await desk.store.read(async (at) => [await at.lastUndo(t1, 'maria'), await at.arrivals([id])]);
      expect(JSON.stringify(kept)).not.toMatch(/sesame/i);
      expect(kept).toMatchObject([{ was: { subject: '[removed]' } }, [{ why: 'subject "[removed]": set' }]]);
    });

    test('a message goes with its files and with what repeats it', async () => {
      await given();
      const { entry } = await seen();
      await redact({ kind: 'entry', entry: entry.id });
      expect(await seen()).toMatchObject({
        entry: { subject: '[removed]', text: '[removed]', attachments: [] },
        mail: { data: { text: '[removed]' } },
        found: [],
        erasures: [{ kind: 'mail', sha256 }],
      });
    });

    test('an attachment goes from the ticket; its file only where no other ticket has it', async () => {
      await given();
      await redact({ kind: 'attachments', files: [file] });
      expect(await seen()).toMatchObject({
        entry: { text: `${secret}\nThanks.`, attachments: [] },
        mail: { data: { text: secret, attachments: [] }, attachments: [] },
        erasures: [{ kind: 'mail', sha256 }],
      });
      await applied(desk.store, [{ act: 'redact', ticket: ticketNo(2), what: { kind: 'attachments', files: [file] } }]);
      expect((await seen()).erasures).toContainEqual({ kind: 'attachment', sha256: file.sha256 });
    });

    test('files that are gone are noted; an erased mail that comes once more is to go again', async () => {
      await given();
      await redact({ kind: 'words', words: 'sesame' });
      await desk.store.write(async (at) => at.erased(await at.erasures()));
      expect((await seen()).erasures).toEqual([]);
      const again = { ...fetched(2), sha256 };
      await received(desk.store, again);
      expect((await seen()).erasures).toEqual([{ kind: 'mail', sha256 }]);
    });
  });
}
