import { checkChoices } from './choices.ts';
import { checkDkim } from './dkim.ts';
import { checkDomains } from './domains.ts';
import { checkDoubles } from './doubles.ts';
import { checkForms } from './forms.ts';
import { checkListeners } from './listeners.ts';
import { checkNulls } from './nulls.ts';
import { checkOrder } from './order.ts';
import { checkPlans } from './plans.ts';
import { checkRates } from './rates.ts';
import { checkReferences } from './references.ts';
import { checkSecrets } from './secrets.ts';
import type { Check } from './world.ts';

/** Everything that is wrong only in the light of another value. */
export const checks: readonly Check[] = [
  checkChoices,
  checkSecrets,
  checkDoubles,
  checkDomains,
  checkDkim,
  checkReferences,
  checkForms,
  checkRates,
  checkPlans,
  checkListeners,
  checkOrder,
  checkNulls,
];
