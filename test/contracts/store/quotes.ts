import { describe, expect, test } from 'vitest';
import { ticketNo } from '../../../src/domain/ids.ts';
import type { Charge } from '../../../src/domain/quote/charge.ts';
import { type Offer, type Quote, quoteKey } from '../../../src/domain/quote/quote.ts';
import { applied, fetched, hashOf, monday, opening, outgoing, received } from '../../support/store-facts.ts';
import { type OpenStore, useStore } from './use-store.ts';

const eur = (amount: number) => ({ amount, currency: 'EUR' });
const [t1, t2] = [ticketNo(1), ticketNo(2)];

const offer: Offer = {
  ...{ number: 1, revision: 1, kind: 'quote', tickets: [t1, t2], adds: null, title: 'Login', recipient: ['Globex', 'Jane Roe'] },
  scope: { included: ['Login'], excluded: [] },
  lines: [{ text: 'Fix', measure: { kind: 'hours', minutes: 90, work: 'work', rate: eur(6000) }, net: eur(9000), tax: '19' }],
  ...{ language: 'en', currency: 'EUR', rounding: 'rate', terms: '', eta: null, valid: '2026-04-01', zone: 'UTC', report: null },
};
const made = (change: Partial<Offer> = {}): Quote => ({
  ...{
    offer: { ...offer, ...change },
    hash: hashOf('offer'),
    status: 'open',
    po: null,
    by: 'maria',
    made: monday,
    settled: null,
  },
});
const charge: Charge = {
  ...{ ticket: t1, once: 'offer-1', kind: 'quote', customer: 'globex', at: monday, month: '2026-03' },
  what: { kind: 'money', net: eur(9000), tax: eur(1710), total: eur(10710) },
  ...{ quote: { ticket: t1, number: 1, revision: 1 }, voided: null },
};

/** What is offered and owed. */
export function quotesContract(open: OpenStore): void {
  describe('quotes', () => {
    const desk = useStore(open);
    const given = () => applied(desk.store, [...opening(1), ...opening(2), { act: 'keep-quote', quote: made() }]);
    const quotes = (ticket = t1) => desk.store.read((at) => at.quotes(ticket));
    const charges = (filter = {}) => desk.store.read((at) => at.charges(filter));

    test('an offer is read as it was made, on its ticket and on those it is for too', async () => {
      await given();
      expect(await quotes()).toEqual([made()]);
      expect(await quotes(t2)).toEqual([made()]);
    });

    test('a revision stands beside the one it supersedes; who settled it, when and why is told', async () => {
      await given();
      const by = { kind: 'contact', address: 'jane@globex.example' } as const;
      const settled = { at: monday + 5, by, reason: 'too dear' };
      await applied(desk.store, [
        { act: 'keep-quote', quote: made({ revision: 2 }) },
        { act: 'change-quote', quote: quoteKey(made()), set: { status: 'superseded' } },
        { act: 'change-quote', quote: quoteKey(made({ revision: 2 })), set: { status: 'declined', po: 'PO 7', settled } },
      ]);
      expect(await quotes()).toEqual([
        { ...made(), status: 'superseded' },
        { ...made({ revision: 2 }), status: 'declined', po: 'PO 7', settled },
      ]);
      await applied(desk.store, [
        { act: 'change-quote', quote: quoteKey(made({ revision: 2 })), set: { status: 'open', settled: null } },
        { act: 'drop-quote', quote: quoteKey(made()) },
      ]);
      expect(await quotes(t2)).toEqual([{ ...made({ revision: 2 }), po: 'PO 7' }]);
    });

    test('what is owed is owed once, with the mail that proves it; voided, it stays on record', async () => {
      await given();
      const arrival = await received(desk.store, fetched(1));
      const hours = { ...charge, once: 'hours-analysis-30', kind: 'analysis', quote: null, month: '2026-04' };
      const what = { kind: 'hours', minutes: 30, rate: null } as const;
      await applied(desk.store, [{ act: 'keep-charge', charge }], monday, arrival);
      await applied(desk.store, [
        { act: 'keep-charge', charge: { ...charge, at: monday + 9, month: '2026-05' } },
        { act: 'keep-charge', charge: { ...hours, what } },
      ]);
      const proved = {
        ...charge,
        evidence: { messageId: null, sha256: fetched(1).sha256 },
        quoteHash: hashOf('offer'),
        po: null,
      };
      expect(await charges()).toEqual([proved, { ...hours, what, evidence: null, quoteHash: null, po: null }]);
      expect(await charges({ month: '2026-03', customer: 'globex', ticket: t1 })).toEqual([proved]);
      expect(await charges({ customer: 'initech' })).toEqual([]);
      await applied(desk.store, [
        { act: 'void-charge', ticket: t1, once: 'offer-1', why: 'undone' },
        { act: 'keep-charge', charge },
      ]);
      expect(await charges({ month: '2026-03' })).toEqual([{ ...proved, voided: { at: monday, why: 'undone' } }]);
    });

    test('hours are summed for a customer, by ticket and kind, in a span', async () => {
      await applied(desk.store, [...opening(1, { customer: 'globex' }), ...opening(2, { customer: 'initech' })]);
      const worked = (ticket: typeof t1, minutes: number, kind: string, at: number) => ({
        ...{ act: 'keep-time' as const, ticket, time: { handle: 'maria', minutes, kind, rate: null, at } },
      });
      await applied(desk.store, [
        worked(t1, 30, 'analysis', monday),
        worked(t1, 15, 'analysis', monday + 1),
        worked(t1, 60, 'work', monday + 10),
        worked(t1, 99, 'work', monday + 20),
        worked(t2, 99, 'work', monday),
      ]);
      expect(await desk.store.read((at) => at.hoursUsed('globex', monday, monday + 20))).toEqual([
        { ticket: t1, kind: 'analysis', minutes: 45 },
        { ticket: t1, kind: 'work', minutes: 60 },
      ]);
    });

    test('what is redacted is gone from the offer and its letter; another ticket’s offer stays as it was', async () => {
      await given();
      const letter = {
        filename: 'HD-1-Q1-1.pdf',
        contentType: 'application/pdf',
        size: 9,
        inline: false,
        cid: null,
        sha256: hashOf('pdf'),
      };
      const mail = outgoing(1, 'offered', { attachments: [letter] });
      await applied(desk.store, [
        { act: 'queue-mail', mail },
        { act: 'redact', ticket: t1, what: { kind: 'words', words: 'Jane Roe' } },
      ]);
      expect(JSON.stringify(await quotes())).not.toContain('Jane Roe');
      expect(await quotes()).toMatchObject([{ hash: made().hash, status: 'open' }]);
      const left = await desk.store.read(async (at) => [await at.erasures(), (await at.outbox({}))[0]?.attachments]);
      expect(left).toEqual([[{ kind: 'attachment', sha256: letter.sha256 }], []]);
    });

    test('of a ticket deleted for good the offer is gone, and what is owed stays', async () => {
      await given();
      await applied(desk.store, [
        { act: 'keep-charge', charge },
        { act: 'purge', tickets: [t1] },
      ]);
      expect(await quotes()).toEqual([]);
      expect(await charges()).toMatchObject([{ once: 'offer-1', quoteHash: hashOf('offer') }]);
    });

    test('5.3: of one that is emptied with age the offer that was answered stays as it was shown, one nobody answered goes', async () => {
      await given();
      const unanswered = { ...made({ revision: 2 }), hash: hashOf('another') };
      const about = { kind: 'quote', id: 1, revision: 1, hash: hashOf('offer') } as const;
      await applied(desk.store, [
        { act: 'keep-quote', quote: unanswered },
        {
          act: 'keep-proof',
          proof: {
            ...{ ticket: t2, ask: 1 as never, name: 'offer', round: 1, answer: 'approve', decision: 'counted', about },
            ...{ by: { kind: 'contact', address: 'jane@globex.example' }, rule: 'C5 needs E3', level: 'E3' },
            ...{ via: 'mail', recordedBy: null, token: null },
          },
        },
        { act: 'purge', tickets: [t1], keeps: 'evidence' },
      ]);
      expect(await quotes()).toEqual([made()]);
    });
  });
}
