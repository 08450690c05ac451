import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { tokenFiles } from '../../../src/adapters/email/oauth/token-memory.ts';
import { tokenSource } from '../../../src/adapters/email/oauth/token-source.ts';
import { tokenSources } from '../../../src/adapters/email/oauth/token-sources.ts';
import type { OAuth2Settings } from '../../../src/domain/settings.ts';
import { type IdentityProvider, type ProviderOptions, startIdentityProvider } from '../../support/identity-provider.ts';

let dir: string;
let provider: IdentityProvider;
let now: number;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'tokens-'));
  now = Date.UTC(2026, 10, 2);
});
afterEach(async () => {
  await provider.stop();
  await rm(dir, { recursive: true });
});

const account = (own: Partial<OAuth2Settings> = {}): OAuth2Settings => ({
  issuer: null,
  tokenEndpoint: provider.tokenEndpoint,
  clientId: 'maildesk',
  clientSecret: 'client-secret',
  refreshToken: 'refresh-0',
  scope: 'imap smtp',
  ...own,
});
const start = async (options: ProviderOptions = {}) => {
  provider = await startIdentityProvider(options);
};
const source = (own: Partial<OAuth2Settings> = {}) => tokenSource(account(own), { now: () => now, memory: tokenFiles(dir) });

describe('a token', () => {
  test('comes by refresh token, with the scope, and is kept until a minute before its end', async () => {
    await start({ lifetime: 3600 });
    const tokens = source();
    const first = await tokens.accessToken();
    now += 3600_000 - 61_000;
    expect(await tokens.accessToken()).toBe(first);
    now += 2000;
    expect(await tokens.accessToken()).not.toBe(first);
    expect(provider.asked.map((form) => [form.get('grant_type'), form.get('scope')])).toEqual([
      ['refresh_token', 'imap smtp'],
      ['refresh_token', 'imap smtp'],
    ]);
  });

  test('comes by client credentials where there is no refresh token, by discovery where there is no endpoint', async () => {
    await start();
    await source({ refreshToken: null, issuer: provider.issuer, tokenEndpoint: null }).accessToken();
    expect(provider.asked[0]?.get('grant_type')).toBe('client_credentials');
  });

  test('is asked for once by many at the same time, and once for accounts that are the same', async () => {
    await start();
    const tokens = tokenSources({ now: () => now, memory: tokenFiles(dir) });
    const got = await Promise.all([1, 2, 3].map(() => tokens(account()).accessToken()));
    expect(new Set(got).size).toBe(1);
    expect(provider.asked).toHaveLength(1);
  });

  test('is asked for anew after a server refused it', async () => {
    await start();
    const tokens = source();
    const first = await tokens.accessToken();
    tokens.invalidate();
    expect(await tokens.accessToken()).not.toBe(first);
  });
});

test('a rotated refresh token outlives the process, in a file for us alone', async () => {
  await start({ rotates: true });
  await source().accessToken();
  await source().accessToken();
  expect(provider.asked.map((form) => form.get('refresh_token'))).toEqual([
    'refresh-0',
    expect.stringMatching(/^refresh-.{12}$/),
  ]);
  const [file = ''] = await readdir(dir);
  expect((await stat(join(dir, file))).mode & 0o777).toBe(0o600);
});

test('a refresh token newly configured takes the place of the remembered one', async () => {
  await start({ rotates: true });
  await source().accessToken();
  const fresh = provider.refreshToken();
  await source({ refreshToken: fresh }).accessToken();
  expect(provider.asked[1]?.get('refresh_token')).toBe(fresh);
});

describe('where no token is to be had', () => {
  test('a wrong secret is a refusal in the words of the provider, without the secret', async () => {
    await start();
    const answer = await source({ clientSecret: 'not-it' }).token();
    expect(answer).toEqual({ kind: 'refused', text: expect.stringContaining('invalid_client') });
    expect(JSON.stringify(answer)).not.toContain('not-it');
  });

  test('a void refresh token is a refusal', async () => {
    await start();
    expect(await source({ refreshToken: 'old' }).token()).toEqual({
      kind: 'refused',
      text: expect.stringContaining('invalid_grant'),
    });
  });

  test.each([503, 429])('an answer %i may be tried again', async (status) => {
    await start();
    provider.answers({ status, body: { error: 'temporarily_unavailable' } });
    const tokens = source();
    expect(await tokens.token()).toMatchObject({ kind: 'unreachable' });
    provider.answers(null);
    expect(await tokens.token()).toMatchObject({ kind: 'token' });
  });

  test('a provider that is not there, or talks nonsense, may be tried again', async () => {
    await start();
    provider.answers({ status: 200, body: 'hello' });
    expect(await source().token()).toMatchObject({ kind: 'unreachable' });
    await provider.stop();
    expect(await source().token()).toMatchObject({ kind: 'unreachable' });
  });

  test('plain HTTP beyond this machine is never asked', async () => {
    await start();
    const answer = await source({ tokenEndpoint: 'http://provider.example/token' }).token();
    expect(answer).toMatchObject({ kind: 'refused', text: expect.stringContaining('https') });
  });
});
