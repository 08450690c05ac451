import { pino } from 'pino';
import type { Log } from '../../domain/ports.ts';

/** Fields that may carry a secret, whoever logs them; their values never reach a line (A23). */
const secret = ['password', 'pass', 'accessToken', 'refreshToken', 'clientSecret', 'authorization', 'token', 'secret', 'key'];

export type LogOptions = {
  level: string;
  /** For people at a terminal; else one JSON object a line, for machines. */
  pretty: boolean;
  destination: NodeJS.WritableStream;
};

/** The log: each line names its station and, from receipt to sending, the journey of its mail. */
export async function pinoLog({ level, pretty, destination }: LogOptions): Promise<Log> {
  const redact = { paths: secret.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[secret]' };
  const stream = pretty ? await prettyStream(destination) : destination;
  const log = pino({ level, base: null, redact, serializers: { error: errorWords } }, stream);
  return {
    info: (fields, text) => log.info(fields, text),
    warn: (fields, text) => log.warn(fields, text),
    error: (fields, text) => log.error(fields, text),
  };
}

async function prettyStream(destination: NodeJS.WritableStream): Promise<NodeJS.WritableStream> {
  const { default: pretty } = await import('pino-pretty');
  return pretty({ destination, translateTime: 'SYS:HH:MM:ss', ignore: 'sha256,bytes', singleLine: true, sync: true });
}

/** Says nothing: for one-shot commands. */
export const silentLog: Log = { info: () => {}, warn: () => {}, error: () => {} };

/** An error as its words and kind; the stack only where it is our bug. */
function errorWords(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: String(error) };
  const code = 'code' in error ? String(error.code) : undefined;
  const isOurs = code === undefined && !('retry' in error);
  return {
    name: error.name,
    message: error.message,
    ...(code === undefined ? {} : { code }),
    ...(isOurs ? { stack: error.stack } : {}),
  };
}
