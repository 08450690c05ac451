import { describe, expect, test } from 'vitest';
import { forgedLines, probeHeader, probeToken } from '../../src/domain/authenticate/probe.ts';
import { newTrust, probeSent, type Trust } from '../../src/domain/authenticate/trust.ts';
import type { Facts } from '../../src/domain/decide/facts.ts';
import { watchBorders } from '../../src/domain/decide/watch-borders.ts';
import type { Header } from '../../src/domain/mail.ts';
import type { TrustedSource } from '../../src/domain/settings.ts';
import { spelledOut } from '../support/in-english.ts';
import { someFacts } from './facts.ts';
import { aMail, aPerson, aSigner, header, now } from './parts.ts';

const source = (id: string): TrustedSource => ({ id, border: [id], instances: 1 });
const [mx, other] = [source('mx.acme.example'), source('mx.other.example')];
const by = ({ id }: TrustedSource): Header => header('Authentication-Results', `${id}; dkim=none; dmarc=none`);
const forged = forgedLines(mx, 'acme.example').map((value) => header('Authentication-Results', value));

type Case = { headers?: readonly Header[]; probe?: number | null; trust?: Trust; counts?: boolean; facts?: Partial<Facts> };

function watched({ headers = [], probe = null, trust = newTrust(mx.id), counts = true, facts = {} }: Case) {
  const borders = [
    { source: mx, trust, counts },
    { source: other, trust: newTrust(other.id), counts },
  ];
  const { settings } = someFacts();
  const admin = aPerson('maria', { roles: ['associate', 'admin'] });
  return watchBorders(
    someFacts({
      mail: aMail({ headers }),
      settings: { ...settings, people: [admin, aPerson('ravi')] },
      watched: { borders, probe, probing: true },
      ...facts,
    }),
  );
}
const kept = (found: Case) => watched(found).flatMap((effect) => (effect.act === 'keep-trust' ? [effect.trust] : []));
const told = (found: Case) =>
  watched(found).flatMap((effect) =>
    effect.act === 'queue-mail' ? [`${effect.mail.to.address}: ${spelledOut(effect.mail.data['title'])}`] : [],
  );

const sent = probeSent(newTrust(mx.id), 7, now);
const back: Trust = { ...sent, probe: { ...sent.probe, back: now, found: 'clean' } };
const token = header(probeHeader, probeToken(aSigner(), 7, now));

describe('8601-4: what one mail says of the borders', () => {
  test('without a line of any, each lacks one; with a line of one, the others are not to blame', () => {
    expect(kept({}).map(({ source: id, lacking }) => [id, lacking])).toEqual([
      [mx.id, 1],
      [other.id, 1],
    ]);
    expect(kept({ headers: [by(other)] }).map(({ source: id, bearing }) => [id, bearing])).toEqual([[other.id, 1]]);
  });

  test.each<[string, Case]>([
    ['that came by a way where none counts', { counts: false }],
    ['that was imported', { facts: { arrival: { ...someFacts().arrival, imported: true } } }],
    ['that came before', { facts: { duplicateOf: { outcome: 'created', ticket: null, isNews: false } } }],
    ['that is taken once more', { facts: { lift: { kind: 'admitted', by: 'maria' } } }],
    ['of our own', { facts: { classification: { kind: 'loop', thanks: false, why: [] } } }],
    ['that is another test mail', { probe: 6, headers: [token, ...forged] }],
    ['that is a copy of a test mail which was clean', { probe: 7, trust: back, headers: [token] }],
  ])('a mail %s says nothing', (_, found) => expect(watched(found)).toEqual([]));

  test('a test mail speaks of its border alone, and admins alone are told', () => {
    const came = { probe: 7, trust: sent, headers: [token, ...forged] };
    expect(kept(came)).toEqual([
      { ...sent, forged: now, probe: { ...sent.probe, back: now, found: 'forged', due: now + 3_600_000 } },
    ]);
    expect(told(came)).toEqual(['maria@acme.example: mx.acme.example lets forged proofs through, so it is not believed for now']);
    expect(watched(came)).toContainEqual(expect.objectContaining({ event: 'border-forged', data: { source: mx.id } }));
    expect(kept({ ...came, trust: back })).toMatchObject([{ forged: now }]);
    expect(kept({ ...came, counts: false })).toMatchObject([{ forged: null, probe: { found: 'elsewhere' } }]);
  });
});
