import { evidenceRow } from '../domain/authenticate/evidence.ts';
import type { Facts } from '../domain/decide/facts.ts';
import { type NamedCommand, namedCommands } from '../domain/decide/named-commands.ts';
import { wantedClass } from '../domain/decide/wanted-class.ts';
import type { Decision } from '../domain/effect.ts';
import { arrivalId } from '../domain/ids.ts';
import { tagOf } from '../domain/match/subject-tag.ts';
import type { Bytes } from '../domain/ports.ts';
import type { Arrival } from '../domain/ticket.ts';
import type { House } from './house.ts';
import { doubtedNow } from './journey/4-doubted.ts';
import { dateFrom } from './journey/5-match-twin.ts';
import { judge } from './journey/6-decide.ts';
import { type Understood, understand } from './journey/understand.ts';

/** `explain --json`, the public shape. */
export type Explanation = ReturnType<typeof shape> & { file: string };

/** Walks one mail through steps 2 to 6 of the house, the same code that takes mails, and stores nothing of it. */
export async function explainMail(house: House, { file, content }: { file: string; content: Bytes }): Promise<Explanation> {
  const { settings, clock } = { settings: house.settings(), clock: house.options.clock };
  const [kept] = await house.blobs.mails.keep([content]);
  if (kept === undefined) throw new Error('nothing was read');
  const arrival: Arrival = { ...unseen, ...kept, receivedAt: clock.now() };
  const doubted = await house.store.read(doubtedNow);
  const understood = await understand({ ...house, settings, now: clock.now(), doubted }, arrival);
  if (understood.kind === 'unreadable') return { file, ...unreadable(understood.why) };
  const { facts, decision } = await house.store.read((at) =>
    judge(
      at,
      { settings, now: clock.now(), newId: house.newId, words: house.words(), dateOf: dateFrom(house.blobs.mails, house.parse) },
      understood,
    ),
  );
  return { file, ...shape(understood, facts, decision, settings.desk.prefix) };
}

const unseen = {
  id: arrivalId(0),
  source: { kind: 'pipe', mailbox: null },
  envelope: null,
  authUser: null,
  state: 'received',
  attempts: 0,
  outcome: null,
  ticket: null,
  why: '',
  messageId: null,
  imported: false,
} as const;

function shape({ mail, classification }: Understood, facts: Facts, decision: Decision, prefix: string) {
  const { verdict, level, placement } = facts;
  const named: { commands: NamedCommand[]; errors: string[] } = namedCommands(facts);
  const evidence = evidenceRow(verdict, level, wantedClass(facts), facts.settings.authentication.rules);
  const report = mail.report;
  const bounced = classification.kind === 'bounce' || classification.kind === 'delivery-status';
  return {
    kind: classification.kind,
    thanks: classification.thanks,
    why: classification.why,
    from: mail.from,
    replyTo: mail.replyTo,
    to: mail.to,
    cc: mail.cc,
    subject: mail.subject,
    date: mail.date === null ? null : new Date(mail.date).toISOString(),
    messageId: mail.messageId ?? '',
    inReplyTo: mail.inReplyTo ?? '',
    references: mail.references,
    text: mail.text,
    visibleText: mail.visibleText,
    language: mail.language,
    attachments: mail.attachments,
    bounce: bounced ? { recipients: report?.recipients ?? [] } : null,
    authentication: { ...evidence, token: evidence.token === 'expired' ? ('valid' as const) : evidence.token },
    match: {
      ticket: placement.ticket === null ? null : tagOf(prefix, placement.ticket),
      by: placement.by,
      refused: placement.refused,
    },
    commands: named.commands,
    errors: named.errors,
    outcome: `${decision.outcome}: ${decision.why}`,
  };
}

function unreadable(why: string): ReturnType<typeof shape> {
  const nobody = { name: '', address: '' };
  return {
    ...{ kind: 'unreadable', thanks: false, why: [why], from: nobody, replyTo: [], to: [], cc: [], subject: '', date: null },
    ...{ messageId: '', inReplyTo: '', references: [], text: '', visibleText: '', language: '', attachments: [], bounce: null },
    authentication: {
      ...{ dmarc: 'none', by: 'none', alignedDomain: '', token: 'none', level: 'E0', class: 'C0', rule: '' },
      ...{ believed: [], claimed: [], verification: null },
    },
    match: { ticket: null, by: 'none', refused: null },
    ...{ commands: [], errors: [why], outcome: `held: ${why}` },
  } as ReturnType<typeof shape>;
}
