import { type Listening, type ListenOptions, listen } from '../../../src/adapters/email/listen/listen.ts';
import { loginOf } from '../../../src/adapters/email/listen/login.ts';
import { arrivalId } from '../../../src/domain/ids.ts';
import type { Incoming } from '../../../src/domain/ports.ts';
import type { ListenerSettings } from '../../../src/domain/settings.ts';

export type Kept = Omit<Incoming, 'content'> & { raw: string };

export type AListener = {
  port: number;
  kept: Kept[];
  received: number[];
  logged: string[];
  close(): Promise<void>;
};

export type Given = Partial<Omit<ListenOptions, 'settings'>> & { settings?: Partial<ListenerSettings> };

export const settingsOf = (given: Partial<ListenerSettings> = {}): ListenerSettings => ({
  host: '127.0.0.1',
  port: 0,
  from: [],
  requireAuth: false,
  border: false,
  tls: null,
  ...given,
});

/** A listener whose step 1 keeps mails in memory; takes mail for desk.example, and logins of ravi. */
export async function aListener({ settings, ...given }: Given = {}): Promise<AListener> {
  const kept: Kept[] = [];
  const received: number[] = [];
  const logged: string[] = [];
  const keep = async ({ content, ...incoming }: Incoming) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of content instanceof Uint8Array ? [content] : content) chunks.push(chunk);
    return arrivalId(kept.push({ ...incoming, raw: Buffer.concat(chunks).toString('latin1') }));
  };
  const line = (fields: Readonly<Record<string, unknown>>, text: string) => void logged.push(`${text} ${JSON.stringify(fields)}`);
  const listening: Listening = await listen({
    kind: 'smtp',
    settings: settingsOf(settings),
    isOurs: (address) => address.endsWith('@desk.example'),
    login: loginOf([{ handle: 'ravi', password: 'canary-7Q' }]),
    maxMailMb: 1,
    intake: { receive: (batch) => Promise.all(batch.map(keep)) },
    onReceived: (ids) => void received.push(...ids),
    clock: { now: () => 1_772_422_200_000, after: soon },
    log: { info: line, warn: line, error: line },
    ...given,
  });
  if (listening.kind === 'refused') throw new Error(listening.text);
  return { port: listening.port, kept, received, logged, close: listening.close };
}

function soon(_ms: number, run: () => void): () => void {
  queueMicrotask(run);
  return () => {};
}
