import type { World } from './world.ts';

/** The time of all who share a desk. */
export type OneTime = {
  /** Somebody begins to live by it. @returns what they call at their end */
  takesPart(): () => void;
  /** Resolves once so much time has passed, which it does as soon as everybody waits for it. */
  passes(duration: number): Promise<void>;
};

type Waiting = { until: number; go: () => void; fail: (error: unknown) => void };

/** Half a day: nobody's working hours are jumped over, so mails that wait for them go out on their day. */
const stride = 12 * 60 * 60_000;

/** One clock for conversations beside each other: it moves on when all of them wait, to the next instant that one waits for. */
export function oneTime({ desk, clock }: Pick<World, 'desk' | 'clock'>): OneTime {
  let partakers = 0;
  let waiting: Waiting[] = [];
  const moveOn = async () => {
    await desk.settles();
    const next = Math.min(...waiting.map(({ until }) => until));
    while (clock.now() < next) await desk.lives(`${Math.ceil(Math.min(stride, next - clock.now()) / 60_000)}m`);
    // A jump of the clock looks like silence of the mail server: whoever writes next finds a desk that is connected.
    await desk.restarts();
    const due = waiting.filter(({ until }) => until <= clock.now());
    waiting = waiting.filter((one) => !due.includes(one));
    for (const { go } of due) go();
  };
  const look = () => {
    if (waiting.length === 0 || waiting.length < partakers) return;
    moveOn().catch((error: unknown) => {
      for (const { fail } of waiting.splice(0)) fail(error);
    });
  };
  return {
    takesPart() {
      partakers += 1;
      return () => {
        partakers -= 1;
        look();
      };
    },
    passes: (duration) =>
      new Promise((go, fail) => {
        waiting.push({ until: clock.now() + duration, go, fail });
        look();
      }),
  };
}
