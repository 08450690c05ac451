import { pino } from 'pino';
import type { Log } from '../../domain/ports.ts';
import { readableLine } from './readable-line.ts';

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
  const stream = pretty ? forPeople(destination) : destination;
  const formatters = { level: (label: string) => ({ level: label }) };
  const shape = { level, base: null, redact, formatters, timestamp: pino.stdTimeFunctions.isoTime };
  const log = pino({ ...shape, serializers: { error: errorWords } }, stream);
  return {
    info: (fields, text) => log.info(fields, text),
    warn: (fields, text) => log.warn(fields, text),
    error: (fields, text) => log.error(fields, text),
  };
}

/** Takes what pino writes, a JSON object a line, and writes lines for people. */
const forPeople = (destination: NodeJS.WritableStream) => ({
  write: (line: string) => void destination.write(`${printable(readableLine(JSON.parse(line)))}\n`),
});

/** Names and answers of other machines must not move the cursor. */
const printable = (text: string): string => text.replace(/(?!\n)\p{Cc}/gu, '');

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
