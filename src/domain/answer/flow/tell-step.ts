import type { Effect } from '../../effect.ts';
import type { AskId, MessageId } from '../../ids.ts';
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
  const rows = mails.flatMap(({ effects }) => effects).flatMap((effect) => (effect.act === 'queue-mail' ? [effect.mail] : []));
  const heard = new Set(rows.map(({ to }) => to.address.toLowerCase()));
  const asking = new Map(
    telling.asks.map(({ id }) => {
      const asked = mails.filter(({ hearer }) => hearer.asks.some((ask) => ask.id === id)).flatMap(({ effects }) => effects);
      return [id, asked.flatMap((effect) => (effect.act === 'queue-mail' ? [effect.mail.messageId] : []))] as const;
    }),
  );
  const effects = [...mails.flatMap((one) => one.effects), ...wordsToOthers(telling, heard), ...nobodyThere(telling, empty)];
  return { effects, asking, heard };
}

function mailTo(telling: Telling, hearer: Hearer): Effect[] {
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
          quoted: quotedFor(telling, scene, to.address),
        },
      }),
    );
}

const nobodyThere = ({ scene }: Telling, empty: readonly Audience[]): Effect[] =>
  empty.map((side) => ({
    act: 'journal',
    ticket: scene.ticket.number,
    actor: { kind: 'desk' },
    event: 'side-empty',
    data: { side },
  }));
