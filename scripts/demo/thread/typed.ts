import { readCommands } from '../../../src/domain/decide/grammar/read-commands.ts';

/** A piece of a text; `isTyped`: a command, as the desk reads it. */
export type Part = { words: string; isTyped?: boolean };

/** Marks the commands of an associate's mail: the desk's own grammar says which words are some. */
export function typedIn(mail: { subject: string; text: string; html: string }): { subject: Part[]; text: Part[]; html: string } {
  const read = readCommands({ ...nothingBefore, subject: mail.subject, visibleText: mail.text });
  const whole = mail.text.trim();
  const top = whole.slice(0, whole.length - read.text.length).trimEnd();
  const lines = top.split('\n').filter((line) => line !== '');
  return {
    subject: read.written.reduce<Part[]>(
      (parts, command) => parts.flatMap((part) => split(part, `[${command}]`)),
      [{ words: mail.subject }],
    ),
    text: [{ words: top, isTyped: true }, { words: whole.slice(top.length) }].filter(({ words }) => words !== ''),
    html: lines.reduce((html, line) => html.replace(`>${line}<`, `><mark>${line}</mark><`), mail.html),
  };
}

/** Of a ticket whose subjects commanded nothing yet. */
const nothingBefore = {
  prefix: 'HD',
  foreignTags: [],
  earlierSubjects: [],
  commanded: [],
  title: 'Printer on fire',
  isWholeCommand: () => false,
};

function split(part: Part, command: string): Part[] {
  const at = part.isTyped ? -1 : part.words.indexOf(command);
  if (at < 0) return [part];
  const parts = [
    { words: part.words.slice(0, at) },
    { words: command, isTyped: true },
    { words: part.words.slice(at + command.length) },
  ];
  return parts.filter(({ words }) => words !== '');
}
