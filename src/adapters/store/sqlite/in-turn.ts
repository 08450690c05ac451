export type Turns = { enter(): Promise<void>; leave(): void };

/** Lets callers in one at a time, in the order they came. */
export function inTurn(): Turns {
  const waiting: (() => void)[] = [];
  let taken = false;
  return {
    async enter() {
      if (taken) await new Promise<void>((go) => waiting.push(go));
      taken = true;
    },
    leave() {
      const next = waiting.shift();
      // `taken` stays true while it is handed over, so that nobody slips in between.
      if (next) next();
      else taken = false;
    },
  };
}
