import type { Ask, Asked } from '../ask/ask.ts';
import { addWorking, nextWorking, workingBetween } from '../calendar/working-time.ts';
import type { Due, DueFacts } from './due.ts';

/** Working days after which a question without reminders counts as unanswered. */
const patience = 5;

/**
 * What an open ask waits for. Reminders go to each who has not answered, in their own working hours and not while they are
 * away; those that were missed are one. Silence begins when the last reminder had as much time as the one before it.
 */
export function askDues(facts: DueFacts, ask: Ask): Due[] {
  if (ask.expires !== null && ask.expires <= facts.now) return [expiry(facts, ask, ask.expires)];
  const reminders = ask.of.flatMap((whom, index) => (hasAnswered(ask, whom) ? [] : reminder(facts, ask, whom, index)));
  const inTime = reminders.filter(({ at }) => ask.expires === null || at < ask.expires);
  return [
    ...inTime,
    ...(reminders.length === 0 ? silence(facts, ask) : []),
    ...(ask.expires === null ? [] : [expiry(facts, ask, ask.expires)]),
  ];
}

/** Where its process only hears of silence, the end of a question is that, unless it heard of it before. */
function expiry({ workflow: { steps }, done }: DueFacts, ask: Ask, at: number): Due {
  const hears = (kind: 'silent' | 'expired'): boolean =>
    steps.some(({ trigger }) => trigger.kind === kind && trigger.ask === ask.ask);
  const key = silenceOf(ask);
  return { kind: 'expired', at, keys: hears('silent') && !hears('expired') && !done.has(key) ? [key] : [], ask };
}

const silenceOf = ({ id }: Ask): string => `silent ${id}`;

const hasAnswered = ({ given }: Ask, whom: Asked): boolean =>
  given.some(({ by, state }) => state !== 'disowned' && nameOf(by) === nameOf(whom));

const nameOf = (asked: Asked): string => (asked.kind === 'contact' ? asked.address : asked.handle);

/** Of an ask, to the person of that place in its list: what was planned for an instant. */
const keyOf = (ask: Ask, person: number, planned: number): string => `remind ${ask.id} ${person} ${planned}`;

function reminder(facts: DueFacts, ask: Ask, whom: Asked, person: number): Due[] {
  const open = ask.reminds
    .map((at, index) => ({ at, index, key: keyOf(ask, person, at) }))
    .filter(({ key }) => !facts.done.has(key));
  const [first] = open;
  if (first === undefined) return [];
  const { calendar, awayUntil } = facts.reader(whom);
  const planned = nextWorking(calendar, Math.max(first.at, awayUntil ?? 0));
  const at = planned >= facts.now ? planned : nextWorking(calendar, facts.now);
  const one = open.filter((each) => each.at <= at);
  const isLast = one.at(-1)?.index === ask.reminds.length - 1;
  return [{ kind: 'remind', at, keys: one.map(({ key }) => key), ask, whom, isLast }];
}

function silence({ workflow, calendar, done }: DueFacts, ask: Ask): Due[] {
  const key = silenceOf(ask);
  const isHeard = workflow.steps.some(({ trigger }) => trigger.kind === 'silent' && trigger.ask === ask.ask);
  if (!isHeard || done.has(key)) return [];
  const [last, before = ask.asked] = ask.reminds.toReversed();
  const sent = ask.of.flatMap((_, person) => ask.reminds.map((at) => done.get(keyOf(ask, person, at)) ?? 0));
  const at =
    last === undefined
      ? addWorking(calendar, ask.asked, patience, 'days')
      : addWorking(calendar, Math.max(ask.asked, ...sent), workingBetween(calendar, before, last));
  return [{ kind: 'silent', at, keys: [key], ask }];
}
