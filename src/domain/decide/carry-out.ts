import { answerAssociate } from '../answer/answer-associate.ts';
import { mayDecorate } from '../answer/decoration.ts';
import { tellCalendars, withCalendars } from '../answer/flow/tell-calendars.ts';
import { toOthers } from '../answer/flow/tell-step.ts';
import { tellWaiting } from '../answer/flow/tell-waiting.ts';
import { notifyOfArrival } from '../answer/notify.ts';
import { notifyOfHandOver } from '../answer/notify-holders.ts';
import { replyToMail } from '../answer/reply-to-associate.ts';
import { type CustomerLetter, tellCustomer } from '../answer/tell-customer.ts';
import { type Notices, tellHanging } from '../answer/tell-hanging.ts';
import type { Decision, Effect } from '../effect.ts';
import { plain } from '../formatted.ts';
import { handOut } from '../handover/hand-out.ts';
import type { TicketNo } from '../ids.ts';
import { taughtIds } from '../match/taught-ids.ts';
import { inEnglish } from '../saying.ts';
import type { Person } from '../settings.ts';
import type { NewMessage, Ticket, TicketChange } from '../ticket.ts';
import { ownWords } from '../visible-text/own-words.ts';
import { askNoted } from './answers/ask-back.ts';
import type { Checked, Performed } from './check-commands.ts';
import type { TextUse } from './commands/command.ts';
import { takesBack } from './commands/undone.ts';
import type { Facts, TicketScene } from './facts.ts';
import { enactedBy, isSaidByStep, type Remark } from './flow/enact-deeds.ts';
import type { CommandText } from './grammar/read-commands.ts';
import { hearOutsider } from './hear-outsider.ts';
import { arrivedMessage } from './message.ts';
import { contractsAfter } from './recheck-contracts.ts';
import { heldAgain, leaving, mailsIn, release } from './release-draft.ts';

type JournalData = Readonly<Record<string, unknown>>;
type Fine = Extract<Checked, { kind: 'fine' }>;
type Done = { told: readonly Effect[]; remarks: readonly Remark[] };

/** Everything an associate's mail causes, in one piece: its commands, its text, the mails that follow. */
export function carryOut(
  facts: Facts,
  scene: TicketScene,
  person: Person,
  read: CommandText,
  checked: Fine,
  use: TextUse,
): Decision {
  const { effects, speaks, says, ...done } = doDeeds(facts, scene, person, read, checked, use);
  const outcome = checked.performed.length > 0 ? 'commanded' : 'appended';
  const all = [...effects, ...mailBack(facts, scene, person, read, checked, done, speaks)];
  return { outcome, ticket: scene.ticket.number, why: whyOf(checked, says ? use : null), effects: all };
}

/** The same without the mail back: `told` are the mails to customers among it, `remarks` what went otherwise than was meant. */
export function doDeeds(
  facts: Facts,
  scene: TicketScene,
  person: Person,
  read: CommandText,
  checked: Fine,
  use: TextUse,
): { effects: Effect[]; speaks: boolean; says: boolean } & Done {
  const { number } = scene.ticket;
  const text = use === 'reply' ? ownWords(checked.words) : checked.words;
  const says = text !== '' || facts.mail.attachments.some(({ inline }) => !inline);
  const letter = letterOf(checked, says && use === 'reply');
  const words = use === 'reply' ? spokenIn(facts, text) : silence;
  const after = { ...scene, ticket: checked.ticket, participants: checked.participants, records: checked.records };
  const released = checked.performed.flatMap(({ deed }) => release(facts, after, person, deed));
  const speaks = letter === 'reply' && isSaidByStep(scene, checked);
  const moves = enactedBy(facts, scene, after, person, checked, { text, words: speaks ? { person, ...words } : null });
  const byStep = moves.flatMap((one) => one.told);
  const heard = new Set(moves.flatMap((one) => [...one.heard]));
  const spoken = letter === null || speaks ? [] : toOthers(tellCustomer(facts, after, person, letter, words), heard);
  const shown = { ...facts, scene: after, was: scene.ticket, by: { kind: 'associate', handle: person.handle } as const };
  const calendars = withCalendars(
    shown,
    spoken,
    moves.flatMap((one) => one.calendars),
  );
  const invited = tellCalendars(shown, calendars.left);
  const own = [...calendars.effects, ...released, ...[...byStep, ...invited].filter(isOutside)];
  const notices = noticesFor(facts, person, checked, letter, words.body);
  const all = [...checked.effects, ...moves.flatMap((one) => one.effects)];
  const contracts = contractsAfter(facts, after, person, checked.performed, all);
  const handed = checked.performed.flatMap(({ deed }) =>
    deed.handsOut === undefined ? [] : handOut(facts, checked.ticket, person, deed.handsOut),
  );
  const actor = { kind: 'associate', handle: person.handle } as const;
  const waiting = tellWaiting(
    facts,
    after,
    actor,
    checked.performed.flatMap(({ deed }) => deed.moved ?? []),
  );
  const told = [...own, ...handed, ...notices.effects, ...waiting.effects];
  const set = {
    ...(says && use === 'reply' && checked.ticket.state !== 'closed' && !hasMoved(scene, checked)
      ? { waitsFor: 'customer' as const }
      : {}),
    ...checked.set,
  };
  const effects: Effect[] = [
    ...(facts.mail.messageId === null ? [] : [{ act: 'learn-id', ticket: number, messageId: facts.mail.messageId } as const]),
    ...taughtIds(facts, number),
    ...(says ? [{ act: 'add-message', ticket: number, message: wordsOf(facts, text, use, own) } as const] : []),
    ...(Object.keys(set).length > 0 ? [{ act: 'change-ticket', ticket: number, set } as const] : []),
    ...journalOf(facts, number, person, read, checked, says ? use : null),
    ...all,
    ...contracts.effects,
    ...told,
    ...[...byStep, ...invited].filter((effect) => !isOutside(effect)),
    ...keepUndo(scene, person, checked, set, told, [...notices.back, ...moves.flatMap((one) => one.back), ...contracts.back]),
    ...checked.performed.flatMap(({ deed }) => askNoted(facts, after, deed)),
    ...toOthers(tellHolders(facts, scene.ticket, after, person, checked), heard),
    ...toOthers(hearOutsider(facts, scene, person, checked, says), heard),
    ...checked.performed.flatMap(({ deed }) => (deed.arrives === undefined ? [] : notifyOfArrival(facts, deed.arrives))),
  ];
  const remarks = moves.flatMap((one) => one.remarks);
  return { effects, told, speaks: letter !== null, says, remarks };
}

/** In a new state it is whose turn that state says. */
const hasMoved = ({ ticket }: TicketScene, { performed }: Fine): boolean =>
  performed.some(({ deed: { moved } }) => moved !== undefined && moved.state !== ticket.state);

const isOutside = (effect: Effect): boolean => effect.act === 'queue-mail' && effect.mail.party === 'contact';

/** What was written, what it did, and what became of the text. */
function journalOf(
  { level }: Facts,
  ticket: TicketNo,
  { handle }: Person,
  { written }: CommandText,
  { performed }: Fine,
  said: TextUse | null,
): Effect[] {
  const line = (event: string, data: JournalData = {}, words: JournalData = {}): Effect => ({
    ...{ act: 'journal', ticket, actor: { kind: 'associate', handle } },
    ...{ event, data: { ...data, level }, words },
  });
  return [
    ...(written.length > 0 ? [line('commanded', {}, { written })] : []),
    ...performed.flatMap(({ deed }) => (deed.event === undefined ? [] : [line(deed.event, deed.data, deed.words)])),
    ...(said === null ? [] : [line(said === 'reply' ? 'answered' : 'noted')]),
  ];
}

/** Whoever holds it now, the team that it went to, and whoever held it hear of it. */
function tellHolders(facts: Facts, was: Ticket, now: TicketScene, by: Person, { set, performed }: Fine): Effect[] {
  if (!('assignee' in set) && !('team' in set)) return [];
  const says = performed.flatMap(({ deed }) => deed.handover ?? []).join('\n');
  return notifyOfHandOver(facts, { was, now, by, says, toTeam: 'team' in set });
}

/** Those whose tickets hang on this one hear of its end, and of an answer that is expressly one. */
function noticesFor(facts: Facts, person: Person, checked: Fine, letter: CustomerLetter | null, body: string): Notices {
  const forAll = letter === 'reply' && checked.performed.some(({ command }) => command.name === 'reply');
  if (letter !== 'closed' && !forAll) return { effects: [], back: [] };
  return tellHanging(facts, person, { body, closed: letter === 'closed' });
}

/** What the sender may take back: values, deeds, and mails to customers that wait for the clock. */
function keepUndo(
  { ticket }: TicketScene,
  { handle }: Person,
  { performed }: Fine,
  set: TicketChange,
  told: readonly Effect[],
  unsaid: readonly Effect[],
): Effect[] {
  const mails = mailsIn(told).map(({ messageId }) => messageId);
  const back = [...unsaid, ...performed.flatMap(({ deed }) => [...(deed.back ?? []), ...heldAgain(deed, handle)]).toReversed()];
  const isNothing = Object.keys(set).length === 0 && back.length === 0 && mails.length === 0;
  if (isNothing || performed.some(({ deed }) => takesBack(deed.event))) return [];
  const was = Object.fromEntries(Object.keys(set).map((key) => [key, Reflect.get(ticket, key)]));
  const commands = performed.map(({ phrase }) => phrase.text).join('; ');
  const home = performed.flatMap(({ deed }) => deed.livesOn ?? []).at(-1);
  if (home === undefined) return [{ act: 'keep-undo', ticket: ticket.number, handle, undo: { commands, was, set, back, mails } }];
  const values: Effect = { act: 'change-ticket', ticket: ticket.number, set: was };
  return [{ act: 'keep-undo', ticket: home, handle, undo: { commands, was: {}, set: {}, back: [values, ...back], mails } }];
}

/** A note stays inside, whatever else its mail causes. */
const silence = { body: '', attachments: [], formatted: plain };

/** What somebody says in their mail: as text, as they formatted it, and the files with it. */
function spokenIn({ mail, format, decoration }: Facts, body: string) {
  const pictures = mail.attachments.filter(({ sha256, inline }) => inline && !decoration.has(sha256));
  const formatted = format(body, (cid, edge) => pictures.some((one) => one.cid === cid && !(edge && mayDecorate(one))));
  return { body, attachments: mail.attachments, formatted };
}

/** Closing and re-opening carry the words; only where there is neither do they go as a plain answer. */
function letterOf({ asks, ticket, performed }: Fine, speaks: boolean): CustomerLetter | null {
  const isQuiet = performed.some(({ command, deed }) => command.alone && deed.asks === undefined && ends(deed));
  if (asks.includes('closed') && ticket.state === 'closed' && !isQuiet) return 'closed';
  if (speaks) return 'reply';
  if (asks.includes('put-back')) return 'put-back';
  return asks.includes('reopened') && ticket.state !== 'closed' ? 'reopened' : null;
}

/** `spam`, `merge`, `delete`: such an end is nobody's news. */
const ends = ({ moved, set = {} }: Performed['deed']): boolean => moved?.state === 'closed' || typeof set.deleted === 'number';

/** Never more than one mail back: what was asked for, else the receipt; a plain answer gets none, unless it reaches nobody. */
function mailBack(
  facts: Facts,
  scene: TicketScene,
  person: Person,
  read: CommandText,
  checked: Fine,
  { told, remarks }: Done,
  speaks: boolean,
): Effect[] {
  const [answer] = checked.performed.flatMap(({ deed }) => deed.answer ?? []);
  if (answer !== undefined) return answerAssociate(facts, { ...scene, ticket: checked.ticket }, person, answer);
  if (checked.asks.includes('help')) return replyToMail.help(facts, person);
  if (checked.asks.includes('status')) return replyToMail.status(facts, { ...scene, ticket: checked.ticket }, person);
  const unheard = speaks && told.length === 0 && !reachesOutside(facts, scene);
  if (checked.performed.length === 0 && read.notRepeated.length === 0 && !unheard) return [];
  if (!unheard && remarks.length === 0 && read.notRepeated.length === 0 && !wantsReceipts(facts, person)) return [];
  return replyToMail.receipt(facts, scene, person, read, checked, told, { unheard, remarks });
}

/** Silence is what they chose; what went otherwise than they meant is told all the same. */
const wantsReceipts = ({ lookups }: Facts, { handle }: Person): boolean =>
  lookups.colleagues.find((one) => one.handle === handle)?.receipts ?? true;

/** Somebody who takes part stands in To or Cc of the associate's own mail and has it already. */
const reachesOutside = ({ mail }: Facts, { participants }: TicketScene): boolean =>
  participants.some(({ role, address }) => role !== 'watcher' && [...mail.to, ...mail.cc].some((to) => to.address === address));

/** As it will be seen on the ticket: a reply under the id it leaves with, to those it leaves for. */
function wordsOf(facts: Facts, text: string, use: TextUse, told: readonly Effect[]): NewMessage {
  const message = { ...arrivedMessage(facts, use === 'reply' ? 'out' : 'note', 'filed'), visibleText: text };
  return use === 'note' ? message : { ...message, ...leaving(told, message) };
}

const whyOf = ({ performed }: Fine, use: TextUse | null): string =>
  [
    ...performed.map(({ phrase, deed }) => `${phrase.text}: ${inEnglish(deed.change)}`),
    ...(use === null ? [] : [`text as ${use}`]),
  ].join('; ') || 'nothing in it to do';
