import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';

export type ProviderOptions = {
  clientId?: string;
  clientSecret?: string;
  /** The first refresh token. */
  refreshToken?: string;
  /** Each refresh voids the token it was asked with and hands out another. */
  rotates?: boolean;
  /** Seconds that an access token lives. */
  lifetime?: number;
  /** Whose mailbox the tokens open. */
  email?: string;
};

/** An OAuth 2.0 provider on loopback: token endpoint for both grants, introspection, discovery. */
export type IdentityProvider = AsyncDisposable & {
  issuer: string;
  tokenEndpoint: string;
  introspectionUrl: string;
  /** What was asked at the token endpoint, oldest first. */
  asked: URLSearchParams[];
  /** Voids every access token, as when a password was changed. */
  revokeAll(): void;
  /** Takes further answers of the token endpoint out of a test's hands; null: as usual again. */
  answers(instead: { status: number; body: unknown } | null): void;
  /** The refresh token that works now. */
  refreshToken(): string;
  stop(): Promise<void>;
};

/** Starts one; plain HTTP, which is for loopback only. */
export async function startIdentityProvider(options: ProviderOptions = {}): Promise<IdentityProvider> {
  const desk = tokenDesk(options);
  let instead: { status: number; body: unknown } | null = null;
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', issuer);
    const form = new URLSearchParams(await textOf(request));
    const { status, body } = await (async () => {
      if (url.pathname === '/.well-known/openid-configuration') return { status: 200, body: metadata(issuer) };
      if (url.pathname === '/introspect') return { status: 200, body: desk.introspect(form.get('token') ?? '') };
      return instead ?? desk.issue(form);
    })();
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('expected a TCP address');
  const issuer = `http://127.0.0.1:${address.port}`;
  const stop = async () => {
    server.close();
    server.closeAllConnections();
  };
  return {
    issuer,
    tokenEndpoint: `${issuer}/token`,
    introspectionUrl: `${issuer}/introspect`,
    asked: desk.asked,
    revokeAll: desk.revokeAll,
    answers: (other) => {
      instead = other;
    },
    refreshToken: desk.refreshToken,
    stop,
    [Symbol.asyncDispose]: stop,
  };
}

function tokenDesk(options: ProviderOptions) {
  const { clientId = 'maildesk', clientSecret = 'client-secret', rotates = false, lifetime = 3600, email = 'asha' } = options;
  let refreshToken = options.refreshToken ?? 'refresh-0';
  const valid = new Map<string, number>();
  const asked: URLSearchParams[] = [];
  const refuse = (status: number, error: string, error_description: string) => ({ status, body: { error, error_description } });
  return {
    asked,
    refreshToken: () => refreshToken,
    revokeAll: () => valid.clear(),
    introspect: (token: string) => ((valid.get(token) ?? 0) > Date.now() ? { active: true, email } : { active: false }),
    issue(form: URLSearchParams) {
      asked.push(form);
      const secret = form.get('client_secret');
      if (form.get('client_id') !== clientId || secret !== clientSecret)
        return refuse(401, 'invalid_client', `unknown client, or wrong secret ${secret}`);
      const isRefresh = form.get('grant_type') === 'refresh_token';
      if (isRefresh && form.get('refresh_token') !== refreshToken)
        return refuse(400, 'invalid_grant', 'the refresh token is void');
      if (isRefresh && rotates) refreshToken = `refresh-${randomBytes(6).toString('hex')}`;
      const token = randomBytes(16).toString('hex');
      valid.set(token, Date.now() + lifetime * 1000);
      const rotated = isRefresh && rotates ? { refresh_token: refreshToken } : {};
      return { status: 200, body: { access_token: token, token_type: 'Bearer', expires_in: lifetime, ...rotated } };
    },
  };
}

const metadata = (issuer: string) => ({
  issuer,
  token_endpoint: `${issuer}/token`,
  introspection_endpoint: `${issuer}/introspect`,
});

async function textOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces).toString();
}
