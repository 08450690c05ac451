import { replyToMany } from '../answer/reply-to-many.ts';
import { permits } from '../authenticate/rules.ts';
import { type Level, levelOn } from '../authenticate/verdict.ts';
import type { Decision, Effect } from '../effect.ts';
import { type AskId, askId, type TicketNo } from '../ids.ts';
import { tagOf } from '../match/subject-tag.ts';
import { type Saying, say } from '../saying.ts';
import type { Person } from '../settings.ts';
import type { Actor } from '../ticket.ts';
import { sceneFor } from './associate-mail.ts';
import { doDeeds } from './carry-out.ts';
import { type Checked, checkCommands } from './check-commands.ts';
import type { Facts, TicketScene } from './facts.ts';
import type { CommandText, TicketCommands } from './grammar/read-commands.ts';
import { holdToConfirm } from './hold-mail.ts';

/** More tickets at once than this would do harm if the mail were forged (C4). */
const mostAtOnce = 5;

/** What became of one ticket's line. */
export type LineResult = { number: TicketNo; scene: TicketScene | null; done: DoneLine | RefusedLine };
export type DoneLine = { kind: 'done'; checked: Extract<Checked, { kind: 'fine' }>; told: readonly Effect[] };
export type RefusedLine = { kind: 'refused'; commands: Extract<Checked, { kind: 'wrong' }>['commands'] };

/**
 * A mail whose lines name their tickets: each ticket all or none, one receipt for all. Too little proof for any line keeps
 * the whole mail until its sender confirms it.
 */
export function decideListReply(facts: Facts, person: Person, read: CommandText, lines: readonly TicketCommands[]): Decision {
  const written = lines.flatMap(({ ticket, phrases }) => phrases.map(({ text }) => `${tagged(facts, ticket)} ${text}`));
  const actor: Actor = { kind: 'associate', handle: person.handle };
  const journal = (ticket: TicketNo | null, event: string, commands: readonly string[]): Effect => ({
    ...{ act: 'journal', ticket, actor, event },
    data: { level: facts.level },
    words: { commands },
  });
  const short = tooLittleProof(facts, person, lines);
  if (short !== null) return holdToConfirm(facts, person, short);
  const effects: Effect[] = [];
  const results = lines.map(({ ticket, phrases }): LineResult => {
    const line = carryOutLine({ ...facts, nextAsk: askAfter(facts, effects) }, person, { ticket, phrases });
    effects.push(...line.effects);
    if (line.result.done.kind === 'refused' && line.result.scene !== null)
      effects.push(
        journal(
          ticket,
          'command-refused',
          phrases.map(({ text }) => text),
        ),
      );
    return line.result;
  });
  const done = results.filter((result) => result.done.kind === 'done').length;
  return {
    outcome: done > 0 ? 'commanded' : 'held',
    ticket: null,
    why: `${done} of ${results.length} tickets: ${written.join('; ')}`,
    effects: [...effects, journal(null, 'commanded', written), ...replyToMany(facts, person, results, read)],
  };
}

const tagged = ({ settings }: Facts, ticket: TicketNo): string => tagOf(settings.desk.prefix, ticket);

function tooLittleProof(facts: Facts, person: Person, lines: readonly TicketCommands[]): Saying | null {
  const many = permits(levelFor(facts, null), 'C4', facts.settings.authentication.rules);
  if (lines.length > mostAtOnce && !many.allowed) return say`${lines.length} tickets at once: ${many.said}`;
  const short = lines.map((line) => checkLine(facts, person, line)).find((checked) => checked?.kind === 'unproved');
  return short?.kind === 'unproved' ? short.rule : null;
}

function checkLine(facts: Facts, person: Person, { ticket, phrases }: TicketCommands): Checked | null {
  const scene = sceneOn(facts, ticket);
  return scene === null ? null : checkCommands(phrases, sceneFor(facts, scene, person, ''), levelFor(facts, ticket));
}

/** The address that was signed for one ticket proves nothing on another; a confirmation (E4) named them all. */
const levelFor = ({ level, verdict }: Facts, ticket: TicketNo | null): Level =>
  level === 'E3' ? levelOn(ticket, verdict, level) : level;

const sceneOn = ({ scene, lookups }: Facts, ticket: TicketNo): TicketScene | null =>
  scene?.ticket.number === ticket ? scene : (lookups.tickets.get(ticket) ?? null);

function carryOutLine(facts: Facts, person: Person, line: TicketCommands): { result: LineResult; effects: readonly Effect[] } {
  const { ticket: number, phrases } = line;
  const scene = sceneOn(facts, number);
  const refused = (commands: RefusedLine['commands']) => ({
    result: { number, scene, done: { kind: 'refused', commands } as const },
    effects: [],
  });
  const all = (problem: Saying) =>
    refused(phrases.map(({ text }) => ({ command: text, ok: false, problem, caret: '', expected: '', suggestions: [] })));
  if (scene === null) return all(say`there is no ${tagged(facts, number)}`);
  if (scene.ticket.mergedInto !== undefined) return all(say`it was merged into ${tagged(facts, scene.ticket.mergedInto)}`);
  const checked = checkLine(facts, person, line);
  if (checked?.kind === 'wrong') return refused(checked.commands);
  if (checked?.kind !== 'fine') return all(say('it could not be carried out'));
  const apart = checked.performed.find(
    ({ command, deed }) => command.alone || deed.answer !== undefined || deed.releases !== undefined || isRead(deed.asks),
  );
  if (apart !== undefined) return all(say`“${apart.command.name}” needs a mail of its own on that ticket`);
  const { effects, told } = doDeeds(silent(facts, scene), scene, person, nothingSaid, checked, 'note');
  return { result: { number, scene, done: { kind: 'done', checked, told } }, effects };
}

/** The number of the next question, where lines before this one put some. */
const askAfter = ({ nextAsk }: Facts, effects: readonly Effect[]): AskId =>
  askId(nextAsk + effects.filter(({ act }) => act === 'open-ask').length);

const isRead = (asks: string | undefined): boolean => asks === 'status' || asks === 'help';

/** What else the mail says, brings or cites belongs to none of its tickets. */
const silent = (facts: Facts, scene: TicketScene): Facts => ({
  ...facts,
  scene,
  mail: { ...facts.mail, ...{ messageId: null, inReplyTo: null, references: [], text: '', visibleText: '', attachments: [] } },
});

const nothingSaid: CommandText = { phrases: [], notRepeated: [], written: [], text: '' };
