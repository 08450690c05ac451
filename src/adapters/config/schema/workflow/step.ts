import { z } from 'zod';
import { does } from './does.ts';
import { guard } from './guard.ts';
import { oneOrMore, own } from './names.ts';
import { answer } from './parts.ts';
import { span, spanOrField } from './waits.ts';

const aCommand = 'expected a command, and where wanted its first word: triage low';
const anAnswer = { error: 'expected { ASK: ANSWER }' };
const aShare = 'expected a share of the approved hours such as 80%';

/** What may fire a step; each has exactly one. */
export const triggers = {
  command: z
    .string({ error: aCommand })
    .regex(/^[\p{L}][\p{L}\p{N}-]*( \S+)?$/u, { error: aCommand })
    .describe('A command of one of us, and where wanted what its first word must be: triage low'),
  answer: z
    .record(own, answer, anAnswer)
    .refine((given) => Object.keys(given).length === 1, anAnswer)
    .describe('An answer to an ask: { offer: approve }'),
  silent: own.describe('An ask whose reminders all went out unanswered'),
  expired: own.describe('An ask that lapsed'),
  reply: own.describe('A message of this side that answers nothing that was asked'),
  after: spanOrField.describe('Time in the state: a wait, or a field that holds one'),
  quiet: span.describe('None of us has written or done anything on it for so long'),
  event: z
    .enum(['contract-renewed', 'contract-expired', 'bounced', 'level-overdue'])
    .describe('Something that happened outside the ticket'),
  breached: own.describe('A clock of the service plan that ran out'),
  used: z
    .string({ error: aShare })
    .regex(/^[1-9]\d{0,2}%$/, { error: aShare })
    .describe('Hours used, in percent of those approved: 80%'),
  enter: z
    .literal(true, { error: 'expected true' })
    .describe('At once, as soon as the ticket stands there and what the step needs holds'),
};
export const triggerNames = Object.keys(triggers);

const aField = 'expected the name of a field; a ? behind it makes it optional';

/** What takes a ticket from a state to another. */
export const step = z
  .strictObject({
    ...z.strictObject(triggers).partial().shape,
    from: oneOrMore(own).describe('A state, a group of states, a list of them, or any'),
    to: own.default('same').describe('A state, same (it stays), or back (where it was before)'),
    by: oneOrMore(own).default([]).describe('Who may: roles and levels of ours, sides; default: whoever the trigger names'),
    needs: guard.default({}).describe('What must hold'),
    collects: oneOrMore(z.string({ error: aField }).regex(/^[\p{L}][\p{L}\p{N}_-]*\??$/u, { error: aField }))
      .default([])
      .describe('Fields that must come with it; a ? behind the name makes one optional'),
    ...does,
  })
  .meta({ oneOf: triggerNames.map((name) => ({ required: [name] })) });

export type StepInput = z.output<typeof step>;
