import type { DeskHours } from '../calendar/desk-hours.ts';
import { inReadersHours } from '../due/readers-hours.ts';
import type { Effect } from '../effect.ts';
import type { CustomerSettings, Person, Role } from '../settings.ts';
import type { NamedPeriod } from './cadence.ts';
import { hasNews, type ReviewFacts } from './review.ts';
import { draftReview, type Reviewing } from './tell-review.ts';

/** What is kept so that one period of a customer is drafted once. */
export const reviewKey = ({ id }: Pick<CustomerSettings, 'id'>, { name }: NamedPeriod): string => `review ${id} ${name}`;

/**
 * The review of a period that is over, as a draft to whoever looks after the customer, in their working hours. Nothing where
 * nothing was asked, solved, agreed, and nothing is open.
 */
export function regularReview(desk: Reviewing, hours: DeskHours, facts: ReviewFacts, period: NamedPeriod): Effect[] {
  if (!hasNews(facts, period)) return [];
  const { people } = desk.settings;
  const letter = { facts, period, body: '', by: null };
  const command = `review ${facts.customer.id} ${period.name} send`;
  const drafts = keepers(facts.customer, people).flatMap((person) => draftReview(desk, letter, person, command));
  if (drafts.length === 0) return [];
  return [...inReadersHours(drafts, hours, people, null), { act: 'tell-once', keys: [reviewKey(facts.customer, period)] }];
}

/** Their relationship manager, else the leads, else those who look after the desk. */
function keepers({ relationship }: CustomerSettings, people: readonly Person[]): readonly Person[] {
  const own = people.filter(({ handle }) => handle === relationship);
  const withRole = (role: Role) => people.filter(({ roles }) => roles.includes(role));
  return [own, withRole('lead'), withRole('admin')].find((some) => some.length > 0) ?? [];
}
