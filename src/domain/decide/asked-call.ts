import { toContact } from '../answer/outgoing.ts';
import { replyToMail } from '../answer/reply-to-associate.ts';
import { timeFor } from '../answer/time-for.ts';
import type { Call } from '../call.ts';
import type { Decision, Effect } from '../effect.ts';
import { say } from '../saying.ts';
import type { Person } from '../settings.ts';
import type { Actor } from '../ticket.ts';
import type { Performed } from './check-commands.ts';
import { isClearNo } from './clear-no.ts';
import { openTicket } from './customer-mail.ts';
import type { Facts } from './facts.ts';

type Caller = { address: string; name: string; title: string; text: string; language: string; timezone: string | null };

/** The caller is asked by mail whether they called; until they answer there is no ticket and no number. */
export function askCaller(facts: Facts, person: Person, caller: Caller, one: Performed): Decision {
  const { settings, now } = facts;
  const { address, name, title, text, language, timezone } = caller;
  const at = timeFor(now, { language, timezone }, settings.desk);
  const data = { deskName: settings.desk.name, at, reference: referenceOf(now) };
  const common = { ticket: null, template: 'confirm-call', automatic: 'auto-generated', language } as const;
  const asked = toContact(facts, { ...common, to: { name, address }, data });
  const calls = asked.flatMap((effect): Effect[] =>
    effect.act === 'queue-mail'
      ? [
          {
            act: 'keep-call',
            call: { ...{ address, name, title, text }, messageId: effect.mail.messageId, handle: person.handle, at: now },
          },
        ]
      : [],
  );
  const actor: Actor = { kind: 'associate', handle: person.handle };
  const receipt = {
    ...one,
    deed: { ...one.deed, change: say`${address} is asked to confirm; the ticket opens with their answer` },
  };
  const effects: Effect[] = [
    ...calls,
    ...asked,
    { act: 'journal', ticket: null, actor, event: 'call-asked', data: { level: facts.level } },
    ...replyToMail.deskReceipt(facts, person, [receipt]),
  ];
  return { outcome: 'commanded', ticket: null, why: `${address} is asked whether they called`, effects };
}

/** To name the call by, on the phone or in a search; it opens nothing. */
const referenceOf = (now: number): string =>
  `T-${Math.floor(now / 1000)
    .toString(36)
    .toUpperCase()}`;

/** The answer makes the ticket: their words, with what the colleague noted as a note. */
export function openCalled(facts: Facts, call: Call): Decision {
  const opened = openTicket({ ...facts, mail: { ...facts.mail, subject: call.title } }, 'phone');
  const ticket = facts.nextTicket;
  const confirmed: Effect[] = [
    ...noteOf(facts, call),
    { act: 'call-answered', call: call.messageId, ticket },
    { act: 'learn-id', ticket, messageId: call.messageId },
    {
      act: 'journal',
      ticket,
      actor: { kind: 'associate', handle: call.handle },
      event: 'opened-for',
      data: { channel: 'phone' },
    },
  ];
  return {
    ...opened,
    why: `confirms the call that ${call.handle} noted; ${opened.why}`,
    effects: [...opened.effects, ...confirmed],
  };
}

/** They say that they did not call, and nothing else. */
export const deniesCall = ({ answersQuestion, call, mail, lift }: Facts): boolean =>
  (answersQuestion === 'call' || call !== null) &&
  lift?.kind !== 'admitted' &&
  mail.attachments.every(({ inline }) => inline) &&
  isClearNo(mail.visibleText, mail.from.name);

/** No ticket; whoever noted the call hears of it, once. */
export function dropCalled(facts: Facts): Decision {
  const { call, settings, mail } = facts;
  const why = 'says that they did not call; no ticket is opened';
  if (call === null) return { outcome: 'ignored', ticket: null, why, effects: [] };
  const person = settings.people.find(({ handle }) => handle === call.handle);
  const change = say`${call.address} answers that they did not call; no ticket is opened for “${call.title}”`;
  const effects: Effect[] = [
    { act: 'call-answered', call: call.messageId, ticket: null },
    { act: 'journal', ticket: null, actor: { kind: 'contact', address: mail.from.address }, event: 'call-denied', data: {} },
    ...(person === undefined ? [] : replyToMail.told(facts, person, { command: `phone ${call.address}`, change })),
  ];
  return { outcome: 'commanded', ticket: null, why, effects };
}

function noteOf({ settings, nextTicket }: Facts, { handle, text, title, at }: Call): Effect[] {
  const person = settings.people.find((one) => one.handle === handle);
  if (text === '') return [];
  const from = { name: person?.name ?? handle, address: person?.addresses[0] ?? '' };
  const entry = { direction: 'note', status: 'filed', messageId: null, to: [], attachments: [], sha256: null } as const;
  return [{ act: 'add-message', ticket: nextTicket, message: { ...entry, from, at, subject: title, text, visibleText: text } }];
}
