import { mayApprove } from '../../ask/approval-limit.ts';
import type { Ask, Asked } from '../../ask/ask.ts';
import type { Hearing } from '../../ask/judge-answers.ts';
import { ancestors } from '../../authenticate/verdict.ts';
import type { Choice } from '../../calendar/choose-time.ts';
import { talkAbout } from '../../calendar/talk.ts';
import type { AskId } from '../../ids.ts';
import type { Mail } from '../../mail.ts';
import { priceOf } from '../../quote/offered.ts';
import type { CustomerSettings } from '../../settings.ts';
import { ownWords } from '../../visible-text/own-words.ts';
import type { Records } from '../../workflow/records.ts';
import type { Facts, TicketScene } from '../facts.ts';

/** The mail in hand as one that may answer what was asked on its ticket. */
export function hearingOf(facts: Facts, { workflow, records }: TicketScene, writer: Asked, customer: string | null): Hearing {
  const { mail, answering, level, settings, now } = facts;
  return {
    ...{ workflow, writer, answering, level, now },
    asks: records.asks,
    repliedTo: repliedTo(mail, records.asks),
    text: ownWords(mail.visibleText),
    isPlain: mail.sealed === null && !mail.twoFaced,
    rules: settings.authentication.rules,
    choiceOf: (ask) => choiceOf(facts, records, ask, customer),
    isBeyond: (ask, by) => !mayApprove(by, priceOf(ask.about, records.quotes), customerOf(facts, customer)),
  };
}

/** Of several times, by the clock of the customer whom they were shown to. */
function choiceOf({ settings, now }: Facts, { talks }: Records, { about }: Ask, customer: string | null): Choice | null {
  const talk = talkAbout(about, talks);
  const zone = settings.customers.find(({ id }) => id === customer)?.timezone ?? settings.desk.timezone;
  return talk === undefined || talk.times.length === 1 ? null : { times: talk.times, here: { now, zone } };
}

/** The customer of a ticket, as the files know it. */
export const customerOf = ({ settings }: Pick<Facts, 'settings'>, id: string | null): CustomerSettings | undefined =>
  settings.customers.find((one) => one.id === id);

/** Asks that the nearest mail of ours which it answers had put; several may stand in one. */
function repliedTo(mail: Mail, asks: readonly Ask[]): readonly AskId[] {
  const nearest = ancestors(mail).find((id) => asks.some(({ mails }) => mails.includes(id)));
  return nearest === undefined ? [] : asks.filter(({ mails }) => mails.includes(nearest)).map(({ id }) => id);
}

/** Who writes, by the address that they were asked at where that is another of their own. */
export function writerOf({ mail, answering, settings }: Facts, { ticket, records }: TicketScene): Asked {
  if (answering?.own === true && answering.of.kind === 'contact') return answering.of;
  const { address } = mail.from;
  const contact = customerOf({ settings }, ticket.customer)?.contacts.find(({ addresses }) => addresses.includes(address));
  const asked = records.asks.flatMap(({ of }) => of).filter((one) => one.kind === 'contact');
  const known = asked.some((one) => one.address === address)
    ? undefined
    : asked.find((one) => contact?.addresses.includes(one.address));
  return known ?? { kind: 'contact', address };
}
