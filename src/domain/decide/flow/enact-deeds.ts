import type { Brought } from '../../answer/flow/telling.ts';
import { askId } from '../../ids.ts';
import type { Saying } from '../../saying.ts';
import type { Person } from '../../settings.ts';
import { goAlong } from '../../workflow/along.ts';
import { type Enacted, enact } from '../../workflow/enact.ts';
import { isHeardOutside } from '../../workflow/heard-outside.ts';
import type { Checked } from '../check-commands.ts';
import type { Facts, TicketScene } from '../facts.ts';

type Fine = Extract<Checked, { kind: 'fine' }>;

/** Beside what was meant: of which command, and what its author should know. */
export type Remark = { command: string; change: Saying };

/** What the steps cause that its commands fired; the first that is heard outside carries the words. */
export function enactedBy(
  facts: Facts,
  was: TicketScene,
  after: TicketScene,
  { handle }: Person,
  { performed, records }: Fine,
  { text, words }: Pick<Brought, 'text' | 'words'>,
): (Enacted & { remarks: readonly Remark[] })[] {
  let { ticket } = was;
  let unsaid = words;
  let nextAsk = facts.nextAsk;
  return performed.flatMap(({ phrase, deed: { moved, set, calendars = [] } }) => {
    if (moved === undefined) return [];
    const carries = isHeardOutside(moved, was.workflow) ? unsaid : null;
    if (carries !== null) unsaid = null;
    const cause = { actor: { kind: 'associate', handle } as const, was: ticket, mail: facts, text, words: carries, calendars };
    ticket = { ...ticket, ...set };
    const desk = { ...facts, nextAsk };
    const scene = { ...after, records: { ...records, asks: was.records.asks } };
    const enacted = enact(desk, scene, moved, cause);
    const along = goAlong(desk, scene, moved, cause.actor, [...enacted.effects, ...enacted.told]);
    const effects = [...enacted.effects, ...along.effects];
    nextAsk = askId(nextAsk + effects.filter(({ act }) => act === 'open-ask').length);
    const remarks = along.noticed.map((change) => ({ command: phrase.text, change }));
    return [{ ...enacted, effects, back: [...enacted.back, ...along.back], remarks }];
  });
}

/** A step that tells or asks the customer's side carries the words there. */
export const isSaidByStep = ({ workflow }: TicketScene, { performed }: Fine): boolean =>
  performed.some(({ deed: { moved } }) => moved !== undefined && isHeardOutside(moved, workflow));
