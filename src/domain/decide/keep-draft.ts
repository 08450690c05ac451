import { replyToMail } from '../answer/reply-to-associate.ts';
import type { Decision, Effect } from '../effect.ts';
import { inEnglish } from '../saying.ts';
import type { Person } from '../settings.ts';
import type { Actor, NewMessage, TicketMessage } from '../ticket.ts';
import type { Checked } from './check-commands.ts';
import type { Facts, TicketScene } from './facts.ts';
import type { CommandText } from './grammar/read-commands.ts';
import { type Doubt, doubtAboutDraft, remembered } from './guard-text.ts';
import { arrivedMessage } from './message.ts';

/** File first, command second: nothing is applied, the text is kept as a held draft, the sender hears exactly why. */
export function refuse(
  facts: Facts,
  scene: TicketScene,
  person: Person,
  read: CommandText,
  checked: Parameters<typeof replyToMail.error>[4],
): Decision {
  const { number } = scene.ticket;
  const actor: Actor = { kind: 'associate', handle: person.handle };
  const problems = checked.filter(({ ok }) => !ok).map(({ command, problem }) => `${command}: ${inEnglish(problem)}`);
  const says = facts.mail.sealed !== null || read.text !== '' || facts.mail.attachments.some(({ inline }) => !inline);
  const effects: Effect[] = [
    ...(says ? [{ act: 'add-message', ticket: number, message: draftFrom(facts, person, read.text) } as const] : []),
    {
      act: 'journal',
      ticket: number,
      actor,
      event: 'command-refused',
      data: {},
      words: { commands: read.phrases.map(({ text }) => text) },
    },
    ...replyToMail.error(facts, scene, person, read, checked),
  ];
  return { outcome: 'held', ticket: number, why: problems.join('; '), effects };
}

/** Words that may not be meant as they stand are kept, and their author asked; nothing else of the mail happens either. */
export function holdDraft(facts: Facts, scene: TicketScene, person: Person, read: CommandText, doubt: Doubt): Decision {
  const { number } = scene.ticket;
  const actor: Actor = { kind: 'associate', handle: person.handle };
  const effects: Effect[] = [
    { act: 'add-message', ticket: number, message: draftFrom(facts, person, read.text) },
    { act: 'journal', ticket: number, actor, event: 'draft-held', data: remembered(doubt) },
    ...replyToMail.draftHeld(facts, scene, person, read, doubt),
  ];
  return { outcome: 'held', ticket: number, why: `the answer is held for its author: ${doubt.kind}`, effects };
}

/** A held text that is let go stays held while there is something its author has not been told of it; null where there is nothing. */
export function keptBack(
  facts: Facts,
  scene: TicketScene,
  person: Person,
  read: CommandText,
  checked: Extract<Checked, { kind: 'fine' }>,
): Decision | null {
  const freed = checked.performed.flatMap(({ phrase, deed }) => (phrase.insists ? [] : (deed.releases ?? [])));
  for (const draft of freed) {
    const doubt = doubtAboutDraft(facts, scene, person, draft);
    if (doubt !== null) return keepDraft(facts, scene, person, read, { draft, doubt });
  }
  return null;
}

type Kept = { draft: TicketMessage; doubt: Doubt };

/** It stays held as it is, its author asked; words of the mail that would have let it go are a note, as they always are. */
function keepDraft(facts: Facts, scene: TicketScene, person: Person, read: CommandText, { draft, doubt }: Kept): Decision {
  const { number } = scene.ticket;
  const actor: Actor = { kind: 'associate', handle: person.handle };
  const note = { ...arrivedMessage(facts, 'note', 'filed'), visibleText: read.text };
  const effects: Effect[] = [
    ...(read.text === '' ? [] : [{ act: 'add-message', ticket: number, message: note } as const]),
    { act: 'journal', ticket: number, actor, event: 'draft-held', data: { ...remembered(doubt), entry: draft.id } },
    ...replyToMail.draftHeld(facts, scene, person, { ...read, text: draft.visibleText }, doubt),
  ];
  return { outcome: 'held', ticket: number, why: `the held text stays held for its author: ${doubt.kind}`, effects };
}

/** What is left of a mail without its commands, kept for its author. */
const draftFrom = (facts: Facts, { handle }: Person, text: string): NewMessage => ({
  ...arrivedMessage(facts, 'note', 'held'),
  visibleText: text,
  ...(facts.mail.sealed === null ? { draft: handle } : {}),
});
