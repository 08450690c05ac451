import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { isLoopback } from '../../../domain/loopback.ts';
import type { Preview } from './preview.ts';
import { dataOf, previewPage } from './preview-page.ts';

export type ServedPreview =
  | { kind: 'serving'; url: string; show(preview: Preview): void; close(): Promise<void> }
  | { kind: 'refused'; text: string };

/**
 * Serves the page of mails on loopback alone, and tells open pages of changes by server-sent events.
 *
 * @param port 0 for any that is free
 */
export async function servePreview(first: Preview, port: number): Promise<ServedPreview> {
  const state = { preview: first, pages: new Set<ServerResponse>() };
  const server = createServer((request, response) => void answer(state, request, response));
  const refused = await listening(server, port);
  if (refused !== null) return { kind: 'refused', text: refused };
  const address = server.address();
  const bound = typeof address === 'object' && address !== null ? address.port : port;
  return {
    kind: 'serving',
    url: `http://${host}:${bound}/`,
    show(preview) {
      state.preview = preview;
      for (const page of state.pages) page.write('event: changed\ndata:\n\n');
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const host = '127.0.0.1';

type State = { preview: Preview; pages: Set<ServerResponse> };
type Answer = (state: State, response: ServerResponse) => Promise<void> | void;

const answers: Readonly<Record<string, Answer>> = {
  async '/'({ preview }, response) {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...always }).end(await previewPage(preview, true));
  },
  '/mails.json'({ preview }, response) {
    response.writeHead(200, { 'Content-Type': 'application/json', ...always }).end(dataOf(preview, true));
  },
  '/events'({ pages }, response) {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', ...always }).write('\n');
    pages.add(response);
    response.on('close', () => pages.delete(response));
  },
};

const always = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

async function answer(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [path = ''] = (request.url ?? '').split('?');
  const found = Object.hasOwn(answers, path) ? answers[path] : undefined;
  if (!isOurs(request)) response.writeHead(403).end();
  else if (request.method !== 'GET') response.writeHead(405, { Allow: 'GET' }).end();
  else if (found === undefined)
    response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Nothing here: the mails are at /\n');
  else await found(state, response);
}

/** A name of somebody else's that leads here (DNS rebinding) would let their page read this one. */
function isOurs({ headers }: IncomingMessage): boolean {
  return isLoopback((headers.host ?? '').replace(/:\d+$/, ''));
}

const listening = (server: Server, port: number): Promise<string | null> =>
  new Promise((resolve) => {
    const failed = (error: NodeJS.ErrnoException): void =>
      resolve(
        error.code === 'EADDRINUSE'
          ? `port ${port} is taken; name another with --port, or leave it out for any that is free`
          : `cannot listen on ${host}:${port}: ${error.message}`,
      );
    server.once('error', failed);
    server.listen(port, host, () => {
      server.off('error', failed);
      resolve(null);
    });
  });
