import { hasWords, type Redaction } from '../../redaction.ts';
import { type Saying, say } from '../../saying.ts';
import type { TicketMessage } from '../../ticket.ts';
import type { Word } from '../grammar/words.ts';
import { type Command, type Deed, insiders, type Scene } from './command.ts';

/** Fewer letters stand everywhere. */
const fewest = 3;

/** Takes credentials and personal data out of a ticket, its searches, and the stored mails. */
export const redact: Command = {
  name: 'redact',
  translations: {
    es: ['censurar', 'ocultar'],
    de: ['schwärzen', 'unkenntlich'],
    fr: ['masquer', 'caviarder'],
    pt: ['ocultar', 'censurar'],
  },
  args: 'attachment NAME|attachment last|message|"words"',
  roles: insiders,
  class: 'C4',
  help: say(
    'Removes an attachment, the last message or certain words from the ticket, searches and stored mails, for good. Mails that have left cannot be called back.',
  ),
  inTitle: false,
  alone: true,
  fits: () => true,
  perform: (words, scene) => {
    const [first, ...rest] = words.map(({ text }) => text);
    if (first === undefined) return refused(say('`redact` needs to know what'));
    if (first.toLowerCase() === 'attachment' && rest.length > 0) return attachment(rest.join(' '), scene);
    if (first.toLowerCase() === 'message' && rest.length === 0) return message(scene);
    return text(words, scene);
  },
};

/** As it may be repeated to anybody: what is to vanish must not live on in the journal, a receipt or a reason. */
export function discreetly(name: string, words: readonly Word[]): string {
  const [first] = words.map(({ text: word }) => word.toLowerCase());
  if (first === undefined || (first === 'message' && words.length === 1)) return [name, ...(first ? [first] : [])].join(' ');
  return first === 'attachment' && words.length > 1 ? `${name} attachment …` : `${name} "…"`;
}

function attachment(named: string, { ticket, messages }: Scene): Deed {
  const all = messages.flatMap(({ attachments }) => attachments);
  const last = all.at(-1);
  const isNamed = ({ filename }: { filename: string }): boolean => filename.toLowerCase() === named.toLowerCase();
  const files = /^last$/i.test(named) && last !== undefined ? [last] : all.filter(isNamed);
  const [file] = files;
  if (file === undefined)
    return refused(all.length === 0 ? say('this ticket has no attachments') : say('no attachment here bears that name'), [
      ...new Set(all.map(({ filename }) => `redact attachment "${filename}"`)),
    ]);
  const what: Redaction = { kind: 'attachments', files: files.map(({ sha256, filename }) => ({ sha256, filename })) };
  return removal(ticket.number, what, files.length, say`“${file.filename}” is removed`);
}

function message({ ticket, messages }: Scene): Deed {
  const last = messages.findLast(({ status }) => status !== 'dropped');
  if (last === undefined) return refused(say('no message stands on this ticket'));
  const whose = last.from.name || last.from.address;
  return removal(ticket.number, { kind: 'entry', entry: last.id }, 1, say`the last message, of ${whose}, is removed`);
}

function text(typed: readonly Word[], { ticket, messages }: Scene): Deed {
  const words = typed.map((word) => word.text).join(' ');
  if (words.replace(/\s/g, '').length < fewest) return refused(say('so few letters stand everywhere'));
  const holds = ({ subject, text: whole, visibleText }: TicketMessage): boolean =>
    [subject, whole, visibleText].some((one) => hasWords(one, words));
  const found = messages.filter(holds).length;
  if (found === 0 && !hasWords(ticket.subject, words)) return refused(say('these words stand nowhere on this ticket'));
  return removal(
    ticket.number,
    { kind: 'words', words },
    found,
    found === 1 ? say('the words are removed from one message') : say`the words are removed from ${found} messages`,
  );
}

const removal = (ticket: Scene['ticket']['number'], what: Redaction, entries: number, change: Saying): Deed => ({
  kind: 'done',
  effects: [{ act: 'redact', ticket, what }],
  event: 'redacted',
  data: { what: what.kind, entries },
  change: say`${change}, and the stored mails with it; copies in mailboxes and mails that have left are not in our hands`,
  text: 'note',
});

const refused = (problem: Saying, suggestions: readonly string[] = []): Deed => ({
  kind: 'refused',
  problem,
  expected: say('`redact attachment NAME`, `redact attachment last`, `redact message`, or `redact "words"`'),
  suggestions,
});
