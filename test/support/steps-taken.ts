import { words } from '../../src/domain/workflow/words.ts';
import type { Step, Workflow } from '../../src/domain/workflow/workflow.ts';
import type { World } from './world.ts';

/** Steps of the desk's process that no ticket took, by what its journal says: each as `reject closing from not-viable (line 99)`. */
export async function stepsNotTaken({ desk }: Pick<World, 'desk'>): Promise<string[]> {
  const { store, settings } = desk.house;
  const workflow = settings().workflows[settings().desk.workflow];
  if (workflow === undefined) throw new Error('the desk follows no process');
  const why = await store.read(async (at) => {
    const tickets = await at.tickets({ limit: 1000 });
    const journals = await Promise.all(tickets.map(({ number }) => at.journal(number)));
    return new Set(journals.flat().flatMap(({ event, data }) => (event === 'moved' ? whyOf(data) : [])));
  });
  return workflow.steps.filter((step) => !wayOf(workflow, step).some((one) => why.has(one))).map(named);
}

const whyOf = ({ why }: Readonly<Record<string, unknown>>): string[] =>
  Array.isArray(why) ? why.filter((one) => typeof one === 'string') : [];

/** Every line that a journal may have of a step. */
function wayOf({ states }: Workflow, { trigger, from, to, needs }: Step): string[] {
  const leads = (start: string): readonly string[] => {
    if (to.kind === 'state') return [to.state];
    return to.kind === 'same' ? [start] : Object.keys(states);
  };
  return from.flatMap((start) =>
    leads(start).map((end) => `${words.trigger(trigger)}: ${words.move(start, end)}${words.held(needs)}`),
  );
}

const named = ({ trigger, from, line }: Step): string => `${words.trigger(trigger)} from ${from.join(', ')} (line ${line})`;
