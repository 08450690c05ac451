/** A terminal and npm may both pass one Ctrl-C on; what follows this soon after is the same one. */
const echo = 1000;

/**
 * Waits for the word to stop. SIGHUP reloads and waits on; a second stop after a while ends the process at once.
 *
 * @returns the signal's name
 */
export function firstSignal(onHangUp: () => void): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    let first = 0;
    const stop = (signal: NodeJS.Signals): void => {
      if (first === 0) {
        first = performance.now();
        resolve(signal);
      } else if (performance.now() - first > echo) process.exit(130);
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
    process.on('SIGHUP', onHangUp);
  });
}
