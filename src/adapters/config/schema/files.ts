import type { z } from 'zod';
import { customers } from './customers.ts';
import { helpdesk } from './helpdesk.ts';
import { people } from './people.ts';
import { sla } from './sla.ts';

/** The files of a configuration, in the order they are read and complained about. */
export const schemas = { helpdesk, people, customers, sla } satisfies Record<string, z.ZodType>;
