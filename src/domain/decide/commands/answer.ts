import { cannedText, type Filling } from '../../form/canned-text.ts';
import { textIn } from '../../form/questionnaire.ts';
import { isOutside } from '../../handover/their-numbers.ts';
import { tagOf } from '../../match/subject-tag.ts';
import { nearest } from '../../nearest.ts';
import { say } from '../../saying.ts';
import { ownWords } from '../../visible-text/own-words.ts';
import { stepsOf } from '../flow/verb.ts';
import type { Word } from '../grammar/words.ts';
import { type Command, type Deed, type Scene, withOutsiders } from './command.ts';

/** Sends a ready answer to the customer. */
export const answer: Command = {
  name: 'answer',
  translations: { es: ['respuesta'], de: ['vorlage'], fr: ['réponse', 'reponse'], pt: ['resposta'] },
  args: '[NAME]',
  roles: withOutsiders,
  class: 'C3a',
  help: say(
    'Sends a ready answer in the customer’s language, with your text above it; `answer` alone lists them. One that wants to know who asks needs `answer!`: you have made sure.',
  ),
  inTitle: false,
  fits: ({ closed }) => closed === null,
  perform: ([word, extra], scene) => {
    if (isOutside(scene.actor)) return toUs(word, scene);
    if (extra !== undefined) return refused(scene, extra);
    return word === undefined ? ownAnswer(scene) : sent(word, scene);
  },
};

/** An outside party answers those who handed the ticket over, never the customer: it is our turn. */
function toUs(word: Word | undefined, { ticket, text }: Scene): Deed {
  const problem = word === undefined ? say('your text is the answer, and there is none') : say('`answer` stands alone');
  if (word !== undefined || text === '')
    return { kind: 'refused', problem, expected: say('`answer`, with what you found out as the text'), suggestions: ['answer'] };
  const isTheirTurn = ticket.waitsFor === 'provider' || ticket.waitsFor === 'operator';
  return {
    kind: 'done',
    ...(isTheirTurn ? { set: { waitsFor: 'staff' as const } } : {}),
    event: 'answered-outside',
    text: 'note',
    change: say('your answer goes to those who handed it to you'),
  };
}

/** The text is the answer, where the process has a step for that. */
function ownAnswer(scene: Scene): Deed {
  const { workflow, ticket, text } = scene;
  const isStep = stepsOf(workflow, answer.name).some(({ from }) => from.includes(ticket.state));
  if (!isStep || ownWords(text) === '') return refused(scene, undefined);
  return { kind: 'done', text: 'reply', change: say('your answer goes to the customer') };
}

function sent(word: Word, scene: Scene): Deed {
  const { settings, ticket, text, insists } = scene;
  const canned = Object.values(settings.forms.answers).find(({ name }) => name.toLowerCase() === word.text.toLowerCase());
  if (canned === undefined) return refused(scene, word);
  const { name, identity } = canned;
  if (identity && !insists)
    return {
      kind: 'refused',
      problem: say`“${name}” is only for somebody of whom you are sure who they are`,
      expected: say('make sure first, by phone for one; then with `!`'),
      word,
      suggestions: [`answer! ${name}`],
    };
  const words = [ownWords(text), cannedText(canned, ticket.language, fillingOf(scene))].filter((part) => part !== '');
  return {
    kind: 'done',
    event: 'ready-answer',
    data: { answer: name, ...(identity ? { identity: 'confirmed' } : {}) },
    change: say`“${name}” goes to the customer`,
    leaves: words.join('\n\n'),
    text: 'reply',
  };
}

/** What is written for the names in braces. */
function fillingOf({ actor, settings: { desk }, ticket, requester, participants }: Scene): Filling {
  const named = participants.find(({ address }) => address === ticket.requester)?.name;
  return {
    customer: requester?.name || named || ticket.requester,
    agent: actor.name,
    desk: desk.name,
    tag: tagOf(desk.prefix, ticket.number),
    title: ticket.subject,
  };
}

function refused({ settings, actor }: Scene, word: Word | undefined): Deed {
  const all = Object.values(settings.forms.answers);
  const names = all.map(({ name }) => name);
  const near = word === undefined ? [] : nearest(word.text.toLowerCase(), names, 3);
  const language = actor.language ?? settings.desk.language;
  const list = all.map(({ name, title }) => `${name} (${textIn(title, language)})`).join(', ');
  const expected = all.length === 0 ? say('a ready answer in answers.yaml') : say`one of ${list}`;
  const suggestions = (near.length > 0 ? near : names).map((name) => `answer ${name}`);
  const problem = word === undefined ? say('`answer` needs the name of one') : say`there is no ready answer “${word.text}”`;
  return { kind: 'refused', problem, expected, ...(word && { word }), suggestions };
}
