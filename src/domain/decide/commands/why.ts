import type { MailName } from '../../ports.ts';
import { say } from '../../saying.ts';
import { keyOf, type TicketScene } from '../facts.ts';
import { type Command, insiders } from './command.ts';

/** How the last mail on the ticket was understood. */
export const why: Command = {
  name: 'why',
  translations: { es: ['porqué', 'porque'], de: ['warum'], fr: ['pourquoi'], pt: ['porquê'] },
  args: '',
  roles: insiders,
  class: 'C1r',
  help: say(
    'Mails you how the last mail on the ticket was taken: how it found the ticket, how far its sender was proved, by which rule.',
  ),
  inTitle: true,
  fits: () => true,
  reads: (_words, { scene }) => {
    const mail = scene === null ? null : lastMail(scene);
    return mail === null ? null : { kind: 'mail', mail };
  },
  perform: (_words, scene) => {
    const name = lastMail(scene);
    const mail = name === null ? undefined : scene.lookups.mails.get(keyOf(name));
    if (mail === undefined)
      return {
        kind: 'refused',
        problem: say('no mail is known on this ticket'),
        expected: say('a ticket that a mail came to'),
        suggestions: ['history', 'status'],
      };
    return { kind: 'done', change: say('comes in this mail'), answer: { kind: 'why', mail } };
  },
};

/** The mail behind the last line of the journal; one without a Message-ID is known by its bytes. */
function lastMail({ journal, messages }: Pick<TicketScene, 'journal' | 'messages'>): MailName | null {
  const row = journal.findLast(({ evidence }) => evidence !== null);
  const message = messages.findLast(({ sha256 }) => sha256 !== null);
  const isNameless = message?.messageId === null && message.at > (row?.at ?? 0);
  if (row?.evidence != null && !isNameless) return { messageId: row.evidence };
  return message?.sha256 == null ? null : { sha256: message.sha256 };
}
