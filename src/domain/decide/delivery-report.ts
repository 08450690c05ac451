import { cameBack } from '../answer/came-back.ts';
import { notifyOfFailure } from '../answer/notify-failed.ts';
import type { Decision, Effect } from '../effect.ts';
import type { BouncedRecipient } from '../mail.ts';
import { advance } from '../workflow/advance.ts';
import { closed } from '../workflow/workflow.ts';
import type { Facts } from './facts.ts';

/** A delivery report changes something only where it returns a mail that is provably ours (3464-1, 3461-1). */
export function decideReport(facts: Facts): Decision {
  const { report } = facts.mail;
  const { returned } = facts;
  const recipient = report?.recipients.find(({ permanent }) => permanent) ?? report?.recipients[0];
  const why = `${report?.action ?? 'unknown'} ${recipient?.status ?? ''} ${recipient?.address ?? ''}`.trim();
  const outcome = 'bounced';
  if (returned === null) return { ...unbound(facts, recipient), outcome, why: `${why}; returns no mail of ours` };
  const { ticket } = returned;
  if (recipient === undefined) return { outcome, ticket, why, effects: [] };
  if (!recipient.permanent) return { outcome, ticket, why, effects: [underWay(facts, recipient)] };
  if (returned.state === 'failed') return { outcome, ticket, why: `${why}; known already`, effects: [] };
  return { outcome, ticket, why, effects: failed(facts, recipient) };
}

/** Shown on the ticket that the address was last written to, and nothing else: anybody can write such a report. */
function unbound(facts: Facts, recipient: BouncedRecipient | undefined): Pick<Decision, 'ticket' | 'effects'> {
  const { perhaps } = facts;
  if (perhaps === null || perhaps.ticket === null || recipient === undefined) return { ticket: null, effects: [] };
  const data = { outbox: perhaps.id, status: recipient.status, action: facts.mail.report?.action ?? 'unknown' };
  return { ticket: null, effects: [journal(perhaps.ticket, 'report-unproved', data)] };
}

/** Delayed, delivered, passed on: good to know, no more. */
function underWay({ returned, mail }: Facts, { status }: BouncedRecipient): Effect {
  const action = mail.report?.action ?? 'unknown';
  return journal(returned?.ticket ?? null, `delivery-${action}`, { outbox: returned?.id, template: returned?.template, status });
}

function failed(facts: Facts, { status, diagnostic }: BouncedRecipient): Effect[] {
  const { returned, scene } = facts;
  if (returned === null) return [];
  const answer = `${status} ${diagnostic}`.trim();
  const marked: Effect = { act: 'mark-bounced', outbox: returned.id, diagnostic: answer.slice(0, 300) };
  if (returned.template === 'probe') return [marked]; // `doctor` says that none came back
  return [
    marked,
    journal(returned.ticket, 'bounced', { outbox: returned.id, template: returned.template, status }),
    ...cameBack(returned, scene?.ticket ?? null, answer),
    ...stepTaken(facts),
    // A notice of a failure that fails itself would tell of itself for ever.
    ...(returned.template === 'notify-failed' ? [] : notifyOfFailure(facts, scene, returned.to, answer, returned.body)),
  ];
}

/** What the process makes of it that its customer cannot be reached. */
function stepTaken(facts: Facts): readonly Effect[] {
  const { returned, scene } = facts;
  if (scene === null || returned?.party !== 'contact' || scene.ticket.state === closed) return [];
  const trigger = { kind: 'event', event: 'bounced' } as const;
  const who = { roles: [], level: null, sides: [] };
  const done = advance(facts, scene, { trigger, who, actor: { kind: 'desk' } });
  return done.kind === 'advanced' ? done.effects : [];
}

const journal = (ticket: Facts['nextTicket'] | null, event: string, data: Record<string, unknown>): Effect => ({
  act: 'journal',
  ticket,
  actor: { kind: 'desk' },
  event,
  data,
});
