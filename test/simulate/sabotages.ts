import type { Effect } from '../../src/domain/effect.ts';
import type { Store, Writing } from '../../src/domain/ports.ts';

/** Ways to break a desk, each by what it does to effects before they are carried out. */
const sabotages: Readonly<Record<string, (effect: Effect, now: number) => Effect[]>> = {
  /** What was done is forgotten. */
  'forgets-what-it-did': (effect) => (effect.act === 'mark-done' || effect.act === 'tell-once' ? [] : [effect]),
  /** Mails leave as soon as they are written. */
  'writes-at-night': (effect, now) =>
    effect.act === 'queue-mail' && effect.mail.automatic === 'auto-generated'
      ? [{ ...effect, mail: { ...effect.mail, notBefore: now } }]
      : [effect],
  /** What is due later is never looked at again. */
  'never-looks-again': (effect) => (effect.act === 'look-again' ? [{ ...effect, at: null }] : [effect]),
};

/** A store that does what it is told but for that. */
export const sabotaged =
  (name: string) =>
  (store: Store): Store => {
    const sabotage = sabotages[name];
    if (sabotage === undefined) throw new Error(`no sabotage ${name}; known: ${Object.keys(sabotages).join(', ')}`);
    return {
      ...store,
      write: (work) =>
        store.write((at) => {
          const apply: Writing['apply'] = (effects, now, arrival) =>
            at.apply(
              effects.flatMap((one) => sabotage(one, now)),
              now,
              arrival,
            );
          return work({ ...at, apply });
        }),
    };
  };
