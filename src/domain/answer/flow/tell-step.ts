import type { Effect } from '../../effect.ts';
import type { AskId, MessageId } from '../../ids.ts';
import type { NewOutboxRow } from '../../outbox.ts';
import type { Audience } from '../../workflow/workflow.ts';
import { customerThread, delayed, threadData, toContact } from '../outgoing.ts';
import { filesOfAnswer } from '../passed-on.ts';
import { quotedFor } from '../quoted.ts';
import { outsiders } from '../tell-customer.ts';
import { type Hearer, hearersOf } from './hearers.ts';
import { readerOf } from './reader.ts';
import { tellOurs } from './tell-ours.ts';
import { tellTheirs } from './tell-theirs.ts';
import type { Telling } from './telling.ts';

/** The mails of a step, and what must be known of them. */
export type StepTold = {
  effects: readonly Effect[];
  /** Those of the mails that put a question. */
  asking: ReadonlyMap<AskId, readonly MessageId[]>;
  /** Addresses that a mail goes to, lower-cased: nobody of them needs another one for this. */
  heard: ReadonlySet<string>;
};

/**
 * Tells and asks whom a step tells and asks: one mail to each person, whatever it holds. What one of us says to the customer
 * goes along, and by itself to everybody else outside who takes part.
 */
export function tellStep(telling: Telling): StepTold {
  const { all, empty } = hearersOf(telling);
  const mails = all.map((hearer) => ({ hearer, effects: mailTo(telling, hearer) }));
  const own = mails.flatMap(({ effects }) => effects);
  return toldBy(telling, mails, [...own, ...wordsToOthers(telling, addressesIn(own)), ...nobodyThere(telling, empty)]);
}

/** Who has been told, and by which mail who was asked what. */
export function toldBy(
  { asks }: Pick<Telling, 'asks'>,
  mails: readonly { hearer: Hearer; effects: readonly Effect[] }[],
  effects: readonly Effect[],
): StepTold {
  const idsFor = (id: AskId): MessageId[] =>
    mails
      .filter(({ hearer }) => hearer.asks.some((ask) => ask.id === id))
      .flatMap((one) => rowsIn(one.effects))
      .map(({ messageId }) => messageId);
  return { effects, asking: new Map(asks.map(({ id }) => [id, idsFor(id)])), heard: addressesIn(effects) };
}

const rowsIn = (effects: readonly Effect[]): NewOutboxRow[] =>
  effects.flatMap((effect) => (effect.act === 'queue-mail' ? [effect.mail] : []));

/** Those that a mail goes to, lower-cased. */
export const addressesIn = (effects: readonly Effect[]): Set<string> =>
  new Set(rowsIn(effects).map(({ to }) => to.address.toLowerCase()));

/** Mails to those alone who have none of this yet. */
export const toOthers = (effects: readonly Effect[], heard: ReadonlySet<string>): Effect[] =>
  effects.filter((effect) => effect.act !== 'queue-mail' || !heard.has(effect.mail.to.address.toLowerCase()));

/** The one mail to a person. */
export function mailTo(telling: Telling, hearer: Hearer): Effect[] {
  const reader = readerOf(hearer.who, telling);
  if (reader === null) return [];
  if (reader.kind === 'theirs') return tellTheirs(telling, hearer, reader);
  const isSilent = reader.person.notify === 'none' && hearer.asks.length === 0;
  return isSilent ? [] : tellOurs(telling, hearer, reader);
}

/** Who takes part but is not told by the process reads what was said all the same, unless they got it from its author. */
function wordsToOthers(telling: Telling, heard: ReadonlySet<string>): Effect[] {
  const { words, mail, scene } = telling;
  if (words === null || words.body === '' || mail === null) return [];
  const { ticket } = scene;
  const { body, person, formatted } = words;
  return outsiders(mail, scene)
    .filter(({ address }) => !heard.has(address.toLowerCase()))
    .flatMap((to) =>
      toContact(telling, {
        ...{ ticket, to, template: 'reply', automatic: null, fromName: person.name, thread: customerThread(scene) },
        ...delayed(telling),
        attachments: filesOfAnswer(mail, scene, words.attachments, formatted),
        data: {
          ...threadData(telling, ticket),
          ...{ body, bodyHtml: formatted.html, associateName: person.name },
          ...{ quoted: quotedFor(telling, scene, to.address), asked: askedOutside(telling) },
        },
      }),
    );
}

/** Names of those outside from whom an answer is wanted now. */
const askedOutside = (telling: Telling): string[] => {
  const asked = telling.asks.flatMap(({ of }) => of).flatMap((who) => readerOf(who, telling) ?? []);
  const names = asked.flatMap((reader) => (reader.kind === 'theirs' ? [reader.to.name || reader.to.address] : []));
  return [...new Set(names)];
};

/** Remembers that a side was empty. */
export const nobodyThere = ({ scene }: Telling, empty: readonly Audience[]): Effect[] =>
  empty.map((side) => ({
    act: 'journal',
    ticket: scene.ticket.number,
    actor: { kind: 'desk' },
    event: 'side-empty',
    data: { side },
  }));
