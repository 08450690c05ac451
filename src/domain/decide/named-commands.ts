import { inEnglish } from '../saying.ts';
import { placesOf, sceneFor } from './associate-mail.ts';
import { checkCommands } from './check-commands.ts';
import type { Facts } from './facts.ts';
import { commandsOn } from './flow/commands-on.ts';
import { findCommand } from './grammar/find-command.ts';
import { readCommands } from './grammar/read-commands.ts';

/** A command as `explain` shows it. */
export type NamedCommand = { name: string; args: Readonly<Record<string, string>>; text: string };

/** The commands a mail asks for, and what is wrong with them. Only associates command; a customer's brackets are text. */
export function namedCommands(facts: Facts): { commands: NamedCommand[]; errors: string[] } {
  const { sender, scene, level, classification } = facts;
  if (sender.kind !== 'associate' || classification.kind !== 'human') return { commands: [], errors: [] };
  const known = commandsOn(scene?.workflow ?? null);
  const { phrases, text: said, groups = [] } = readCommands(placesOf(facts, scene));
  const named = [...phrases, ...groups.flatMap((group) => group.phrases)].map(({ name, words, text }) => {
    const found = findCommand(known, name);
    const args = Object.fromEntries(words.map((word, at) => [String(at), word.text]));
    return { name: found.kind === 'found' ? found.command.name : name, args, text };
  });
  if (scene === null) return { commands: named, errors: [] };
  const checked = checkCommands(phrases, sceneFor(facts, scene, sender.person, said), level);
  const wrong = checked.kind === 'wrong' ? checked.commands.filter(({ ok }) => !ok) : [];
  return { commands: named, errors: wrong.map(({ command, problem }) => `${command}: ${inEnglish(problem)}`) };
}
