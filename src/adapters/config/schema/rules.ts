import { z } from 'zod';
import { section } from './shapes.ts';

/** Commands and approvals count only from a proved sender, whatever an admin would rather have. */
const rule = (levels: readonly ['E0' | 'E1' | 'E2', ...('E1' | 'E2' | 'E3' | 'E4')[]], what: string) =>
  z
    .strictObject({
      needs: z.enum(levels).describe('How far the sender must be proved'),
      else: z.enum(['confirm', 'hold', 'refuse']).default('confirm').describe('What becomes of a mail that is proved less'),
    })
    .optional()
    .describe(what);

const command = ['E2', 'E3', 'E4'] as const;

/** The rule table of RELIABILITY 5.2, where an admin wants it otherwise. */
export const rules = section({
  C1: rule(['E0', 'E1', 'E2', 'E3'], 'A customer adds to their ticket'),
  C1r: rule(command, 'Reading: status, history, list, find, why, help'),
  C2: rule(command, 'Changes of who takes part'),
  C3: rule(command, 'What can be undone: assign, severity, note, hold, time'),
  C3a: rule(command, 'Words of ours to a customer'),
  C3b: rule(command, 'A ticket in another’s name'),
  C4: rule(command, 'Hard to undo: close, merge, split, move, redact, delete'),
  C5: rule(['E2', 'E3', 'E4'], 'Approvals'),
});
