import type { OpenForm } from './open-form.ts';
import { type PrintedQuestion, printQuestions } from './print-questions.ts';
import { textIn } from './questionnaire.ts';

/** Questions as the words of a mail: numbered, options lettered, each with room for its answer. `again`: some were answered. */
export function questionText({ questionnaire, open }: OpenForm, language: string, again: boolean): string {
  const { intro } = questionnaire;
  const lead = again ? usual.again : usual.first;
  const words = !again && intro !== null ? textIn(intro, language).trim() : textIn(lead, language);
  return [words, ...printQuestions(questionnaire, language, open).map((one) => printed(one, language))].join('\n\n');
}

function printed({ number, ask, options, answer, optional }: PrintedQuestion, language: string): string {
  const hint = answer === 'yes-no' ? textIn(usual.yesNo, language) : optional ? textIn(usual.optional, language) : '';
  const lines = options.map(({ letter, label }) => `    ${letter}) ${label}`);
  return [`${number}. ${ask}`, ...(hint === '' ? [] : [`    (${hint})`]), ...lines].join('\n');
}

/** What the desk says around them where a questionnaire has no words of its own. */
const usual = {
  first: {
    en: 'To go on we need a few answers. Write each behind its number, or right below the question; for a choice its letter is enough.',
    es: 'Para seguir necesitamos unas respuestas. Escriba cada una tras su número o justo debajo de la pregunta; si hay opciones, basta con la letra.',
    de: 'Damit es weitergeht, brauchen wir ein paar Antworten. Schreiben Sie jede hinter ihre Nummer oder direkt unter die Frage; bei einer Auswahl genügt der Buchstabe.',
    fr: 'Pour avancer, il nous faut quelques réponses. Écrivez chacune après son numéro ou juste sous la question ; pour un choix, la lettre suffit.',
    pt: 'Para avançar precisamos de algumas respostas. Escreva cada uma a seguir ao seu número ou logo abaixo da pergunta; numa escolha basta a letra.',
  },
  again: {
    en: 'Thank you, your answers are noted. These are still open:',
    es: 'Gracias, sus respuestas están anotadas. Aún faltan estas:',
    de: 'Danke, Ihre Antworten sind notiert. Diese sind noch offen:',
    fr: 'Merci, vos réponses sont notées. Il reste celles-ci :',
    pt: 'Obrigado, as suas respostas estão anotadas. Faltam ainda estas:',
  },
  yesNo: { en: 'yes or no', es: 'sí o no', de: 'ja oder nein', fr: 'oui ou non', pt: 'sim ou não' },
  optional: { en: 'if you know', es: 'si lo sabe', de: 'falls Sie es wissen', fr: 'si vous le savez', pt: 'se souber' },
} as const;
