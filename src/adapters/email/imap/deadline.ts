import type { ImapFlow } from 'imapflow';
import type { Limits } from './limits.ts';

/** Runs one exchange with the server; `what` names it in the error. */
export type Exchange = <T>(what: string, work: () => Promise<T>) => Promise<T>;

/**
 * Gives every exchange an end: `limits.command`, and longer only for as long as bytes come in at `limits.slowest`.
 * Whoever dribbles one byte in ten seconds is cut off (F-18); 50 MB over a thin line are not.
 */
export function exchangeOn(client: ImapFlow, limits: Limits): Exchange {
  return async (what, work) => {
    const started = performance.now();
    const before = client.stats().received;
    let cut = false;
    const watch = setInterval(() => {
      const bytes = client.stats().received - before;
      if (performance.now() - started < limits.command + bytes / limits.slowest) return;
      cut = true;
      client.close();
    }, limits.command / 20);
    try {
      const answer = await work(); // many commands answer a lost line with a mere `false`
      if (client.isClosed)
        throw new Error(`the connection ended during ${what}${client.byeReason ? `: ${client.byeReason}` : ''}`);
      return answer;
    } catch (error) {
      if (!cut) throw error;
      throw new Error(`no whole answer to ${what} within ${Math.round((performance.now() - started) / 1000)} s`, {
        cause: error,
      });
    } finally {
      clearInterval(watch);
    }
  };
}
