import { endsTicket } from '../../ask/answer-class.ts';
import type { Asked } from '../../ask/ask.ts';
import { type Heard, isOpen, judgeAnswers } from '../../ask/judge-answers.ts';
import { readAnswers } from '../../ask/read-answer.ts';
import { permits } from '../../authenticate/rules.ts';
import { isSame } from '../../workflow/people-of.ts';
import type { Facts, TicketScene } from '../facts.ts';
import { answeredAtOnce } from './answered-at-once.ts';
import { askBack } from './ask-back.ts';
import { countAnswer } from './count-answer.ts';
import { fillForm } from './fill-form.ts';
import { hearingOf } from './hearing.ts';
import { refuseAnswer } from './refuse-answer.ts';
import { inTurn, nothingTaken, type Taken } from './taken.ts';

/** What a person's mail answers of what was asked on its ticket, carried out. Old mail that is read in answers nothing. */
export function takeAnswers(facts: Facts, scene: TicketScene, by: Asked): Taken {
  if (facts.arrival.imported) return nothingTaken(scene);
  if (scene.records.asks.length === 0) return fillForm(facts, scene, by) ?? nothingTaken(scene);
  const hearing = hearingOf(facts, scene, by, scene.ticket.customer);
  const heard = judgeAnswers(hearing);
  const first =
    heard.length === 0 ? filledOrReplied(facts, scene, by) : inTurn(scene, heard, (one, now) => take(facts, now, by, one));
  const rest = heard.findLast(({ kind }) => kind === 'counts')?.said?.words ?? '';
  const both = answeredAtOnce(facts, scene, first, { by, text: rest }, (one, now) => take(facts, now, by, one));
  return inTurn(scene, [both, asksTheirs(facts, both.scene)], (one) => one);
}

function take(facts: Facts, scene: TicketScene, by: Asked, one: Heard[number]): Taken {
  if (one.kind === 'refused') return refuseAnswer(facts, scene, by, one);
  const { ask, said, rule, level } = one;
  if (one.kind === 'confirm') return askBack(facts, scene, { ask, by, said, rule, other: '' });
  return countAnswer(facts, scene, { ...said, ask, by, rule, level, via: 'mail', recordedBy: null, confirmed: false });
}

/** What fills in a questionnaire is still a message, where another question waits for one. */
function filledOrReplied(facts: Facts, scene: TicketScene, by: Asked): Taken {
  const filled = fillForm(facts, scene, by);
  if (filled === null || filled.decided) return filled ?? replied(facts, scene, by);
  return inTurn(scene, [filled, replied(facts, filled.scene, by)], (one) => one);
}

/** Where any message answers: theirs does. */
function replied(facts: Facts, scene: TicketScene, by: Asked): Taken {
  const open = scene.records.asks.filter(
    (ask) => isOpen(ask, facts.now) && ask.answers.includes('reply') && ask.of.some((one) => isSame(one, by)),
  );
  if (facts.classification.thanks) return nothingTaken(scene);
  return inTurn(scene, open, (ask, now) => {
    const { rule } = permits(facts.level, 'C1', facts.settings.authentication.rules);
    const said = { ask, by, answer: 'reply', value: '', words: '' } as const;
    return countAnswer(facts, now, { ...said, rule, level: facts.level, via: 'mail', recordedBy: null, confirmed: false });
  });
}

/**
 * An answer that came to another's address: it counts for nothing, but the person it was made for is asked whether it is theirs
 * too (C5). At most one such question is open.
 */
function asksTheirs(facts: Facts, scene: TicketScene): Taken {
  const { answering, now, mail } = facts;
  const ask = scene.records.asks.find(({ id }) => id === answering?.ask);
  if (answering?.by !== 'link' || answering.own || answering.expired || ask === undefined || !isOpen(ask, now))
    return nothingTaken(scene);
  const waits = ask.given.some((one) => one.state === 'unconfirmed' && (one.until ?? 0) > now && isSame(one.by, answering.of));
  const { text, choiceOf } = hearingOf(facts, scene, answering.of, scene.ticket.customer);
  const ends = endsTicket(scene.workflow, ask.ask);
  const [said] = readAnswers(text, [{ id: ask.id, answers: ask.answers, ends, choice: choiceOf(ask) }], [ask.id]);
  if (waits || said === undefined) return nothingTaken(scene);
  const { name, address } = mail.from;
  const other = name === '' ? address : `${name} <${address}>`;
  const { rule } = permits('E2', 'C5', facts.settings.authentication.rules);
  return askBack(facts, scene, { ask, by: answering.of, said: { ...said, words: '' }, rule, other });
}
