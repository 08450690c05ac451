import { describe, expect, test } from 'vitest';
import { replyAddress } from '../../src/domain/authenticate/reply-address.ts';
import { signedMessageId } from '../../src/domain/authenticate/signed-message-id.ts';
import type { Purpose } from '../../src/domain/authenticate/token.ts';
import { authenticate, levelOn, personalLevel } from '../../src/domain/authenticate/verdict.ts';
import { ticketNo } from '../../src/domain/ids.ts';
import type { Mail } from '../../src/domain/mail.ts';
import type { ListenerSettings } from '../../src/domain/settings.ts';
import type { Source } from '../../src/domain/ticket.ts';
import { aMail, aPerson, aSigner, day, desk, header, now } from './parts.ts';

const signer = aSigner();
const imap: Source = { kind: 'imap', mailbox: 'support', folder: 'INBOX', uidValidity: '1', uid: 1 };
const door: ListenerSettings = { host: '127.0.0.1', port: 2525, from: [], requireAuth: false, border: false, tls: null };
const address = (ticket = 1001, purpose: Purpose = 'reply', expires = now + day) =>
  replyAddress(desk, signer, { purpose, ticket: ticketNo(ticket), principal: { kind: 'contact', id: 7 }, expires });
const cited = (ticket = 1001) => signedMessageId(signer, ticketNo(ticket), new Uint8Array(8), 'acme.example');
const border = (result: string, domain = 'globex.example') =>
  header('Authentication-Results', `mx.acme.example; dkim=pass header.d=${domain}; dmarc=${result} header.from=${domain}`);
const to = (one: string) => [{ name: '', address: one }];

type Way = { source?: Source; authUser?: string | null; envelopeTo?: string[]; border?: boolean };

function verdictOn(other: Partial<Mail>, { source = imap, authUser = null, envelopeTo, border: peer = false }: Way = {}) {
  const settings = {
    desk,
    people: [aPerson('maria')],
    authentication: { trusted: [{ id: 'mx.acme.example', border: ['mx.acme.example'], instances: 1 }], verify: false },
    listen: { smtp: { ...door, border: peer }, lmtp: null },
    mailboxes: [],
  };
  const envelope = envelopeTo === undefined ? null : { from: '', to: envelopeTo };
  const arrival = { source, authUser, envelope, receivedAt: now };
  return authenticate({ mail: aMail(other), arrival, settings, signer, now, verification: null, doubted: new Map() });
}

const from = header('From', 'Jane Roe <jane@globex.example>');
const marias = { from: { name: 'Maria', address: 'maria@acme.example' } };

describe('how far a sender is proved', () => {
  test('E0: nothing came with the mail', () => expect(verdictOn({}).level).toBe('E0'));

  test('E1: a signed address in To, Cc, the envelope or what the server wrote of it', () => {
    expect(verdictOn({ to: to(address()) }).level).toBe('E1');
    expect(verdictOn({ cc: to(address()) }).level).toBe('E1');
    expect(verdictOn({}, { envelopeTo: [address()] }).level).toBe('E1');
    for (const name of ['Delivered-To', 'X-Original-To', 'Envelope-To'])
      expect(verdictOn({ headers: [header(name, `<${address()}>`), from] }).level).toBe('E1');
  });

  test('E1: a signed Message-ID among those it answers', () => {
    expect(verdictOn({ inReplyTo: cited() }).level).toBe('E1');
    expect(verdictOn({ references: [cited()] }).level).toBe('E1');
  });

  test('E1: the button of a question is as good as the address of its mail', () => {
    expect(verdictOn({ to: to(address(1001, 'approve')) }).level).toBe('E1');
  });

  test('E0: an address that expired, or was made for another purpose, or is not of ours', () => {
    expect(verdictOn({ to: to(address(1001, 'reply', now - day)) })).toMatchObject({ level: 'E0', token: { kind: 'expired' } });
    for (const purpose of ['confirm', 'bounce'] as const) expect(verdictOn({ to: to(address(1001, purpose)) }).level).toBe('E0');
    expect(verdictOn({ to: to('support+aaaa@acme.example') })).toMatchObject({ level: 'E0', token: { kind: 'invalid' } });
  });

  test('5322-2: with two From fields or two mailboxes nothing proves anything', () => {
    const twice = { headers: [from, header('From', 'evil@evil.example')], to: to(address()) };
    expect(verdictOn(twice).level).toBe('E0');
    expect(verdictOn({ headers: [header('From', 'jane@globex.example, evil@evil.example')], to: to(address()) }).level).toBe(
      'E0',
    );
    expect(verdictOn({ headers: [], to: to(address()) }).level).toBe('E0');
  });

  test('6854-1: group syntax in From is E0 with whatever evidence', () => {
    const group = [border('pass'), header('From', 'IT: jane@globex.example;')];
    expect(verdictOn({ headers: group, to: to(address()) }).level).toBe('E0');
  });

  test('an odd but single From keeps what a signed address proves', () => {
    expect(verdictOn({ headers: [header('From', 'jane@globex.example (Jane)')], to: to(address()) }).level).toBe('E1');
  });

  test('E2: the border says that From is true', () => {
    expect(verdictOn({ headers: [border('pass'), from] })).toMatchObject({
      level: 'E2',
      dmarc: 'pass',
      alignedDomain: 'globex.example',
    });
  });

  test('a failed check is E0 whatever else proves', () => {
    expect(verdictOn({ headers: [border('fail'), from], to: to(address()), inReplyTo: cited() })).toMatchObject({
      level: 'E0',
      dmarc: 'fail',
    });
  });

  test('E2: SMTP AUTH as a handle whose address From is, and of nobody else', () => {
    const smtp: Source = { kind: 'smtp', mailbox: null };
    expect(verdictOn(marias, { source: smtp, authUser: 'maria' }).level).toBe('E2');
    expect(verdictOn({}, { source: smtp, authUser: 'maria' })).toMatchObject({
      level: 'E0',
      by: 'SMTP AUTH as maria, whose address From is not',
    });
    expect(verdictOn(marias, { source: smtp, authUser: 'gone' }).level).toBe('E0');
  });

  test('8601-1: on a listener anybody writes that header, unless the admin said that only our border reaches it', () => {
    const smtp: Source = { kind: 'smtp', mailbox: null };
    const forged = { headers: [border('pass'), from] };
    expect(verdictOn(forged, { source: smtp }).level).toBe('E0');
    expect(verdictOn(forged, { source: { kind: 'lmtp', mailbox: null } }).level).toBe('E0');
    expect(verdictOn(forged, { source: smtp, border: true }).level).toBe('E2');
    // A login that is not Jane's is no way around either.
    expect(verdictOn(forged, { source: smtp, border: true, authUser: 'maria' }).level).toBe('E0');
  });

  test('E2: a login that the border saw, of that very address or of the handle it belongs to', () => {
    const login = (name: string) => [
      header('Authentication-Results', `mx.acme.example; auth=pass smtp.auth=${name}`),
      header('From', 'Maria <maria@acme.example>'),
    ];
    expect(verdictOn({ ...marias, headers: login('maria@acme.example') }).level).toBe('E2');
    expect(verdictOn({ ...marias, headers: login('maria') }).level).toBe('E2');
    expect(verdictOn({ ...marias, headers: login('ravi@acme.example') }).level).toBe('E0');
  });

  test('A5: Reply-To is nobody', () => {
    const mail = {
      headers: [border('pass', 'evil.example'), header('From', 'x@evil.example')],
      from: { name: '', address: 'x@evil.example' },
    };
    expect(verdictOn({ ...mail, replyTo: to('maria@acme.example') })).toMatchObject({ level: 'E2', identity: 'x@evil.example' });
  });
});

describe('what evidence is worth on a ticket', () => {
  const found = (other: Partial<Mail>) => verdictOn(other);

  test('A1: a signed address or id of one ticket proves nothing on another', () => {
    const byAddress = found({ to: to(address(2000)) });
    const byId = found({ inReplyTo: cited(2000) });
    for (const verdict of [byAddress, byId]) {
      expect(levelOn(ticketNo(2000), verdict, 'E1')).toBe('E1');
      expect(levelOn(ticketNo(1001), verdict, 'E1')).toBe('E0');
      expect(levelOn(null, verdict, 'E1')).toBe('E0');
    }
  });

  test('E3: proved, and writing to the address issued to this very person, on its ticket', () => {
    const verdict = found({ headers: [border('pass'), from], to: to(address()) });
    expect(personalLevel(verdict, { kind: 'contact', id: 7 })).toBe('E3');
    expect(personalLevel(verdict, { kind: 'contact', id: 8 })).toBe('E2');
    expect(personalLevel(verdict, { kind: 'associate', id: 7 })).toBe('E2');
    expect(personalLevel(verdict, null)).toBe('E2');
    expect(levelOn(ticketNo(1001), verdict, 'E3')).toBe('E3');
    expect(levelOn(ticketNo(2000), verdict, 'E3')).toBe('E2');
    const bounce = found({ headers: [border('pass'), from], to: to(address(1001, 'bounce')) });
    expect(personalLevel(bounce, { kind: 'contact', id: 7 })).toBe('E2');
  });
});
