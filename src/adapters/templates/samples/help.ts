import { assign as assignIt } from '../../../domain/decide/commands/assign.ts';
import type { Command } from '../../../domain/decide/commands/command.ts';
import { take as takeIt } from '../../../domain/decide/commands/take.ts';
import { exampleOf } from '../../../domain/decide/commands/tasks.ts';
import { deskName, type Samples } from './parts.ts';

const sample = ({ name, args, help }: Command) => ({ name, args, help, example: exampleOf(name) });
const take = sample(takeIt);
const assign = sample(assignIt);

const tasks = ['answer', 'describe', 'people', 'go-on', 'offer', 'look', 'threads', 'open', 'clean', 'self', 'more'] as const;

/** Of what is told about the commands. */
export const helpSamples: Samples<'help' | 'help-command'> = {
  help: [
    { deskName, groups: [{ task: 'whose', commands: [take, assign] }] },
    { deskName, groups: tasks.map((task) => ({ task, commands: [take] })) },
  ],
  'help-command': [
    {
      ...{ deskName, ...assign, danger: 'C3', needs: 'E2' },
      names: [
        { language: 'es', names: 'asignar' },
        { language: 'de', names: 'zuweisen' },
      ],
    },
  ],
};
