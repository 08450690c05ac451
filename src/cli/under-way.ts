import type { Terminal } from './command.ts';

/** Long work that goes on step by step. */
export type UnderWay = {
  /** Called before each; a throw ends the work. */
  step(): void;
  end(): void;
};

/** Milliseconds between two words on how far it is. */
const pause = 3000;

/** Says on a terminal how far the work is, and ends it between two steps on Ctrl-C, so that nothing is left behind. */
export function underWay({ err, isErrTerminal }: Pick<Terminal, 'err' | 'isErrTerminal'>, steps: number): UnderWay {
  let [stopped, done, told] = [false, 0, performance.now()];
  const stop = (): void => {
    stopped = true;
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  return {
    step() {
      if (stopped) throw new Error('stopped; nothing is left behind');
      if (isErrTerminal === true && performance.now() - told > pause) {
        told = performance.now();
        err(`${Math.floor((100 * done) / steps)} % done`);
      }
      done++;
    },
    end() {
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
    },
  };
}
