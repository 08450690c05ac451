import { notifyOfHeld } from '../answer/notify.ts';
import { replyToMail } from '../answer/reply-to-associate.ts';
import { repliesToCustomer } from '../answer/told.ts';
import { inBrackets } from '../authenticate/evidence.ts';
import { permits } from '../authenticate/rules.ts';
import type { Decision, Effect } from '../effect.ts';
import type { Person } from '../settings.ts';
import type { Actor } from '../ticket.ts';
import { carryOut } from './carry-out.ts';
import { checkCommands } from './check-commands.ts';
import { commands } from './commands/index.ts';
import { openTicket } from './customer-mail.ts';
import type { Facts, TicketScene } from './facts.ts';
import { findCommand, findWhole } from './grammar/find-command.ts';
import { type CommandText, readCommands } from './grammar/read-commands.ts';
import type { Phrase } from './grammar/words.ts';
import { arrivedMessage } from './message.ts';

/** A mail from one of us. Its commands and words count only where From is proved (E2); else staff see it and decide. */
export function decideAssociateMail(facts: Facts, person: Person): Decision {
  const { scene, level } = facts;
  const permission = permits(level, 'C3a');
  if (!permission.allowed) return holdUnproved(facts, person, permission.rule);
  if (scene === null) return decideWithoutTicket(facts, person);
  const read = readCommands(placesOf(facts, scene));
  const { ticket, participants } = scene;
  const { people } = facts.settings;
  const checked = checkCommands(read.phrases, { ticket, participants, actor: person, people, now: facts.now }, level);
  if (checked.kind === 'wrong') return refuse(facts, scene, person, read, checked.commands);
  const use = checked.text ?? (repliesToCustomer(person) ? 'reply' : 'note');
  return carryOut(facts, scene, person, read, checked, use);
}

/** `[help]` and its like; whatever else one of us writes to the desk without a ticket opens one. */
function decideWithoutTicket(facts: Facts, person: Person): Decision {
  const read = readCommands({ ...placesOf(facts, null), title: '' });
  const found = read.phrases.map(({ name }) => findCommand(commands, name));
  const asked = found.length > 0 && found.every((one) => one.kind === 'found' && one.command.anywhere);
  if (!asked) return openTicket(facts);
  const actor: Actor = { kind: 'associate', handle: person.handle };
  const data = { commands: read.phrases.map(({ text }) => text), level: facts.level };
  const effects: Effect[] = [
    ...replyToMail.help(facts, person),
    { act: 'journal', ticket: null, actor, event: 'asked-help', data },
  ];
  return { outcome: 'commanded', ticket: null, why: read.phrases.map(({ text }) => text).join('; '), effects };
}

/** File first, command second: nothing is applied, the text is kept as a held draft, the sender hears exactly why. */
function refuse(
  facts: Facts,
  scene: TicketScene,
  person: Person,
  read: CommandText,
  checked: Parameters<typeof replyToMail.error>[4],
): Decision {
  const { number } = scene.ticket;
  const actor: Actor = { kind: 'associate', handle: person.handle };
  const problems = checked.filter(({ ok }) => !ok).map(({ command, problem }) => `${command}: ${problem}`);
  const effects: Effect[] = [
    { act: 'add-message', ticket: number, message: { ...arrivedMessage(facts, 'note', 'held'), visibleText: read.text } },
    { act: 'journal', ticket: number, actor, event: 'command-refused', data: { commands: read.phrases.map(({ text }) => text) } },
    ...replyToMail.error(facts, scene, person, read, checked),
  ];
  return { outcome: 'held', ticket: number, why: problems.join('; '), effects };
}

function holdUnproved(facts: Facts, person: Person, rule: string): Decision {
  const why = `From names ${person.handle}, but nothing proves it${inBrackets(facts.verdict)}; ${rule}`;
  const { scene } = facts;
  const kept: Effect[] =
    scene === null
      ? []
      : [
          { act: 'add-message', ticket: scene.ticket.number, message: arrivedMessage(facts, 'note', 'held') },
          {
            act: 'journal',
            ticket: scene.ticket.number,
            actor: { kind: 'desk' },
            event: 'held',
            data: { level: facts.level, rule },
          },
        ];
  const reason = facts.verdict.dmarc === 'fail' ? 'check-failed' : 'associate-not-proved';
  return { outcome: 'held', ticket: scene?.ticket.number ?? null, why, effects: [...kept, ...notifyOfHeld(facts, reason, why)] };
}

/** What `explain` and the decision both read commands from. */
export function placesOf(facts: Pick<Facts, 'mail' | 'settings'>, scene: TicketScene | null): Parameters<typeof readCommands>[0] {
  return {
    subject: facts.mail.subject,
    visibleText: facts.mail.visibleText,
    prefix: facts.settings.desk.prefix,
    foreignTags: facts.settings.desk.foreignTags,
    earlierSubjects: scene?.subjects ?? [],
    title: scene?.ticket.subject ?? '',
    isWholeCommand,
  };
}

/** Only a name written out in full with exactly the words it needs: "Close the door, please" is a title. */
function isWholeCommand({ name, words }: Phrase): boolean {
  const command = findWhole(commands, name);
  const needed = command?.args.split(' ').filter((arg) => arg !== '' && !arg.startsWith('[')).length;
  return command?.inTitle === true && words.length === needed;
}
