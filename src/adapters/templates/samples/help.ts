import type { TemplateData } from '../../../domain/answer/template-data.ts';
import { assign as assignIt } from '../../../domain/decide/commands/assign.ts';
import type { Command } from '../../../domain/decide/commands/command.ts';
import { take as takeIt } from '../../../domain/decide/commands/take.ts';
import { exampleOf } from '../../../domain/decide/commands/tasks.ts';
import { deskName, thread } from './parts.ts';

type Samples = {
  readonly [Name in 'help' | 'help-command' | 'confirm-call']: readonly [TemplateData[Name], ...TemplateData[Name][]];
};

const sample = ({ name, args, help }: Command) => ({ name, args, help, example: exampleOf(name) });
const take = sample(takeIt);
const assign = sample(assignIt);

const tasks = ['answer', 'describe', 'people', 'go-on', 'look', 'threads', 'open', 'clean', 'self', 'more'] as const;

/** Of what is told about the commands. */
export const helpSamples: Samples = {
  help: [
    { deskName, groups: [{ task: 'whose', commands: [take, assign] }] },
    { deskName, groups: tasks.map((task) => ({ task, commands: [take] })) },
  ],
  'confirm-call': [{ deskName, at: '3 Nov 2026, 09:14', reference: 'T-SK5F2O' }],
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

const states = ['your-turn', 'paused', 'closed'] as const;

/** How a customer's ticket may stand. */
export const stateSamples: {
  readonly 'ticket-state': readonly [TemplateData['ticket-state'], ...TemplateData['ticket-state'][]];
} = {
  'ticket-state': [
    { ...thread, state: 'our-turn', opened: '3 Nov 2026, 09:14', closed: '' },
    ...states.map((state) => ({ ...thread, state, opened: '3 Nov 2026, 09:14', closed: '5 Nov 2026, 10:00' })),
  ],
};
