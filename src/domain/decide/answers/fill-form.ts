import type { Ask, Asked } from '../../ask/ask.ts';
import { isOpen } from '../../ask/judge-answers.ts';
import { permits } from '../../authenticate/rules.ts';
import type { Effect } from '../../effect.ts';
import { formField, type OpenForm, openForm, withForm } from '../../form/open-form.ts';
import { type Answers, readAnswers } from '../../form/read-answers.ts';
import { type Saying, say } from '../../saying.ts';
import type { Ticket } from '../../ticket.ts';
import { withAnswered } from '../../workflow/checklists.ts';
import { lackingOf } from '../../workflow/guard.ts';
import { isSame } from '../../workflow/people-of.ts';
import type { Facts, TicketScene } from '../facts.ts';
import { readerAt } from './ask-back.ts';
import { countAnswer } from './count-answer.ts';
import { shownAsked } from './said-answer.ts';
import { nothingTaken, type Taken } from './taken.ts';

/**
 * What a mail answers of the questions that were mailed on its ticket: into their fields, and where the process asked, as its
 * answer. Null where it answers none of them, or its writer was not asked.
 */
export function fillForm(facts: Facts, scene: TicketScene, by: Asked): Taken | null {
  const form = openForm(facts.settings.forms, scene.ticket);
  if (form === null || by.kind !== 'contact' || facts.mail.sealed !== null || facts.mail.twoFaced) return null;
  const ask = scene.records.asks.findLast(
    (one) => isOpen(one, facts.now) && asksForm(one) && one.of.some((who) => isSame(who, by)),
  );
  if (ask === undefined && by.address !== scene.ticket.requester) return null;
  const zone = readerAt(facts, scene, by.address).timezone ?? facts.settings.desk.timezone;
  const { text, visibleText } = facts.mail;
  const answers = readAnswers(form.questionnaire, text, visibleText, { now: facts.now, zone });
  const answered = [...Object.keys(answers.values), ...Object.keys(answers.prose)];
  if (answered.length === 0) return null;
  const filled = fill(facts, scene, form, answers, by.address);
  if (ask === undefined) return filled;
  const taken = settle(facts, filled, ask, by);
  return { ...taken, effects: [...filled.effects, ...taken.effects], noticed: [...filled.noticed, ...taken.noticed] };
}

/** Whether a question of the process is a questionnaire's. */
const asksForm = ({ answers }: Pick<Ask, 'answers'>): boolean => answers.includes('filled') || answers.includes('partly');

function fill(facts: Facts, scene: TicketScene, form: OpenForm, answers: Answers, address: string): Taken {
  const { ticket } = scene;
  const said = { ...ticket.fields, ...answers.values };
  const level = levelFor(form, said);
  const open = form.open.filter((field) => answers.values[field] === undefined && answers.prose[field] === undefined);
  const proposed = level === null ? said : { ...said, level_needed: level };
  const left = { ...form, open: isWhole({ ...form, open }) ? [] : open };
  const fields = withAnswered(withForm(proposed, left), form.questionnaire, scene.workflow.checklists);
  const effects: Effect[] = [
    { act: 'change-ticket', ticket: ticket.number, set: { fields } },
    {
      ...{ act: 'journal', ticket: ticket.number, actor: { kind: 'contact', address }, event: 'questions-answered' },
      data: { questionnaire: form.questionnaire.name, fields: Object.keys(answers.values), open, level: facts.level },
      words: answers.prose,
    },
  ];
  const noticed = [...Object.entries(answers.values).map(filledIn), ...Object.entries(answers.prose).map(toRead)];
  const next = { ...scene, ticket: { ...ticket, fields } };
  return { ...nothingTaken(next), effects, noticed: [...noticed, ...proposal(level, ticket)] };
}

/** The first level of the questionnaire whose answers hold. */
function levelFor({ questionnaire: { levels } }: OpenForm, fields: Ticket['fields']): string | null {
  const found = levels.find(({ needs }) => lackingOf(needs, (fact) => fields[fact] ?? null).length === 0);
  return found?.level ?? null;
}

/** Whether only questions are open that need no answer. */
const isWhole = ({ questionnaire, open }: OpenForm): boolean =>
  questionnaire.questions.every(({ field, optional }) => optional || !open.includes(field));

const filledIn = ([field, value]: [string, string]): Saying => say`${field}: ${value}`;

const toRead = ([field, words]: [string, string]): Saying =>
  say`${field}: please read “${words}” yourself; \`${field}="…"\` fills it in`;

const proposal = (level: string | null, ticket: Ticket): Saying[] =>
  level === null || level === ticket.level
    ? []
    : [say`the answers point to ${level}; \`escalate\` with your summary confirms it`];

/** The process goes on as all or some of its questions are answered. */
function settle(facts: Facts, { scene }: Taken, ask: Ask, by: Asked): Taken {
  const answer = scene.ticket.fields[formField] === undefined ? 'filled' : 'partly';
  const { rule } = permits(facts.level, 'C1', facts.settings.authentication.rules);
  const grounds = { rule, level: facts.level, via: 'mail', recordedBy: null } as const;
  const taken = countAnswer(facts, scene, { ...grounds, ask, by, answer, value: '', words: '', confirmed: false });
  return { ...taken, noticed: taken.decided ? [] : [say`${shownAsked(by)} answered what was asked`] };
}
