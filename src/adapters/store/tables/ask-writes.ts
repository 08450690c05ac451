import type { AskEffect, Asked } from '../../../domain/ask/ask.ts';
import type { ArrivalId, AssociateId } from '../../../domain/ids.ts';
import { insertRow } from '../prepared.ts';
import type { At } from '../search.ts';
import { addressRow } from './contacts.ts';
import { associateRow } from './people.ts';

type Of<Act extends AskEffect['act']> = Extract<AskEffect, { act: Act }>;

/** Notes a question with whom it was put to. */
export async function openAsk(at: At, { ask }: Of<'open-ask'>, now: number): Promise<void> {
  const { id, ticket, ask: name, round, about, answers, need, asked, expires, reminds } = ask;
  await insertRow(at, 'asks', {
    ...{ id, ticket, name, round, state: 'open', need, asked, expires },
    about: about === null ? null : JSON.stringify(about),
    answers: JSON.stringify(answers),
    reminds: JSON.stringify(reminds),
  });
  for (const one of ask.of) await insertRow(at, 'ask_people', { ask: id, ...(await somebody(at, one, now)) });
  await addMails(at, ask);
}

/** Ends a question that is open. */
export async function settleAsk({ tx }: At, { ask, state }: Of<'settle-ask'>): Promise<void> {
  await tx.updateTable('asks').set({ state }).where('id', '=', ask).where('state', '=', 'open').execute();
}

/** Lets a question that was withdrawn wait again. */
export async function reopenAsk({ tx }: At, { ask }: Of<'reopen-ask'>): Promise<void> {
  await tx.updateTable('asks').set({ state: 'open' }).where('id', '=', ask).where('state', '=', 'withdrawn').execute();
}

/** Notes that it was put once more. */
export async function remindAsk(at: At, { ask, reminds, mails }: Of<'remind-ask'>): Promise<void> {
  await at.tx
    .updateTable('asks')
    .set({ reminds: JSON.stringify(reminds) })
    .where('id', '=', ask)
    .execute();
  await addMails(at, { id: ask, mails });
}

/** Keeps what somebody said; what they said before and did not confirm is gone. */
export async function answerAsk(at: At, { ask, given }: Of<'answer-ask'>, now: number, arrival: ArrivalId | null): Promise<void> {
  const { by, answer, value, via, recordedBy, words, state, until } = given;
  const who = await somebody(at, by, now);
  if (state !== 'refused') await unconfirmed(at, ask, who).execute();
  await insertRow(at, 'ask_answers', {
    ...{ ask, ...who, answer, value, at: now, arrival, via, words, state, until },
    recorded_by: recordedBy === null ? null : await associateRow(at, recordedBy, now),
  });
}

/** Remembers how an answer that counts is taken back. */
export async function keepAnswerUndo(at: At, { ask, by, undo }: Of<'keep-answer-undo'>, now: number): Promise<void> {
  const { address, associate } = await somebody(at, by, now);
  await at.tx
    .updateTable('ask_answers')
    .set({ undo: JSON.stringify(undo) })
    .where('ask', '=', ask)
    .where('state', '=', 'counted')
    .where('address', 'is not distinct from', address)
    .where('associate', 'is not distinct from', associate)
    .execute();
}

/** An unconfirmed answer counts, or was not theirs. */
export async function settleAnswer(at: At, { ask, by, state }: Of<'settle-answer'>, now: number): Promise<void> {
  const { address, associate } = await somebody(at, by, now);
  await at.tx
    .updateTable('ask_answers')
    .set({ state, until: null })
    .where('ask', '=', ask)
    .where('state', '=', 'unconfirmed')
    .where('address', 'is not distinct from', address)
    .where('associate', 'is not distinct from', associate)
    .execute();
}

/** An answer that counted is none, and its question waits again. */
export async function undoAnswer(at: At, { ask, by }: Of<'undo-answer'>, now: number): Promise<void> {
  const { address, associate } = await somebody(at, by, now);
  await at.tx
    .updateTable('ask_answers')
    .set({ state: 'undone' })
    .where('ask', '=', ask)
    .where('state', '=', 'counted')
    .where('address', 'is not distinct from', address)
    .where('associate', 'is not distinct from', associate)
    .execute();
  await at.tx.updateTable('asks').set({ state: 'open' }).where('id', '=', ask).where('state', '=', 'answered').execute();
}

const unconfirmed = ({ tx }: At, ask: Of<'answer-ask'>['ask'], { address, associate }: Somebody) =>
  tx
    .deleteFrom('ask_answers')
    .where('ask', '=', ask)
    .where('state', '=', 'unconfirmed')
    .where('address', 'is not distinct from', address)
    .where('associate', 'is not distinct from', associate);

type Somebody = { address: number | null; associate: AssociateId | null };

async function somebody(at: At, one: Asked, now: number): Promise<Somebody> {
  if (one.kind === 'associate') return { address: null, associate: await associateRow(at, one.handle, now) };
  return { address: (await addressRow(at, one.address, '', now)).id, associate: null };
}

async function addMails({ tx }: At, { id, mails }: Pick<Of<'open-ask'>['ask'], 'id' | 'mails'>): Promise<void> {
  if (mails.length === 0) return;
  const rows = mails.map((message_id) => ({ ask: id, message_id }));
  await tx
    .insertInto('ask_mails')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
