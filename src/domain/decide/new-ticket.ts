import { titleOf } from '../match/subject-tag.ts';
import type { Ticket } from '../ticket.ts';
import { begin } from '../workflow/begin.ts';
import { changesOf } from '../workflow/changes-of.ts';
import { factsOf } from '../workflow/facts-of.ts';
import type { Look } from '../workflow/guard.ts';
import type { Moved } from '../workflow/moved.ts';
import { workflowNamed } from '../workflow/of-ticket.ts';
import type { Workflow } from '../workflow/workflow.ts';
import type { Facts } from './facts.ts';

/** A ticket where its process begins, and what that comes to. */
export type Begun = { ticket: Ticket; workflow: Workflow; moved: Moved; look: Look };

/** What a ticket is when it begins with this mail. */
export function beginTicket(facts: Facts, channel: Ticket['channel'] = 'email'): Begun {
  const { sender, settings, now } = facts;
  const plain: Ticket = { ...newTicket(facts), channel };
  const workflow = workflowNamed(plain.workflow, settings.workflows);
  const isKnown = plain.customer !== null || sender.kind === 'associate' || (sender.kind === 'contact' && sender.contact.known);
  const known = { ticket: plain, isKnown, messages: [], records: facts.newRecords, checklists: workflow.checklists, now };
  const look = factsOf(known);
  const moved = begin(workflow, look);
  return { ticket: { ...plain, ...changesOf(plain, moved, now) }, workflow, moved, look };
}

function newTicket(facts: Facts): Ticket {
  const { mail, settings, mailbox, arrival } = facts;
  const customer = settings.customers.find(({ id }) => id === facts.customer);
  const workflow = customer?.workflow ?? mailbox?.workflow ?? settings.desk.workflow;
  return {
    number: facts.nextTicket,
    subject: titleOf(mail.subject, settings.desk.prefix),
    state: 'raised',
    workflow,
    workflowVersion: workflowNamed(workflow, settings.workflows).version,
    trail: [],
    waitsFor: 'staff',
    stage: null,
    severity: null,
    complexity: null,
    priority: null,
    type: null,
    level: null,
    assignee: null,
    customer: facts.customer,
    requester: mail.from.address,
    language: languageFor(facts, customer?.language ?? null),
    channel: 'email',
    mailbox: mailbox?.name ?? null,
    team: mailbox?.team ?? null,
    opened: arrival.receivedAt,
    updated: facts.now,
    closed: null,
    tags: [],
    fields: {},
    pausedUntil: null,
    deleted: null,
  };
}

/** Set for the contact, else for the customer, else the language they wrote, else the mailbox's, else the desk's. */
function languageFor({ sender, mail, mailbox, settings }: Facts, customers: string | null): string {
  const own = sender.kind === 'contact' ? sender.contact.language : null;
  return own ?? customers ?? (mail.language || null) ?? mailbox?.language ?? settings.desk.language;
}
