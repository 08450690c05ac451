/** How long the adapter waits for servers, and how much it takes at once. */
export type Limits = {
  /** DNS, TCP and TLS together. */
  connect: number;
  greeting: number;
  /** Silence on the socket before the library sends a NOOP, or gives up where an answer is due. Longer than `idle`. */
  silence: number;
  /** Every command as a whole; idle time-outs alone begin anew with each byte (F-18). */
  command: number;
  /** Bytes a millisecond: an answer this fast or faster may take longer than `command`. */
  slowest: number;
  /** IDLE is asked for anew this often at most (2177-1). */
  idle: number;
  /** No login for this long after a server said that it was too much (F-19). */
  throttlePause: number;
  /** Mails asked for by one FETCH. */
  perFetch: number;
  /** Bytes of a mail that FETCH brings; the rest of a larger one streams in steps of `step`. */
  window: number;
  step: number;
  /** UIDs filed by one MOVE. */
  perMove: number;
};

export const defaultLimits: Limits = {
  connect: 20_000,
  greeting: 20_000,
  silence: 5 * 60_000,
  command: 60_000,
  slowest: 4,
  idle: 4 * 60_000,
  throttlePause: 30_000,
  perFetch: 50,
  window: 256 * 1024,
  step: 1024 * 1024,
  perMove: 500,
};
