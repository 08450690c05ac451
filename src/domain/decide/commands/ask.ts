import { background, emptyFields, formNamed, withForm } from '../../form/open-form.ts';
import { questionText } from '../../form/question-text.ts';
import { nearest } from '../../nearest.ts';
import { say } from '../../saying.ts';
import { ownWords } from '../../visible-text/own-words.ts';
import { stepsOf } from '../flow/verb.ts';
import type { Word } from '../grammar/words.ts';
import { type Command, type Deed, insiders, type Scene } from './command.ts';

/** Mails questions to the customer; their answers come back into the ticket's fields. */
export const ask: Command = {
  name: 'ask',
  translations: { es: ['preguntar'], de: ['fragen'], fr: ['demander'], pt: ['perguntar'] },
  args: '[QUESTIONNAIRE|background]',
  roles: insiders,
  class: 'C3a',
  help: say(
    'Mails a questionnaire, with your text above it; the answers are read back into the ticket. `ask background` asks what is still missing for a ticket of its type. Where its process has such a step, `ask` alone sends your own questions.',
  ),
  inTitle: false,
  fits: ({ closed }) => closed === null,
  perform: ([word, extra], scene) => {
    if (extra !== undefined) return refused(scene, extra);
    return word === undefined ? ownQuestions(scene) : mailed(word, scene);
  },
};

/** The text is the question, where the process waits for its answer. */
function ownQuestions(scene: Scene): Deed {
  const { workflow, ticket, text } = scene;
  const isStep = stepsOf(workflow, ask.name).some(({ from }) => from.includes(ticket.state));
  if (!isStep || ownWords(text) === '') return refused(scene, undefined);
  return { kind: 'done', text: 'reply', change: say('your questions go to the customer') };
}

function mailed(word: Word, scene: Scene): Deed {
  const { ticket, settings, text } = scene;
  const questionnaire = formNamed(word.text, settings.forms, ticket);
  if (questionnaire === null) return refused(scene, word);
  const all = questionnaire.questions.map(({ field }) => field);
  const open = questionnaire.name === background ? emptyFields(questionnaire, ticket) : all;
  if (open.length === 0)
    return { kind: 'refused', problem: say('nothing of the background is missing'), expected: '', word, suggestions: [] };
  const form = { questionnaire, open };
  const words = [ownWords(text), questionText(form, ticket.language, false)].filter((part) => part !== '');
  return {
    kind: 'done',
    set: { fields: withForm(ticket.fields, form) },
    event: 'questions-mailed',
    data: { questionnaire: questionnaire.name, questions: open.length },
    change: say`${open.length} questions of “${questionnaire.name}” go to the customer`,
    leaves: words.join('\n\n'),
    text: 'reply',
  };
}

function refused({ settings: { forms }, ticket }: Scene, word: Word | undefined): Deed {
  const names = Object.keys(forms.questionnaires);
  const known = formNamed(background, forms, ticket) === null ? names : [...names, background];
  const near = word === undefined ? [] : nearest(word.text.toLowerCase(), known, 3);
  const suggestions = (near.length > 0 ? near : known).map((name) => `ask ${name}`);
  const expected = known.length === 0 ? say('a questionnaire in questionnaires.yaml') : say`one of ${known.join(', ')}`;
  if (word === undefined) return { kind: 'refused', problem: say('`ask` needs a questionnaire'), expected, suggestions };
  if (word.text.toLowerCase() === background)
    return { kind: 'refused', problem: say('no questionnaire is the background of this type'), expected, word, suggestions };
  return { kind: 'refused', problem: say`there is no questionnaire “${word.text}”`, expected, word, suggestions };
}
