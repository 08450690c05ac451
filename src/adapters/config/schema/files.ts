import type { z } from 'zod';
import { answers } from './answers.ts';
import { customers } from './customers.ts';
import { helpdesk } from './helpdesk.ts';
import { people } from './people.ts';
import { questionnaires } from './questionnaires.ts';
import { rates } from './rates.ts';
import { sla } from './sla.ts';

/** The files of a configuration, in the order they are read and complained about. */
export const schemas = { helpdesk, people, customers, sla, questionnaires, answers, rates } satisfies Record<string, z.ZodType>;
