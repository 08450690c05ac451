import type { Reached } from './journey/7-store.ts';

export type FaultPoint = (typeof faultPoints)[number];

/** Every place where a crash is rehearsed, in the order a mail passes them: step 1 to T3, then the outbox. */
export const faultPoints = [
  ...(['connected', 'fetched', 'kept', 'receiving', 'durable', 'received'] as const),
  ...(['resuming', 'deciding', 'applied', 'stored', 'decided', 'moved', 'closed'] as const),
  ...(['claimed', 'sending', 'accepted', 'settled'] as const),
];

/**
 * Ends the process by SIGKILL at the n-th passing of a named point (`decided:3`), for torture runs.
 *
 * @param wanted `point:n`, undefined to do nothing
 */
export function killAt(wanted: string | undefined): Reached {
  const [point, count = '1'] = (wanted ?? '').split(':');
  if (point === undefined || point === '') return () => {};
  let left = Number(count);
  return (reached) => {
    if (reached === point && --left === 0) process.kill(process.pid, 'SIGKILL');
  };
}
