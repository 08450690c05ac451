import type { Effect } from '../../effect.ts';
import type { Saying } from '../../saying.ts';
import type { TicketScene } from '../facts.ts';

/** What answers come to. */
export type Taken = {
  /** The ticket as it is then, with all that is on record. */
  scene: TicketScene;
  effects: readonly Effect[];
  /** For those inside: what counted, what did not, and why. */
  noticed: readonly Saying[];
  /** Whether one of them decided something: then the process says whose turn it is, not that a mail came. */
  decided: boolean;
  /** Whether it leaves open whose turn it is: others have to answer too, or it says what was known. */
  waits: boolean;
};

/** Nothing was answered. */
export const nothingTaken = (scene: TicketScene): Taken => ({ scene, effects: [], noticed: [], decided: false, waits: false });

/** One after the other, each on what the one before left. */
export function inTurn<One>(scene: TicketScene, all: readonly One[], take: (one: One, scene: TicketScene) => Taken): Taken {
  return all.reduce<Taken>((taken, one) => {
    const next = take(one, taken.scene);
    return {
      scene: next.scene,
      effects: [...taken.effects, ...next.effects],
      noticed: [...taken.noticed, ...next.noticed],
      decided: taken.decided || next.decided,
      waits: taken.waits || next.waits,
    };
  }, nothingTaken(scene));
}
