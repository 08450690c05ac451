import { rules } from '../authenticate/rules.ts';
import type { Command } from '../decide/commands/command.ts';
import { exampleOf, type TaskName, tasks } from '../decide/commands/tasks.ts';
import type { Facts } from '../decide/facts.ts';
import { commandsOn } from '../decide/flow/commands-on.ts';
import type { Person } from '../settings.ts';
import type { TemplateData } from './template-data.ts';

type HelpData = TemplateData['help'];

/** The commands that this person may give, by what they want to do. */
export function helpData(facts: Facts, person: Person): HelpData {
  const mine = commandsOn(facts.scene?.workflow ?? null).filter(({ roles }) => roles.some((role) => person.roles.includes(role)));
  const groups = tasks.map(({ task, examples }) =>
    group(
      task,
      mine.filter(({ name }) => name in examples),
    ),
  );
  const placed = new Set(tasks.flatMap(({ examples }) => Object.keys(examples)));
  const rest = group(
    'more',
    mine.filter(({ name }) => !placed.has(name)),
  );
  return {
    deskName: facts.settings.desk.name,
    groups: [...groups, rest].filter((one) => one.commands.length > 0),
  };
}

const group = (task: TaskName, members: readonly Command[]): HelpData['groups'][number] => ({
  task,
  commands: members.map(({ name, args, help }) => ({ name, args, help, example: exampleOf(name) })),
});

/** One command whole. */
export function explainData(
  facts: Facts,
  { name, args, help, class: danger, translations }: Command,
): TemplateData['help-command'] {
  const { rules: own = rules } = facts.settings.authentication;
  const names = Object.entries(translations).map(([language, list]) => ({ language, names: list.join(', ') }));
  const needs = own.find((rule) => rule.class === danger)?.needs ?? '';
  return { deskName: facts.settings.desk.name, name, args, help, example: exampleOf(name), danger, needs, names };
}
