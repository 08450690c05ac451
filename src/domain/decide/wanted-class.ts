import type { CommandClass } from '../authenticate/rules.ts';
import type { Facts } from './facts.ts';
import { commandsOn } from './flow/commands-on.ts';
import { namedCommands } from './named-commands.ts';

/** The class of what a mail asks for: of an associate's hardest command, their words to a customer, or a customer's mail. */
export function wantedClass(facts: Facts): CommandClass {
  const { sender, placement } = facts;
  if (sender.kind !== 'associate') return placement.ticket === null ? 'C0' : 'C1';
  const known = commandsOn(facts.scene?.workflow ?? null);
  const named = namedCommands(facts).commands.map(({ name }) => known.find((one) => one.name === name)?.class ?? 'C3');
  return named.toSorted((a, b) => hardness(a) - hardness(b)).at(-1) ?? 'C3a';
}

const order: readonly CommandClass[] = ['C0', 'C1', 'C1r', 'C2', 'C3', 'C3a', 'C3b', 'C4', 'C5', 'C6'];
const hardness = (one: CommandClass): number => order.indexOf(one);
