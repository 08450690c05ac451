import { delayed, toAssociate } from '../answer/outgoing.ts';
import type { Facts } from '../decide/facts.ts';
import type { Effect } from '../effect.ts';
import { tagOf } from '../match/subject-tag.ts';
import type { Person } from '../settings.ts';
import type { Ticket } from '../ticket.ts';
import type { Briefing } from './briefing.ts';

/** What its mail is told: what was written for them, facts that may be told, names of the files with it. */
export type HandedOver = {
  deskName: string;
  tag: string;
  by: string;
  body: string;
  facts: readonly { name: string; value: string }[];
  files: readonly string[];
};

/** A hand-over to an outside party, as its mail. */
export type HandOut = { to: string; briefing: Briefing };

/** The mail that hands a ticket over: what was written for it, and nothing else of the ticket. */
export function handOut(facts: Facts, ticket: Ticket, by: Person, { to, briefing }: HandOut): Effect[] {
  const person = facts.settings.people.find(({ handle }) => handle === to);
  if (person === undefined) return [];
  const { desk } = facts.settings;
  const { text, facts: told, files } = briefing;
  return toAssociate(facts, person, {
    ...{ ticket, template: 'handed-over', automatic: null, fromName: by.name, attachments: files },
    data: {
      ...{ deskName: desk.name, tag: tagOf(desk.prefix, ticket.number), by: by.name, body: text },
      facts: told.map(({ name, value }) => ({ name, value })),
      files: files.map(({ filename }) => filename),
    },
    notBefore: delayed(facts).notBefore,
  });
}
