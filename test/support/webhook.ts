import { createServer, type IncomingHttpHeaders } from 'node:http';

/** What came to it. */
type Posted = { path: string; headers: IncomingHttpHeaders; body: string };

/** A machine that takes alarms, on the loopback, gone at the end of the scope; it answers as it is told to. */
export async function webhook() {
  const posts: Posted[] = [];
  const answers: { status: number; location?: string }[] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(Buffer.from(part));
    posts.push({ path: request.url ?? '', headers: request.headers, body: Buffer.concat(parts).toString() });
    const { status, location } = answers.shift() ?? { status: 204 };
    response.writeHead(status, location === undefined ? {} : { location }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/alarm`,
    posts,
    /** The next answer is this one. */
    answersNext: (status: number, location?: string) => answers.push(location === undefined ? { status } : { status, location }),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
