import { type Part, type Saying, say } from '../../saying.ts';
import { clockWords } from '../../sla/clock-words.ts';
import { closed, type Trigger, type Workflow } from '../workflow.ts';
import type { Sign } from './drawn.ts';
import { whoWords } from './names.ts';

/** How the words of a picture come to be: sayings in the reader's language, verbs as they are typed. */
export type Wording = { print(said: Part): string; verb(command: string): string };

/** What fires a step, in words. */
export function triggerWords(trigger: Trigger, process: string, wording: Wording): string {
  switch (trigger.kind) {
    case 'command':
      return [wording.verb(trigger.command), ...(trigger.word === null ? [] : [trigger.word])].join(' ');
    case 'answer':
      return wording.print({ label: `asks.${trigger.ask}.answers.${trigger.answer}`, process });
    case 'silent':
      return wording.print(say('no answer'));
    case 'expired':
      return wording.print(say('lapsed'));
    case 'reply':
      return wording.print(say`a message of: ${whoWords(trigger.of)}`);
    case 'after':
      return wording.print(say`after ${waitWords(trigger.wait, process)}`);
    case 'quiet':
      return wording.print(say`idle for ${waitWords(trigger.wait, process)}`);
    case 'event':
      return wording.print(events[trigger.event]);
    case 'breached':
      return wording.print(say`time is up: ${clockWords(trigger.clock)}`);
    case 'used':
      return wording.print(say`${trigger.percent} % of the hours used`);
    case 'enter':
      return wording.print(say('at once'));
  }
}

const events = {
  'contract-renewed': say('the contract is renewed'),
  'contract-expired': say('the contract runs out'),
  'level-overdue': say('it goes a level up by itself'),
  bounced: say('a mail came back'),
} as const;

const units: Readonly<Record<string, (count: string) => Saying>> = {
  bd: (count) => (count === '1' ? say('1 working day') : say`${count} working days`),
  bh: (count) => (count === '1' ? say('1 working hour') : say`${count} working hours`),
  d: (count) => (count === '1' ? say('1 day') : say`${count} days`),
  h: (count) => (count === '1' ? say('1 hour') : say`${count} hours`),
  m: (count) => (count === '1' ? say('1 minute') : say`${count} minutes`),
};

function waitWords(wait: string, process: string): Part {
  const [, count = '', unit = ''] = /^([\d.]+)(bd|bh|d|h|m)$/.exec(wait) ?? [];
  return units[unit]?.(count) ?? { label: `fields.${wait}`, process };
}

export const signs: Readonly<Record<Trigger['kind'], Sign>> = {
  command: 'command',
  answer: 'answer',
  reply: 'answer',
  silent: 'time',
  expired: 'time',
  after: 'time',
  quiet: 'time',
  breached: 'time',
  used: 'event',
  event: 'event',
  enter: 'enter',
};

/** A state as those inside read it. */
export const stateWords = (state: string, { name }: Pick<Workflow, 'name'>, { print }: Wording): string =>
  print({ label: `states.${state}`, process: state === closed ? '' : name });
