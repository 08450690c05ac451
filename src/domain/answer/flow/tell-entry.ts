import type { Facts } from '../../decide/facts.ts';
import type { Effect } from '../../effect.ts';
import type { Ticket } from '../../ticket.ts';
import { type Acknowledgement, acknowledge } from '../acknowledge.ts';
import { notifyOfMail } from '../notify.ts';
import { askShown } from './ask-shown.ts';
import { type Hearer, hearersOf } from './hearers.ts';
import { noWords } from './no-words.ts';
import { readerOf } from './reader.ts';
import type { News, Questions } from './step-data.ts';
import { stepValues } from './step-values.ts';
import { mailTo, nobodyThere, type StepTold, toldBy } from './tell-step.ts';
import { newsOf } from './tell-theirs.ts';
import type { Telling } from './telling.ts';

/** The mails that every new ticket causes: `how` its sender hears of it, as whom; what those inside read of it. */
export type Entry = { how: Acknowledgement; acknowledging: Facts; notifying: Facts };

/** What the process says at its entry stands in the mails that a new ticket causes anyway; who gets none of those gets one of its own. */
export function tellEntry(telling: Telling, { how, acknowledging, notifying }: Entry): StepTold {
  const { ticket, participants } = telling.scene;
  const { all, empty } = hearersOf(telling);
  const isRequester = ({ who }: Hearer): boolean => who.kind === 'contact' && who.address === ticket.requester;
  const [asked] = all.filter(isRequester);
  const ours = all.filter(({ who }) => who.kind === 'associate');
  const others = all.filter((one) => !isRequester(one) && !ours.includes(one));
  const said = wordsFor(how.kind === 'short' ? withoutTheirWords(telling) : telling, asked);
  const acknowledgement = acknowledge(acknowledging, ticket, how, said);
  const words = new Map(
    ours.flatMap((one) => (one.who.kind === 'associate' ? [[one.who.handle, wordsFor(telling, one)] as const] : [])),
  );
  const notices = notifyOfMail(notifying, ticket, participants, null, { noticed: [] }, words);
  const mails: { hearer: Hearer; effects: Effect[] }[] = [
    ...(asked === undefined ? [] : [{ hearer: asked, effects: acknowledgement }]),
    ...ours.map((hearer) => ({ hearer, effects: notices.filter((effect) => isTo(effect, hearer, telling)) })),
    ...(notifying.arrival.imported ? [] : others.map((hearer) => ({ hearer, effects: mailTo(telling, hearer) }))),
  ];
  const apart =
    others.length === 0 ? [] : mails.filter(({ hearer }) => others.includes(hearer)).flatMap(({ effects }) => effects);
  return toldBy(telling, mails, [...acknowledgement, ...apart, ...notices, ...nobodyThere(telling, empty)]);
}

const isTo = (effect: Effect, { who }: Hearer, { settings }: Telling): boolean =>
  effect.act === 'queue-mail' &&
  who.kind === 'associate' &&
  settings.people.some(({ handle, addresses }) => handle === who.handle && addresses.includes(effect.mail.to.address));

/** What one person is told and asked; nothing where the process has no word for them. */
function wordsFor(telling: Telling, hearer: Hearer | undefined): News & Questions {
  const reader = hearer === undefined ? null : readerOf(hearer.who, telling);
  if (hearer === undefined || reader === null) return noWords;
  const values = stepValues(telling, reader);
  const asks = hearer.asks.map((ask) => askShown(ask, hearer.who, reader, values, telling));
  return { ...newsOf(telling, hearer.texts, values), question: asks[0]?.says ?? null, asks };
}

/** Who is not proved gets not one word back that they wrote (A15). */
function withoutTheirWords(telling: Telling): Telling {
  const ticket: Ticket = { ...telling.scene.ticket, subject: '', fields: {} };
  return { ...telling, by: { kind: 'desk' }, scene: { ...telling.scene, ticket, participants: [], requester: null } };
}
