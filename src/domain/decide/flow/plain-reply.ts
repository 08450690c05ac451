import type { Checked } from '../check-commands.ts';
import type { Scene } from '../commands/command.ts';
import { reply } from '../commands/reply.ts';
import { recordsAfter } from './records-after.ts';
import { carryOutOn } from './take-step.ts';

type Fine = Extract<Checked, { kind: 'fine' }>;

/** Words to the customer are a `reply`, typed or not: where the process has a step for one, it is taken, unless a command moved the ticket. */
export function withReplyStep(checked: Fine, scene: Omit<Scene, 'insists'>): Fine {
  const { performed, ticket, participants, records, words } = checked;
  if (performed.some(({ command, deed }) => command.name === reply.name || deed.moved !== undefined)) return checked;
  const deed = carryOutOn(reply, [], { ...scene, ticket, participants, records, text: words, insists: false });
  if (deed.kind !== 'done' || deed.moved === undefined) return checked;
  const phrase = { text: reply.name, name: reply.name, insists: false, words: [] };
  return {
    ...checked,
    performed: [...performed, { phrase, command: reply, deed }],
    ticket: { ...ticket, ...deed.set },
    set: { ...checked.set, ...deed.set },
    records: recordsAfter(records, deed),
    words: deed.leaves ?? words,
  };
}
