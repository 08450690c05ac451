import { answeredOffer, offerPath } from '../../domain/bundle/verify-bundle.ts';
import type { Link } from '../../domain/evidence-chain.ts';
import type { Sha256 } from '../../domain/ids.ts';
import type { OutboxRow } from '../../domain/outbox.ts';
import { offerText, type Quote } from '../../domain/quote/quote.ts';

/**
 * What was offered, each revision in the very text that its hash is of, named by it. `gone`: what was answered and is that text no
 * more, since something of it had to be erased.
 */
export function offersOf(quotes: readonly Quote[], chain: readonly Link[], hash: (text: string) => Sha256) {
  const all = quotes.map((quote) => ({ hash: quote.hash, text: offerText(quote.offer) }));
  const whole = new Map(all.filter((one) => hash(one.text) === one.hash).map((one) => [one.hash, one.text]));
  const answered = chain.flatMap(({ proof }) => answeredOffer(proof) ?? []);
  return {
    texts: [...whole].map(([name, text]) => ({ path: offerPath(name), text })),
    gone: [...new Set(answered)].filter((name) => !whole.has(name)),
  };
}

/** The same as letters, as they left: their names are ours (`HD-1042-Q1-2.pdf`). */
export function lettersOf(outbox: readonly OutboxRow[]): { path: string; name: Sha256 }[] {
  const letters = outbox
    .filter(({ copy }) => copy !== undefined)
    .flatMap(({ attachments }) => attachments)
    .flatMap((file) => ('sha256' in file && /^[A-Z\d]+-\d+-[QF]\d+-\d+\.pdf$/i.test(file.filename) ? [file] : []));
  return [...new Map(letters.map(({ filename, sha256 }) => [`quotes/${filename}`, sha256]))].map(([path, name]) => ({
    path,
    name,
  }));
}
