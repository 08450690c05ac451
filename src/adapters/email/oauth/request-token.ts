import * as oauth from 'oauth4webapi';
import type { OAuth2Settings } from '../../../domain/settings.ts';

export type TokenAnswer =
  /** `lifetime` in milliseconds, null where the provider does not say; `refreshToken` null where it stays as it was. */
  | { kind: 'token'; token: string; lifetime: number | null; refreshToken: string | null }
  | { kind: 'refused'; text: string }
  | { kind: 'unreachable'; text: string };

/** Patience with the provider, for each of its answers. */
const patience = 20_000;

/**
 * Asks the provider for an access token: by refresh token where there is one, else by client credentials.
 *
 * @see RFC 6749 §6, §4.4; discovery RFC 8414 and OpenID Connect
 */
export async function requestToken(settings: OAuth2Settings, refreshToken: string | null): Promise<TokenAnswer> {
  try {
    const server = await providerOf(settings);
    const client: oauth.Client = { client_id: settings.clientId };
    const options = optionsFor(server.token_endpoint ?? '');
    const proof = clientProof(settings, server);
    const scope: Record<string, string> = settings.scope === null ? {} : { scope: settings.scope };
    const response =
      refreshToken === null
        ? await oauth.clientCredentialsGrantRequest(server, client, proof, scope, options)
        : await oauth.refreshTokenGrantRequest(server, client, proof, refreshToken, { ...options, additionalParameters: scope });
    const answer = await oauth.processGenericTokenEndpointResponse(server, client, response);
    const lifetime = answer.expires_in === undefined ? null : answer.expires_in * 1000;
    return { kind: 'token', token: answer.access_token, lifetime, refreshToken: answer.refresh_token ?? null };
  } catch (error) {
    return failureOf(error, settings);
  }
}

async function providerOf({ issuer, tokenEndpoint }: OAuth2Settings): Promise<oauth.AuthorizationServer> {
  if (tokenEndpoint !== null) return { issuer: issuer ?? new URL(tokenEndpoint).origin, token_endpoint: tokenEndpoint };
  if (issuer === null) throw new Misconfigured('neither `issuer` nor `token_endpoint` is given');
  const name = new URL(issuer);
  const server = await oauth.processDiscoveryResponse(name, await oauth.discoveryRequest(name, optionsFor(issuer)));
  if (!server.token_endpoint) throw new Misconfigured(`${issuer} names no token endpoint; give \`token_endpoint\``);
  return server;
}

/** Plain HTTP, which would show the secrets to everybody on the way, is for a provider on this machine only. */
function optionsFor(url: string): { signal: () => AbortSignal; [oauth.allowInsecureRequests]?: boolean } {
  const { protocol, hostname } = new URL(url);
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  if (protocol !== 'https:' && !isHere) throw new Misconfigured(`${url} must begin with https:`);
  return { signal: () => AbortSignal.timeout(patience), ...(isHere && { [oauth.allowInsecureRequests]: true }) };
}

/** In the body, as all big providers take it; as Basic where a provider says that it takes nothing else. */
function clientProof({ clientSecret }: OAuth2Settings, server: oauth.AuthorizationServer): oauth.ClientAuth {
  if (clientSecret === null) return oauth.None();
  const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_post'];
  return methods.includes('client_secret_post') ? oauth.ClientSecretPost(clientSecret) : oauth.ClientSecretBasic(clientSecret);
}

class Misconfigured extends Error {
  override name = 'Misconfigured';
}

function failureOf(error: unknown, settings: OAuth2Settings): TokenAnswer {
  const provider = new URL(settings.tokenEndpoint ?? settings.issuer ?? 'about:blank').host || 'the identity provider';
  if (error instanceof Misconfigured) return { kind: 'refused', text: `oauth2: ${error.message}` };
  if (error instanceof oauth.ResponseBodyError) return verdictOf(error, provider, settings);
  if (error instanceof oauth.WWWAuthenticateChallengeError && error.status === 401)
    return { kind: 'refused', text: `${provider} refused the client ${settings.clientId}` };
  if (!(error instanceof Error)) throw error;
  return { kind: 'unreachable', text: `${provider} gave no token: ${withoutSecrets(causeOf(error), settings)}` };
}

/** RFC 6749 §5.2. A provider in trouble or in haste (5xx, 429) says nothing about the account. */
function verdictOf(
  { error, error_description, status }: oauth.ResponseBodyError,
  provider: string,
  settings: OAuth2Settings,
): TokenAnswer {
  const said = withoutSecrets([error, error_description].filter(Boolean).join(': '), settings);
  const text = `${provider} refused a token for the client ${settings.clientId}: ${said}`;
  const isPassing = status >= 500 || status === 429 || error === 'temporarily_unavailable' || error === 'server_error';
  return isPassing ? { kind: 'unreachable', text } : { kind: 'refused', text };
}

const causeOf = (error: Error): string =>
  error.cause instanceof Error && error.cause.message ? error.cause.message : error.message;

/** Providers quote what they were given. */
function withoutSecrets(text: string, { clientSecret, refreshToken }: OAuth2Settings): string {
  const secrets = [clientSecret, refreshToken].filter((secret) => secret !== null && secret !== '');
  return secrets.reduce<string>((left, secret) => left.replaceAll(String(secret), '***'), text).slice(0, 300);
}
