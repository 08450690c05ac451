import type { TicketNo } from '../../ids.ts';
import { tagOf } from '../../match/subject-tag.ts';
import { listed, say } from '../../saying.ts';
import type { Participant, TicketChange } from '../../ticket.ts';
import type { TicketScene } from '../facts.ts';
import type { Word } from '../grammar/words.ts';
import { kinOf, kinQuery } from '../kin-of.ts';
import { ticketIn } from '../named-in-words.ts';
import { namesOf, noted } from '../other-ticket.ts';
import { type Command, type Deed, insiders, type Scene } from './command.ts';

/** A ticket that was merged into this one stands by itself again. */
export const unmerge: Command = {
  name: 'unmerge',
  translations: { es: ['separar'], de: ['trennen'], fr: ['séparer', 'defusionner'], pt: ['separar', 'desmesclar'] },
  args: '[TICKET]',
  roles: insiders,
  class: 'C4',
  help: say('A ticket that was merged into this one stands by itself again, and the people who came with it leave.'),
  inTitle: false,
  alone: true,
  reads: kinQuery('merged'),
  fits: () => true,
  perform: (words, scene) => {
    const wanted = chosen(words, scene);
    return wanted.kind === 'refused' ? wanted : apart(scene, wanted.scene);
  },
};

function chosen([word]: readonly Word[], { ticket, lookups, settings }: Scene): { kind: 'one'; scene: TicketScene } | Refusal {
  const { prefix } = settings.desk;
  const { merged } = kinOf(lookups, ticket.number);
  const number = word === undefined && merged.length === 1 ? merged[0] : word && ticketIn(word.text, prefix);
  const scene = merged.includes(number as TicketNo) ? lookups.tickets.get(number as TicketNo) : undefined;
  if (scene !== undefined) return { kind: 'one', scene };
  const suggestions = merged.map((one) => `unmerge ${tagOf(prefix, one)}`);
  if (merged.length === 0)
    return {
      kind: 'refused',
      problem: say('nothing was merged into this ticket'),
      expected: say('a ticket that others live on in'),
      suggestions,
    };
  return {
    kind: 'refused',
    problem:
      word === undefined ? say('several tickets live on in this one') : say`“${word.text}” does not live on in this ticket`,
    expected: say`one of ${merged.map((one) => tagOf(prefix, one)).join(', ')}`,
    ...(word === undefined ? {} : { word }),
    suggestions,
  };
}

type Refusal = Extract<Deed, { kind: 'refused' }>;

function apart(scene: Scene, { ticket: part, participants, journal }: TicketScene): Deed {
  const { ticket, settings } = scene;
  const from = journal.findLast(({ event }) => event === 'merged')?.data.from;
  const state = typeof from === 'string' ? from : 'raised';
  const open: TicketChange = { state, waitsFor: 'staff', closed: null };
  const leaving = broughtAlong(scene, part.number, participants);
  const { state: was, waitsFor, closed } = part;
  return {
    kind: 'done',
    effects: [
      { act: 'merge-ticket', ticket: part.number, into: null },
      ...(state === 'closed' ? [] : [{ act: 'change-ticket', ticket: part.number, set: open } as const]),
      ...leaving.map(({ address }) => ({ act: 'remove-participant', ticket: ticket.number, address }) as const),
      noted(scene, part.number, 'unmerged', { from: ticket.number }),
    ],
    back: [
      { act: 'merge-ticket', ticket: part.number, into: ticket.number },
      { act: 'change-ticket', ticket: part.number, set: { state: was, waitsFor, closed } },
      ...leaving.map((participant) => ({ act: 'add-participant', ticket: ticket.number, participant }) as const),
    ],
    event: 'gave-back',
    data: { ticket: part.number },
    change: listed(
      [
        say`${tagOf(settings.desk.prefix, part.number)} stands by itself again`,
        ...(leaving.length === 0 ? [] : [say`${namesOf(leaving)} takes part here no more`]),
      ],
      '; ',
    ),
  };
}

/** Its people who did neither write nor were written to here before it came. */
function broughtAlong(
  { ticket, journal, messages, participants }: Scene,
  part: TicketNo,
  people: readonly Participant[],
): Participant[] {
  const came = journal.findLast(({ event, data }) => event === 'took-in' && data.ticket === part)?.at ?? 0;
  const before = messages.filter(({ at }) => at < came).flatMap(({ from, to }) => [from.address, ...to]);
  const theirs = new Set(people.map(({ address }) => address));
  return participants.filter(({ address }) => theirs.has(address) && address !== ticket.requester && !before.includes(address));
}
