import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beginning, canonical, checkChain, type Link, linkFor, type Proof } from '../../src/domain/evidence-chain.ts';
import { askId, sha256, ticketNo } from '../../src/domain/ids.ts';

const hash = (text: string) => sha256(createHash('sha256').update(text).digest('hex'));

const proof = (round: number): Proof => ({
  ...{ at: 1_772_442_000_000 + round, ticket: ticketNo(1001), ask: askId(round), name: 'offer', round, by: 'contact 12' },
  ...{ answer: 'approve', decision: 'counted', rule: 'C5 needs E3, has E3: do', level: 'E3' },
  about: { kind: 'quote', id: 3, revision: 2, hash: hash('the quote') },
  ...{ via: 'mail', recordedBy: null, token: 'approve 7 contact 12 until 2026-03-09', raw: hash('mail'), report: hash('report') },
});

function chainOf(count: number): Link[] {
  const links: Link[] = [];
  for (let round = 1; round <= count; round++) links.push(linkFor(proof(round), links.at(-1)?.hash ?? beginning, hash));
  return links;
}

test('5.3: a chain nobody touched is whole, and its head stands for all of it', () => {
  const links = chainOf(5);
  expect(checkChain(links, hash)).toEqual({ kind: 'whole', head: links.at(-1)?.hash });
  expect(checkChain([], hash)).toEqual({ kind: 'whole', head: beginning });
});

test('5.3: rows of other tickets may be kept back, and the chain can still be checked', () => {
  const links = chainOf(5).map((link, at) => (at % 2 === 0 ? link : { ...link, proof: null }));
  expect(checkChain(links, hash, links.at(-1)?.hash ?? null)).toMatchObject({ kind: 'whole' });
});

test('5.3: a row that is left out, put in or cut off at the end breaks it', () => {
  const links = chainOf(5);
  const head = links.at(-1)?.hash ?? null;
  const two = links[2];
  if (two === undefined) throw new Error('no third link');
  expect(checkChain(links.toSpliced(2, 1), hash, head)).toEqual({ kind: 'broken', at: 2, why: 'row-missing' });
  expect(checkChain(links.toSpliced(2, 0, two), hash, head)).toEqual({ kind: 'broken', at: 3, why: 'row-missing' });
  expect(checkChain(links.slice(0, -1), hash, head)).toEqual({ kind: 'broken', at: 4, why: 'row-missing' });
  expect(checkChain(links.slice(1), hash, head)).toEqual({ kind: 'broken', at: 0, why: 'row-missing' });
});

test('5.3: any one letter of any link that is changed breaks it', () => {
  const text = JSON.stringify(chainOf(3));
  const head = chainOf(3).at(-1)?.hash ?? null;
  fc.assert(
    fc.property(fc.integer({ min: 0, max: text.length - 1 }), fc.constantFrom('0', '1', 'a', 'f', 'x'), (at, letter) => {
      fc.pre(text[at] !== letter);
      const changed = `${text.slice(0, at)}${letter}${text.slice(at + 1)}`;
      const links = parsed(changed);
      return links === null || checkChain(links, hash, head).kind === 'broken';
    }),
    { numRuns: 2000 },
  );
});

test('the same row is always written the same way', () => {
  expect(canonical({ b: [1, { d: null, c: 'é' }], a: true })).toBe('{"a":true,"b":[1,{"c":"é","d":null}]}');
});

function parsed(text: string): Link[] | null {
  try {
    const links: Link[] = JSON.parse(text);
    return Array.isArray(links) && links.every((one) => 'proof' in one && 'previous' in one) ? links : null;
  } catch {
    return null;
  }
}
