import type { Level } from '../../src/domain/authenticate/verdict.ts';
import { checkCommands } from '../../src/domain/decide/check-commands.ts';
import { phrases } from '../../src/domain/decide/grammar/words.ts';
import type { Person, Settings } from '../../src/domain/settings.ts';
import type { Ticket } from '../../src/domain/ticket.ts';
import { spelledOut } from '../support/in-english.ts';
import { someFacts } from './facts.ts';
import { inNoProcess } from './in-no-process.ts';
import { aPerson, aTicket, now } from './parts.ts';

type Scene = Parameters<typeof checkCommands>[1];

/** What may differ from an open ticket of Jane's at Maria's hands. */
export type Given = Partial<Omit<Scene, 'ticket' | 'settings'>> & {
  ticket?: Partial<Ticket>;
  people?: readonly Person[];
  desk?: Partial<Settings['desk']>;
};

export const maria = aPerson('maria', { name: 'Maria Lopez' });
export const ravi = aPerson('ravi', { name: 'Ravi Kumar' });

/** Performs the commands of one mail on a ticket that is told by what is special about it. */
export function tryCommands(text: string, { ticket, people = [maria, ravi], desk, ...other }: Given = {}, level: Level = 'E3') {
  const facts = someFacts();
  const settings = { ...facts.settings, people, desk: { ...facts.settings.desk, ...desk } };
  const scene: Scene = {
    ...{ ticket: aTicket(ticket), participants: [], messages: [], journal: [], undo: null, seen: now, ...inNoProcess },
    ...{ actor: maria, settings, lookups: facts.lookups, text: '', now, digest: facts.digest, newId: facts.newId },
    ...other,
  };
  return spelledOut(checkCommands(phrases(text), scene, level));
}

/** What was set, and the receipt's words; or the problem, how far the caret reaches and the right forms. */
export function outcome(text: string, given: Given = {}): unknown[] {
  const done = tryCommands(text, given);
  if (done.kind === 'fine') return [done.set, done.performed.map(({ deed }) => deed.change).join('; ')];
  const wrong = 'commands' in done ? done.commands.find(({ ok }) => !ok) : undefined;
  return [wrong?.problem, wrong?.caret.length, wrong?.suggestions.map(({ command }) => command).join(' | ')];
}
