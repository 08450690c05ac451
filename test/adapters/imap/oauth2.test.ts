import { afterAll, beforeAll, expect, test } from 'vitest';
import { tokenSources } from '../../../src/adapters/email/oauth/token-sources.ts';
import type { OAuth2Settings } from '../../../src/domain/settings.ts';
import { type Dovecot, startDovecot } from '../../support/dovecot.ts';
import { type IdentityProvider, startIdentityProvider } from '../../support/identity-provider.ts';
import { until } from '../../support/until.ts';
import { mail, mailboxOn, realMailboxes, watching } from '../../support/watching.ts';

let dovecot: Dovecot;
let provider: IdentityProvider;
beforeAll(async () => {
  provider = await startIdentityProvider();
  dovecot = await startDovecot({
    oauth2: { introspectionUrl: provider.introspectionUrl, introspectionMode: 'post', activeAttribute: 'active' },
  });
});
afterAll(async () => {
  await dovecot.stop();
  await provider.stop();
});

const account = (own: Partial<OAuth2Settings> = {}) =>
  mailboxOn(
    dovecot.port,
    {},
    {
      auth: {
        kind: 'oauth2',
        oauth2: {
          issuer: null,
          tokenEndpoint: provider.tokenEndpoint,
          clientId: 'maildesk',
          clientSecret: 'client-secret',
          refreshToken: 'refresh-0',
          scope: null,
          ...own,
        },
      },
    },
  );

test('mail comes in by OAuth2', async () => {
  await using desk = watching(account());
  await until(() => desk.log.lines.some(({ text }) => text.includes('first connection')));
  await dovecot.deliver('asha', mail(1));
  await until(() => desk.ledger.arrivals()[0]?.state === 'closed');
});

test('F-20: a token revoked while we run is replaced at the next login', async () => {
  const tokens = tokenSources({ now: Date.now, memory: { recall: async () => null, remember: async () => {} } });
  await using desk = watching(account(), { imap: { tokens } });
  await until(() => desk.log.lines.some(({ text }) => text.includes('first connection')));
  const asked = provider.asked.length;
  provider.revokeAll();
  await dovecot.kick('asha');
  await dovecot.deliver('asha', mail(2));
  await until(() => desk.ledger.arrivals()[0]?.state === 'closed');
  expect(provider.asked.length).toBe(asked + 1);
  expect(desk.alerts).toEqual([]);
});

test('F-20: what the provider refuses is a refused login, with its words and without secrets', async () => {
  const opening = await realMailboxes().open(account({ clientSecret: 'not-it' }));
  expect(opening).toEqual({ kind: 'refused', by: 'auth', text: expect.stringContaining('invalid_client') });
  expect(JSON.stringify(opening)).not.toContain('not-it');
});
