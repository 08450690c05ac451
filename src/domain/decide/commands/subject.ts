import { taggedTickets } from '../../match/subject-tag.ts';
import { type Saying, say } from '../../saying.ts';
import { changeValue } from './change-value.ts';
import { type Command, insiders } from './command.ts';

/** RFC 5322 folds longer lines; nobody reads them. */
const longest = 200;

/** Gives the ticket another title. Its tag keeps the thread. */
export const subject: Command = {
  name: 'subject',
  translations: { es: ['asunto'], de: ['betreff'], fr: ['objet', 'sujet'], pt: ['assunto'] },
  args: '"new title"',
  roles: insiders,
  class: 'C3',
  help: say('Gives the ticket another title; its number keeps the thread together.'),
  inTitle: false,
  fits: () => true,
  perform: (words, scene) => {
    const title = words
      .map(({ text }) => text)
      .join(' ')
      .replace(/[\p{Cc}\s]+/gu, ' ')
      .trim();
    const refused = (problem: Saying) =>
      ({ kind: 'refused', problem, expected: say`a title of up to ${longest} letters`, suggestions: [] }) as const;
    if (title === '') return refused(say('`subject` needs the new title'));
    if (title.length > longest) return refused(say('that is too long for a title'));
    if (taggedTickets(title, scene.settings.desk.prefix).length > 0) return refused(say('a title bears no ticket number'));
    const again = `subject! "${title}"`;
    const { subject: from } = scene.ticket;
    return changeValue({ field: 'subject', from, to: title, set: { subject: title }, again, isText: true }, scene);
  },
};
