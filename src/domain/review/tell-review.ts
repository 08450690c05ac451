import { type Desk, delayed, toAssociate, toContact } from '../answer/outgoing.ts';
import type { Action } from '../answer/template-data.ts';
import { dayOf } from '../contract/term.ts';
import type { Effect } from '../effect.ts';
import type { CustomerContact, CustomerSettings, Person, Settings } from '../settings.ts';
import type { Period } from './period.ts';
import { type ReviewFacts, reviewOf, type ServiceReview } from './review.ts';

/** What the mail with a review is told; `draft`: only its author has it, and `readers` are those who would get it. */
export type ReviewMail = ServiceReview & {
  deskName: string;
  company: string;
  customerName: string;
  body: string;
  associateName: string;
  draft: boolean;
  /** It looks back from today; false: its time ended before. */
  untilToday: boolean;
  readers: readonly string[];
  /** What sends it. */
  command: string;
  actions: readonly Action[];
};

export type Reviewing = Omit<Desk, 'settings'> & { settings: Pick<Settings, 'desk' | 'people' | 'workflows'> };

/** A review to be mailed: what somebody of us says above it, and who ('' and null where the desk drafts it by itself). */
export type ReviewLetter = { facts: ReviewFacts; period: Period; body: string; by: Person | null };

/** Who reads reviews: the points of contact, else those who approve, else those who want to know; whoever has an address. */
export function reviewReaders({ contacts }: Pick<CustomerSettings, 'contacts'>): readonly CustomerContact[] {
  const reached = contacts.filter(({ addresses }) => addresses.length > 0);
  const choices = [
    reached.filter(({ spoc }) => spoc),
    reached.filter(({ approver }) => approver !== null),
    reached.filter(({ stakeholder }) => stakeholder),
  ];
  return choices.find((some) => some.length > 0) ?? [];
}

/** The review to the customer's people, a mail each. */
export function tellReview(desk: Reviewing, letter: ReviewLetter): Effect[] {
  const { customer } = letter.facts;
  return reviewReaders(customer).flatMap((contact) => {
    const [address = ''] = contact.addresses;
    const language = contact.language ?? customer.language ?? desk.settings.desk.language;
    const data = {
      ...mailOf(desk, letter, language),
      customerName: contact.name,
      draft: false,
      readers: [],
      command: '',
      actions: [],
    };
    return toContact(desk, {
      ...{ ticket: null, template: 'service-review', data, language, to: { name: contact.name, address } },
      ...{ automatic: letter.by === null ? 'auto-generated' : null, fromName: letter.by?.name ?? '' },
      ...(letter.by === null ? {} : { notBefore: delayed(desk).notBefore }),
    });
  });
}

/** The same to one of us, in the customer's own language; `command` sends it. */
export function draftReview(desk: Reviewing, letter: ReviewLetter, person: Person, command: string): Effect[] {
  const { customer } = letter.facts;
  const readers = reviewReaders(customer);
  const action: Action = { label: 'send', href: '', command: '', subject: desk.settings.desk.name, body: `!${command}\n\n` };
  const language = readers[0]?.language ?? customer.language ?? desk.settings.desk.language;
  const data = {
    ...{ ...mailOf(desk, letter, language), customerName: readers[0]?.name ?? '', draft: command !== '', command },
    readers: readers.map(({ name, addresses: [address = ''] }) => (name === '' ? address : `${name} <${address}>`)),
    actions: command === '' || readers.length === 0 ? [] : [action],
  };
  return toAssociate(desk, person, {
    ticket: null,
    template: 'service-review',
    data,
    language,
    automatic: letter.by === null ? 'auto-generated' : 'auto-replied',
  });
}

function mailOf({ settings, now }: Reviewing, { facts, period, body, by }: ReviewLetter, language: string) {
  const { customer } = facts;
  const zone = customer.timezone ?? settings.desk.timezone;
  const manager = settings.people.find(({ handle }) => handle === customer.relationship);
  return {
    ...reviewOf(facts, period, { language, timezone: customer.timezone }, settings),
    untilToday: dayOf(period.to - 1, zone) === dayOf(now, zone),
    ...{ deskName: settings.desk.name, company: customer.name, body, associateName: by?.name ?? manager?.name ?? '' },
  };
}
