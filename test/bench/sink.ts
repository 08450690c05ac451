import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { until } from '../support/until.ts';
import { sinkProcess } from './paths.ts';

export type SinkNews =
  | { kind: 'ready'; port: number }
  /** `at`: when the server had the whole mail; `answers`: the Message-ID of the mail it answers. */
  | { kind: 'mail'; at: number; to: string; isAcknowledgement: boolean; answers: string };

export type SunkMail = Extract<SinkNews, { kind: 'mail' }>;

/** An SMTP server in a process of its own, and what it told us. */
export type Sink = AsyncDisposable & {
  port: number;
  mails: SunkMail[];
  acknowledgements(): SunkMail[];
  all(count: number): Promise<SunkMail[]>;
};

/** Starts one; it ends with its scope. */
export async function startSink(): Promise<Sink> {
  const child = fork(sinkProcess);
  const mails: SunkMail[] = [];
  const [ready] = (await once(child, 'message')) as [SinkNews];
  if (ready.kind !== 'ready') throw new Error('the sink did not start');
  child.on('message', (news: SinkNews) => (news.kind === 'mail' ? mails.push(news) : undefined));
  const acknowledgements = () => mails.filter(({ isAcknowledgement }) => isAcknowledgement);
  return {
    port: ready.port,
    mails,
    acknowledgements,
    all: (count) =>
      until(() => acknowledgements().length >= count && acknowledgements(), {
        within: 300_000,
        what: `${count} acknowledgements`,
      }),
    [Symbol.asyncDispose]: () => ended(child),
  };
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const exit = once(child, 'exit');
  child.disconnect();
  await exit;
}
