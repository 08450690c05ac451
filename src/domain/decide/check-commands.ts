import type { CheckedCommand } from '../answer/template-data.ts';
import { type Permission, permits, type Rule } from '../authenticate/rules.ts';
import type { Level } from '../authenticate/verdict.ts';
import type { Effect } from '../effect.ts';
import { either, type Saying, say } from '../saying.ts';
import type { Participant, Ticket, TicketChange } from '../ticket.ts';
import type { Records } from '../workflow/records.ts';
import type { Command, Deed, DeskScene, Request, Scene, TextUse } from './commands/command.ts';
import { fieldCommand } from './field-command.ts';
import { commandsOn } from './flow/commands-on.ts';
import { recordsAfter } from './flow/records-after.ts';
import { carryOutOn } from './flow/take-step.ts';
import { findCommand } from './grammar/find-command.ts';
import type { Phrase } from './grammar/words.ts';
import { messagesAfter } from './messages-after.ts';
import { participantsAfter } from './participants-after.ts';

/** A command that was carried out on the ticket in hand, nothing of it written yet. */
export type Performed = { phrase: Phrase; command: Command; deed: Extract<Deed, { kind: 'done' }> };

export type Checked =
  | {
      kind: 'fine';
      performed: readonly Performed[];
      ticket: Ticket;
      participants: readonly Participant[];
      records: Records;
      set: TicketChange;
      text: TextUse | null;
      /** What the text is where nobody said it; null: what it is by custom. */
      textIsFor: TextUse | null;
      /** The mail's text without what became values of fields. */
      words: string;
      asks: readonly Request[];
      effects: readonly Effect[];
    }
  /** Nothing is wrong with it but how far its sender is proved: the rule that wants more. */
  | { kind: 'unproved'; rule: Saying }
  /** All or none: every command of the mail, ticked or crossed. */
  | { kind: 'wrong'; commands: readonly CheckedCommand[] };

/** Performs the commands of a mail in order, each on the ticket the one before left, all or none. */
export function checkCommands(phrases: readonly Phrase[], scene: Omit<Scene, 'insists'>, level: Level): Checked {
  let { ticket, participants, messages, records, text: words } = scene;
  const checked = checkInOrder(phrases, scene, level, (command, typed, insists) => {
    const deed = carryOutOn(command, typed, { ...scene, ticket, participants, messages, records, text: words, insists });
    if (deed.kind === 'refused') return deed;
    ticket = { ...ticket, ...deed.set };
    participants = participantsAfter(participants, deed.effects ?? [], ticket.number);
    messages = messagesAfter(messages, deed);
    records = recordsAfter(records, deed);
    words = deed.leaves ?? words;
    return deed;
  });
  if (checked.kind !== 'fine') return checked;
  const { performed } = checked;
  const set = Object.assign({}, ...performed.map(({ deed }) => deed.set ?? {})) as TicketChange;
  const text = performed.flatMap(({ deed }) => deed.text ?? []).at(-1) ?? null;
  const asks = performed.flatMap(({ deed }) => deed.asks ?? []);
  const effects = performed.flatMap(({ deed }) => deed.effects ?? []);
  const textIsFor = performed.flatMap(({ deed }) => deed.textIsFor ?? []).at(-1) ?? null;
  return { kind: 'fine', performed, ticket, participants, records, set, text, textIsFor, words, asks, effects };
}

export type Unticketed = { kind: 'fine'; performed: readonly Performed[] } | Exclude<Checked, { kind: 'fine' }>;

/** The same for a mail on no ticket: only commands that work anywhere. */
export function checkAnywhere(phrases: readonly Phrase[], scene: Omit<DeskScene, 'insists'>, level: Level): Unticketed {
  return checkInOrder(phrases, scene, level, ({ anywhere }, words, insists) =>
    anywhere === undefined ? needsTicket : anywhere(words, { ...scene, insists }),
  );
}

/** All that may stand together, in one mail, at this level of proof. */
function checkInOrder(phrases: readonly Phrase[], asker: Asker, level: Level, perform: Perform): Unticketed {
  const performed: Performed[] = [];
  const report: CheckedCommand[] = [];
  for (const phrase of phrases) {
    const step = withoutContradiction(performed, alone(performed, performOne(phrase, asker, level, perform)));
    report.push(step.report);
    if (step.performed !== null) performed.push(step.performed);
  }
  if (report.some(({ ok }) => !ok)) return { kind: 'wrong', commands: report };
  const short = lacking(performed, level, asker.settings.authentication.rules);
  return short === undefined ? { kind: 'fine', performed } : { kind: 'unproved', rule: short.said };
}

const needsTicket: Deed = {
  kind: 'refused',
  problem: say('this needs a ticket'),
  expected: say('an answer to a mail of that ticket, or its number in the subject'),
  suggestions: [],
};

/** The first command that wants better evidence, and may get it by a confirmation. */
const lacking = (performed: readonly Performed[], level: Level, rules?: readonly Rule[]): Permission | undefined =>
  performed.map(({ command }) => permits(level, command.class, rules)).find(({ allowed }) => !allowed);

/** `note` and `reply` in one mail: which of them was meant must not be guessed. */
function withoutContradiction(performed: readonly Performed[], step: Step): Step {
  const earlier = performed.find(({ deed }) => deed.text !== undefined);
  const text = step.performed?.deed.text;
  if (step.performed === null || earlier === undefined || text === undefined || earlier.deed.text === text) return step;
  const problem = say`it contradicts “${earlier.phrase.text}”: this mail’s text is either a note or a reply`;
  const { phrase, command } = step.performed;
  return wrong(phrase, {
    problem,
    expected: say('one of the two'),
    at: 0,
    length: phrase.name.length,
    suggestions: [earlier.command.name, command.name],
  });
}

/**
 * Two commands that each settle what becomes of the ticket, or that each want the one mail that goes back: an answer to a
 * reading one, or the receipt of a change, with its undo link.
 */
function alone(performed: readonly Performed[], step: Step): Step {
  const { performed: now } = step;
  const earlier = performed.find(
    (one) =>
      settleBoth(now, one) ||
      turnsFrom(now, one) ||
      turnsFrom(one, now) ||
      (wantsMail(now) && (wantsMail(one) || changes(one))) ||
      (changes(now) && wantsMail(one)),
  );
  if (now === null || earlier === undefined) return step;
  const { phrase } = now;
  return wrong(phrase, {
    problem: say`it cannot stand beside “${earlier.phrase.text}” in one mail`,
    expected: say('one of the two, the other in a mail of its own'),
    at: 0,
    length: phrase.name.length,
    suggestions: [earlier.phrase.text, phrase.text],
  });
}

const settleBoth = (now: Performed | null, one: Performed): boolean => now?.command.alone === true && one.command.alone === true;

/** A step belongs to one process, and whoever commands both means one of them at most. */
const turnsFrom = (now: Performed | null, one: Performed | null): boolean =>
  now?.deed.follows !== undefined && one?.deed.moved !== undefined;

/** What a receipt with its undo link is for; text alone gets none. */
const changes = (one: Performed | null): boolean =>
  one?.deed.event !== undefined || one?.deed.set !== undefined || one?.deed.moved !== undefined;

const wantsMail = (one: Performed | null): boolean =>
  one?.deed.answer !== undefined || one?.deed.asks === 'status' || one?.deed.asks === 'help';

type Step = { report: CheckedCommand; performed: Performed | null };

type Perform = (command: Command, words: Phrase['words'], insists: boolean) => Deed;

type Asker = Pick<DeskScene, 'actor' | 'settings' | 'workflow'>;

function performOne(phrase: Phrase, asker: Asker, level: Level, perform: Perform): Step {
  const finding = findCommand(commandsOn(asker.workflow), phrase.name);
  if (finding.kind !== 'found') {
    const problem =
      finding.kind === 'ambiguous'
        ? say`“${phrase.name}” may be ${either(finding.near)}`
        : say`there is no command “${phrase.name}”`;
    return wrong(phrase, {
      problem,
      expected: finding.near.length > 0 ? '' : say('the name of a command'),
      at: 0,
      length: phrase.name.length,
      suggestions: finding.near.map((name) => renamed(phrase, name)),
    });
  }
  const { command, words } = fieldCommand(finding.command, phrase.words);
  const refusal = notAllowed(command, asker, level);
  if (refusal !== null)
    return wrong(phrase, { problem: refusal, expected: '', at: 0, length: phrase.name.length, suggestions: [] });
  const deed = perform(command, words, phrase.insists);
  if (deed.kind === 'done') return { report: right(phrase), performed: { phrase, command, deed } };
  const { problem, expected, word, suggestions, form } = deed;
  const place = { at: word?.at ?? 0, length: word?.text.length ?? phrase.name.length };
  return wrong(phrase, { problem, expected, ...place, suggestions, ...(form === undefined ? {} : { form }) });
}

/** The phrase with the right name in place of the wrong one, its words kept: `asign ravi` was meant as `assign ravi`. */
const renamed = ({ text, name }: Phrase, right: string): string =>
  text.toLowerCase().startsWith(name) ? `${right}${text.slice(name.length)}` : right;

function notAllowed(command: Command, { actor, settings }: Asker, level: Level): Saying | null {
  if (!command.roles.some((role) => actor.roles.includes(role))) return say`“${command.name}” is for ${command.roles.join(', ')}`;
  const { allowed, otherwise, said } = permits(level, command.class, settings.authentication.rules);
  return allowed || otherwise === 'confirm' ? null : say`your mail is not proved far enough (${said})`;
}

const right = (phrase: Phrase): CheckedCommand => ({
  command: phrase.text,
  ok: true,
  problem: '',
  caret: '',
  expected: '',
  suggestions: [],
});

type Fault = {
  problem: Saying;
  expected: Saying | '';
  at: number;
  length: number;
  suggestions: readonly string[];
  form?: string;
};

function wrong(phrase: Phrase, { problem, expected, at, length, suggestions, form }: Fault): Step {
  const caret = `${' '.repeat(at)}${'^'.repeat(Math.max(1, length))}`;
  const links = suggestions.slice(0, 3).map((command, nth) => ({
    ...{ label: command, href: '', command },
    ...(form === undefined || nth > 0 ? {} : { body: form }),
  }));
  return { report: { command: phrase.text, ok: false, problem, caret, expected, suggestions: links }, performed: null };
}
