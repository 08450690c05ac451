import { z } from 'zod';
import { audiences } from '../../../../domain/workflow/workflow.ts';
import { list, named, optional, section } from '../shapes.ts';
import { does } from './does.ts';
import { guard } from './guard.ts';
import { oneOrMore, own } from './names.ts';
import { span, spanOrField } from './waits.ts';

/** Own names of the sides. */
export const parties = named(own, z.enum(audiences));

const kinds = ['text', 'number', 'date', 'duration', 'money', 'person', 'times', 'lines'] as const;
const aKind = `expected ${kinds.join(', ')} or a list of values`;
const choice = z.union([z.string({ error: aKind }), z.number({ error: aKind })]).transform(String);

/** Kinds of the fields that steps collect and set. */
export const fields = named(
  own,
  z
    .union([z.enum(kinds), z.array(choice).min(1, { error: 'expected one value or more' })], { error: aKind })
    .transform((given) => (typeof given === 'string' ? { kind: given } : { kind: 'choice' as const, values: given })),
);

/** Lists that are ticked off. */
export const checklists = named(own, z.array(own).min(1, { error: 'expected one item or more' }));

/** What goes for the process as a whole. */
export const options = section({
  phone_confirmation: z
    .enum(['all', 'old', 'none'])
    .default('none')
    .describe('Who confirms a call by mail before there is a ticket: all, old customers, or none'),
  recorded_answers: z
    .enum(['count', 'confirm'])
    .default('count')
    .describe(
      'Whether an approval by phone, chat or in a meeting counts as soon as it is recorded, or once it is confirmed by mail',
    ),
  replies_to_customer: list(own).describe("Groups of states in which an engineer's plain reply goes to the customer"),
  billable: optional(z.array(own)).describe('Kinds of hours that are charged; default: all'),
  reopens: optional(own).describe("The state that a customer's reply takes a closed ticket to; default: where it was before"),
});

/** Where a ticket begins. */
export const entry = z.strictObject({
  needs: guard.default({}).describe('What must hold; the last entry needs nothing'),
  state: own.describe('The state the ticket begins in'),
  ...does,
});

const answers = ['approve', 'decline', 'confirm', 'reject', 'validate', 'accept', 'reply', 'filled', 'partly', 'rate'] as const;
export const answer = z.enum(answers);
const abouts = ['quote', 'fee', 'invitation', 'questionnaire', 'exception', 'satisfaction'] as const;

/** A question that waits for an answer. */
export const ask = z.strictObject({
  of: oneOrMore(own).describe('The sides that are asked'),
  answers: z.array(answer).min(1, { error: 'expected one answer or more' }).describe('What they can answer'),
  need: z
    .enum(['one', 'all', 'first'])
    .default('one')
    .describe('How many must say yes: one or all (a no of one is a no); first: whoever answers first decides'),
  about: optional(z.enum(abouts)).describe('What is decided, where it is more than the words of the mail'),
  remind: list(span).describe('Waits after which those who have not answered are reminded, from the question on'),
  expires: optional(spanOrField).describe('When it lapses: a wait, or a field or record with the date such as quote.valid'),
});

/** A place of the process where a ticket stands. */
export const state = z.strictObject({
  stage: optional(own).describe('The stage it belongs to'),
  status: optional(own).describe('What customers read, a key of the language files; default: the name of the state'),
  group: optional(own).describe('A group of states that share steps: a level'),
  waits_for: own.describe('Whose turn it is: a side, or nobody'),
  clock: optional(own).describe('The clock of the service plan that runs here'),
  their_clock: own.optional().describe('And the clock of what an outside party owes us here, while it waits for them'),
});
