import { notifyOfHeld } from '../answer/notify-held.ts';
import type { HeldReason } from '../answer/template-data.ts';
import { inBrackets } from '../authenticate/evidence.ts';
import type { Decision, Effect } from '../effect.ts';
import { matchData } from '../match/match-data.ts';
import { tagOf } from '../match/subject-tag.ts';
import { inEnglish, type Part, type Saying, say } from '../saying.ts';
import type { Person } from '../settings.ts';
import { placesOf } from './associate-mail.ts';
import { askConfirmation } from './confirmation.ts';
import type { Facts } from './facts.ts';
import { readCommands } from './grammar/read-commands.ts';
import { arrivedMessage } from './message.ts';

/** From names one of us and nothing proves it: staff see it, the one it names is asked. */
export function holdUnproved(facts: Facts, person: Person, rule: Saying): Decision {
  const why = say`From names ${person.handle}, but nothing proves it${inBrackets(facts.verdict)}; ${rule}`;
  const held = hold(facts, facts.verdict.dmarc === 'fail' ? 'check-failed' : 'associate-not-proved', why, person);
  return { ...held, effects: [...held.effects, ...askConfirmation(facts, person, wantedIn(facts))] };
}

/** Too little evidence and no failed check: kept, and its sender is asked at the registered address. */
export function holdToConfirm(facts: Facts, person: Person, why: Part): Decision {
  const asked = askConfirmation(facts, person, wantedIn(facts));
  if (asked.length === 0) return hold(facts, 'other', why);
  const kept = hold(facts, 'other', why).effects.filter(({ act }) => act !== 'queue-mail');
  return { outcome: 'held', ticket: facts.scene?.ticket.number ?? null, why: inEnglish(why), effects: [...kept, ...asked] };
}

/** What a mail asks for, in its own commands; nothing else of it is told on. */
function wantedIn(facts: Facts): string[] {
  const { phrases, groups = [] } = readCommands(placesOf(facts, facts.scene));
  const lines = groups.flatMap(({ ticket, phrases: asked }) =>
    asked.map(({ text }) => `${tagOf(facts.settings.desk.prefix, ticket)} ${text}`),
  );
  return [...phrases.map(({ text }) => text), ...lines].slice(0, mostShown);
}

const mostShown = 20;

/** Kept where staff see it, and they are told why. */
export function hold(facts: Facts, reason: HeldReason, why: Part, asked?: Person): Decision {
  const number = facts.scene?.ticket.number ?? null;
  const data = { level: facts.level, reason, match: matchData(facts.placement) };
  const kept: Effect[] = [
    ...(number === null ? [] : [{ act: 'add-message', ticket: number, message: arrivedMessage(facts, 'note', 'held') } as const]),
    { act: 'journal', ticket: number, actor: { kind: 'desk' }, event: 'held', data },
  ];
  return { outcome: 'held', ticket: number, why: inEnglish(why), effects: [...kept, ...notifyOfHeld(facts, reason, why, asked)] };
}
