import { answerAssociate } from '../answer/answer-associate.ts';
import { replyToMail } from '../answer/reply-to-associate.ts';
import type { CheckedCommand } from '../answer/template-data.ts';
import type { Decision, Effect } from '../effect.ts';
import { say } from '../saying.ts';
import type { Person } from '../settings.ts';
import type { Actor } from '../ticket.ts';
import { checkAnywhere, type Performed } from './check-commands.ts';
import { commands } from './commands/index.ts';
import type { Facts } from './facts.ts';
import { findCommand } from './grammar/find-command.ts';
import type { CommandText } from './grammar/read-commands.ts';
import { holdToConfirm } from './hold-mail.ts';
import { openForOther } from './open-for.ts';
import { recheckContracts } from './recheck-contracts.ts';

/** Whether a mail on no ticket begins with a command which needs none; else it is a mail like any other. */
export function commandsDesk({ phrases: [first] }: Pick<CommandText, 'phrases'>): boolean {
  const found = first === undefined ? null : findCommand(commands, first.name);
  return found?.kind === 'found' && found.command.anywhere !== undefined;
}

/** An associate's mail on no ticket that begins with a command which needs none: `[help]`, `[receipts off]`. */
export function decideAtDesk(facts: Facts, person: Person, read: CommandText): Decision {
  const { settings, lookups, now, level, digest } = facts;
  const checked = checkAnywhere(
    read.phrases,
    { actor: person, settings, lookups, text: read.text, workflow: null, now, digest },
    level,
  );
  const actor: Actor = { kind: 'associate', handle: person.handle };
  const written = read.phrases.map(({ text }) => text);
  const why = written.join('; ');
  const journal = (event: string): Effect => ({
    act: 'journal',
    ticket: null,
    actor,
    event,
    data: { level },
    words: { commands: written },
  });
  if (checked.kind === 'unproved') return holdToConfirm(facts, person, checked.rule);
  const refused = (report: readonly CheckedCommand[]): Decision => {
    const effects = [journal('command-refused'), ...replyToMail.deskError(facts, person, read, report)];
    return { outcome: 'held', ticket: null, why: `nothing was applied: ${why}`, effects };
  };
  if (checked.kind === 'wrong') return refused(checked.commands);
  const opening = checked.performed.find(({ deed }) => deed.opens !== undefined);
  if (opening?.deed.opens !== undefined) {
    if (checked.performed.length === 1) return openForOther(facts, person, opening.deed.opens, read, opening);
    return refused(besideOpening(checked.performed));
  }
  const effects: Effect[] = [
    ...checked.performed.flatMap(({ deed }) => deed.effects ?? []),
    ...recheckContracts(facts, null, person, checked.performed).effects,
    journal('commanded'),
    ...mailBack(facts, person, checked.performed),
  ];
  return { outcome: 'commanded', ticket: null, why, effects };
}

/** A mail that opens a ticket does nothing else: what it asks beside that would have no ticket yet. */
const besideOpening = (performed: readonly Performed[]): CheckedCommand[] =>
  performed.map(({ phrase, deed }) => ({
    ...{ command: phrase.text, ok: deed.opens !== undefined, caret: '', suggestions: [] },
    problem: deed.opens === undefined ? say('it cannot stand beside a command that opens a ticket') : '',
    expected: deed.opens === undefined ? say('the ticket first; then this, in an answer to its receipt') : '',
  }));

/** One mail back: what was asked for, else the receipt. */
function mailBack(facts: Facts, person: Person, performed: Parameters<typeof replyToMail.deskReceipt>[2]): Effect[] {
  const [answer] = performed.flatMap(({ deed }) => deed.answer ?? []);
  if (answer !== undefined) return answerAssociate(facts, null, person, answer);
  const asks = performed.flatMap(({ deed }) => deed.asks ?? []);
  return asks.includes('help') ? replyToMail.help(facts, person) : replyToMail.deskReceipt(facts, person, performed);
}
