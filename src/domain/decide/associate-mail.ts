import { hangingScenes } from '../answer/tell-hanging.ts';
import type { CheckedCommand } from '../answer/template-data.ts';
import { repliesToCustomer } from '../answer/told.ts';
import { isDeskAddress } from '../authenticate/reply-address.ts';
import { permits } from '../authenticate/rules.ts';
import type { Decision, Effect } from '../effect.ts';
import { isOutside } from '../handover/their-numbers.ts';
import type { TicketNo } from '../ids.ts';
import { tagOf } from '../match/subject-tag.ts';
import { type Saying, say } from '../saying.ts';
import type { Person } from '../settings.ts';
import { ownWords, quotesOnly } from '../visible-text/own-words.ts';
import { answersAsk, decideStaffAnswer } from './answers/staff-answer.ts';
import { commandsDesk, decideAtDesk } from './at-the-desk.ts';
import { carryOut } from './carry-out.ts';
import { type Checked, checkCommands } from './check-commands.ts';
import type { Command } from './commands/command.ts';
import { commands } from './commands/index.ts';
import { discreetly, redact } from './commands/redact.ts';
import { tellOff } from './confirmation.ts';
import { openTicket } from './customer-mail.ts';
import type { Facts, TicketScene } from './facts.ts';
import { commandsOn } from './flow/commands-on.ts';
import { withReplyStep } from './flow/plain-reply.ts';
import { askWhoseForward, forwardIn, openForwarded } from './forwarded-mail.ts';
import { findCommand, findWhole, wordsNeeded } from './grammar/find-command.ts';
import { type CommandText, mostCommands, readCommands } from './grammar/read-commands.ts';
import { type Phrase, phrases } from './grammar/words.ts';
import { doubtAbout } from './guard-text.ts';
import { hold, holdToConfirm, holdUnproved } from './hold-mail.ts';
import { holdDraft, keptBack, refuse } from './keep-draft.ts';
import { lastSeen } from './last-seen.ts';
import { decideListReply } from './list-reply.ts';
import { arrivedMessage } from './message.ts';

/** A mail from one of us. Its commands and words count only where From is proved (E2); else staff see it and decide. */
export function decideAssociateMail(facts: Facts, person: Person): Decision {
  const { scene, level } = facts;
  const permission = permits(level, 'C3a', facts.settings.authentication.rules);
  if (!permission.allowed) return holdUnproved(facts, person, permission.said);
  if (facts.arrival.imported) return keepImported(facts, person);
  if (facts.twin.kind === 'collision' || facts.twin.kind === 'repeated')
    return hold(facts, 'other', say('its Message-ID is that of a mail that was carried out already (R3); nothing was repeated'));
  const read = readCommands(placesOf(facts, scene));
  if (read.tooMany) return tooMuch(facts, scene, person, read);
  const doubtful = scene !== null || read.groups !== undefined || commandsDesk(read) ? notSurelyMeant(facts) : null;
  if (doubtful !== null) return holdToConfirm(facts, person, doubtful);
  if (read.groups !== undefined) return decideListReply(facts, person, read, read.groups);
  if (scene === null) return commandsDesk(read) ? decideAtDesk(facts, person, read) : openForOne(facts, person);
  if (read.phrases.length === 0 && answersAsk(facts, scene, person)) return decideStaffAnswer(facts, scene, person);
  if (facts.mail.sealed !== null) return refuse(facts, scene, person, { ...read, text: '' }, [sealedMail(facts.mail.sealed)]);
  const { disputes } = facts.placement;
  if (disputes !== undefined) return refuse(facts, scene, person, read, [anotherNumber(facts, scene, disputes)]);
  const commanding = sceneFor(facts, scene, person, read.text);
  const checked = checkCommands(read.phrases, commanding, level);
  if (checked.kind === 'wrong') return refuse(facts, scene, person, read, checked.commands);
  if (checked.kind === 'unproved') return holdToConfirm(facts, person, checked.rule);
  const staysInside = !repliesToCustomer(person, scene) || wasNote(read) || isForward(facts);
  const releases = checked.performed.some(({ deed }) => deed.releases !== undefined);
  const use = isOutside(person) ? 'note' : (checked.text ?? checked.textIsFor ?? (staysInside || releases ? 'note' : 'reply'));
  const text = use === 'reply' ? ownWords(checked.words) : '';
  const doubt = text === '' || insists(checked) ? null : doubtAbout(facts, scene, person, text, alsoTold(facts, checked));
  if (doubt !== null) return holdDraft(facts, scene, person, read, doubt);
  const whole = text === '' ? checked : withReplyStep(checked, commanding);
  return keptBack(facts, scene, person, read, checked) ?? carryOut(facts, scene, person, read, whole, use);
}

/** Why a proved mail may not be meant for us as it stands; null where a person vouches for it, or nothing speaks against it. */
function notSurelyMeant(facts: Facts): Saying | null {
  if (facts.lift !== null) return null;
  if (!isAddressedToDesk(facts))
    return say('no address of this desk stands in To or Cc; it may have been written to somebody else');
  return facts.mail.twoFaced ? say('its plain and its HTML text begin with different commands') : null;
}

/** A genuine mail to somebody else, sent on to us by a third, commands nothing. */
const isAddressedToDesk = ({ mail, mailbox, settings }: Facts): boolean =>
  [...mail.to, ...mail.cc].some(
    ({ address }) =>
      isDeskAddress(settings.desk, address) || address === mailbox?.imap.user.toLowerCase() || mailbox?.via.includes(address),
  );

/** What commands may look at. */
export const sceneFor = (
  facts: Facts,
  { ticket, participants, requester, messages, journal, undo, workflow, records }: TicketScene,
  actor: Person,
  text: string,
): Parameters<typeof checkCommands>[1] => ({
  ...{ ticket, participants, requester, messages, journal, undo, workflow, records, seen: lastSeen(facts) },
  ...{ actor, settings: facts.settings, lookups: facts.lookups, text, now: facts.now, digest: facts.digest, newId: facts.newId },
});

/** The tickets that hang on this one, where their customers get the same words. */
const alsoTold = (facts: Facts, { performed, asks }: Extract<Checked, { kind: 'fine' }>): readonly TicketScene[] =>
  asks.includes('closed') || performed.some(({ command }) => command.name === 'reply') ? hangingScenes(facts) : [];

/** `[reply!]`: the author knows what speaks against it. */
const insists = ({ performed }: Extract<Checked, { kind: 'fine' }>): boolean =>
  performed.some(({ phrase, command }) => command.name === 'reply' && phrase.insists);

/** A `[note]` that is not repeated (R2) still says that these words are for us: never let them out on that account. */
const wasNote = ({ notRepeated }: CommandText): boolean =>
  notRepeated.flatMap(phrases).some(({ name }) => findWhole(commands, name)?.name === 'note');

/** What is passed on to a ticket is for us: a customer must never get another's mail because somebody forwarded it (R6). */
const isForward = ({ mail, settings }: Facts): boolean => forwardIn(mail, settings).kind !== 'none';

/** Old mail is filed and nothing else: no command of last year runs today, no word goes out again. */
function keepImported(facts: Facts, person: Person): Decision {
  const { scene } = facts;
  if (scene === null) return openTicket(facts);
  const { number } = scene.ticket;
  const effects: Effect[] = [
    { act: 'add-message', ticket: number, message: arrivedMessage(facts, 'note', 'filed') },
    { act: 'journal', ticket: number, actor: { kind: 'associate', handle: person.handle }, event: 'imported', data: {} },
  ];
  return { outcome: 'appended', ticket: number, why: 'imported: filed, nothing of it applied or sent', effects };
}

/** A forward is the ticket of whoever wrote the original; anything else is the associate's own. */
function openForOne(facts: Facts, person: Person): Decision {
  const { passedOn } = facts;
  if (passedOn === null) return openTicket(facts);
  return 'doubt' in passedOn ? askWhoseForward(facts, person, passedOn.doubt) : openForwarded(facts, person, passedOn);
}

/** All or none: what was not read cannot be carried out. */
function tooMuch(facts: Facts, scene: TicketScene | null, person: Person, read: CommandText): Decision {
  const problem = say`it gives more than ${mostCommands} commands`;
  const expected = say('several mails with fewer');
  if (scene === null) return tellOff(facts, person, '…', problem, expected);
  return refuse(facts, scene, person, read, [{ command: '…', ok: false, problem, caret: '', expected, suggestions: [] }]);
}

/** Whose customer was meant must not be guessed. */
function anotherNumber({ settings: { desk } }: Facts, { ticket }: TicketScene, other: TicketNo): CheckedCommand {
  const [named, meant] = [tagOf(desk.prefix, other), tagOf(desk.prefix, ticket.number)];
  return {
    ...{ command: `[${named}]`, ok: false, caret: '', suggestions: [] },
    problem: say`your subject names ${named}, but your mail went to ${meant}`,
    expected: say`an answer to a mail of ${named}; or, if ${meant} is meant, its number in the subject`,
  };
}

/** Nobody here holds the key: what such a mail wants, and whether its subject goes with its text, cannot be seen (A21). */
const sealedMail = (how: 'smime' | 'pgp'): CheckedCommand => ({
  ...{ command: '…', ok: false, caret: '', suggestions: [] },
  problem: say`it is encrypted (${how === 'pgp' ? 'PGP' : 'S/MIME'}), and the desk cannot read it`,
  expected: say('the same mail, plain or only signed'),
});

/** What `explain` and the decision both read commands from. */
export function placesOf(facts: Pick<Facts, 'mail' | 'settings'>, scene: TicketScene | null): Parameters<typeof readCommands>[0] {
  const known = commandsOn(scene?.workflow ?? null);
  return {
    subject: facts.mail.subject,
    visibleText: quotesOnly(facts.mail.visibleText) ? '' : facts.mail.visibleText,
    prefix: facts.settings.desk.prefix,
    foreignTags: facts.settings.desk.foreignTags,
    earlierSubjects: scene?.subjects ?? [],
    commanded: scene?.commanded ?? [],
    title: scene?.ticket.subject ?? '',
    isWholeCommand: (phrase) => isWholeCommand(phrase, known),
    discreet,
  };
}

/** `redact "…"` names what nobody is to read any more, mistyped too. */
function discreet({ name, words, text }: Phrase): string {
  const found = findCommand(commands, name);
  const redacts = found.kind === 'found' ? found.command === redact : found.near.includes(redact.name);
  return redacts ? discreetly(name, words) : text;
}

/** Only a name written out in full with exactly the words it needs: "Close the door, please" is a title. */
function isWholeCommand({ name, words }: Phrase, known: readonly Command[]): boolean {
  const command = findWhole(known, name);
  return command?.inTitle === true && words.length === wordsNeeded(command);
}
