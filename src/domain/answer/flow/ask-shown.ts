import { type AnswerLink, answerLinks } from '../../ask/answer-actions.ts';
import type { Asked } from '../../ask/ask.ts';
import type { NewAsk } from '../../ask/open-ask.ts';
import { shortTime } from '../../calendar/proposed-times.ts';
import { type Talk, talkAbout } from '../../calendar/talk.ts';
import { tagOf, threadSubject } from '../../match/subject-tag.ts';
import type { Part } from '../../saying.ts';
import { isSame } from '../../workflow/people-of.ts';
import type { StepValues } from '../../workflow/process-words.ts';
import { dayFor, timeFor } from '../time-for.ts';
import { talkShown } from './meeting-shown.ts';
import { type Reader, readerOf } from './reader.ts';
import type { AskShown } from './step-data.ts';
import type { Shown } from './telling.ts';

/** A question as one of those who are asked sees it. */
export function askShown(ask: NewAsk, who: Asked, reader: Reader, values: StepValues, telling: Shown): AskShown {
  const { scene, settings } = telling;
  const { workflow, ticket } = scene;
  const says = { process: workflow.name, text: `asks.${ask.ask}`, values };
  const subject = threadSubject(tagOf(settings.desk.prefix, ticket.number), ticket.subject);
  const talk = talkAbout(ask.about, scene.records.talks);
  const links = answerLinks(ask, workflow, { subject, language: reader.language, choices: talk?.times.length ?? 0 });
  return {
    says,
    actions: links.map(({ answer, value, action }) => ({
      ...action,
      label: labelOf(ask, { answer, value }, talk, reader, telling),
    })),
    others: ask.of.filter((one) => !isSame(one, who)).map((one) => nameOf(one, telling)),
    need: ask.need,
    decides: ask.answers.some((answer) => answer !== 'rate'),
    until: ask.expires === null ? '' : until(ask.expires, reader, settings.desk),
    reminds: ask.reminds.length > 0,
    talk: talk === undefined ? null : talkShown(talk, reader, settings.desk),
  };
}

/** A button that chooses a time shows it; beside several, the other one refuses them all. */
function labelOf(
  { ask }: Pick<NewAsk, 'ask'>,
  { answer, value }: Pick<AnswerLink, 'answer' | 'value'>,
  talk: Talk | undefined,
  reader: Reader,
  { scene: { workflow }, settings: { desk } }: Shown,
): Part {
  const time = answer === 'accept' ? talk?.times[Number(value) - 1] : undefined;
  const here = { language: reader.language, timezone: reader.timezone ?? desk.timezone };
  if (time !== undefined) return `${value} · ${shortTime(time, here)}`;
  if (value !== '') return value;
  if (answer === 'decline' && talk !== undefined && talk.times.length > 1) return 'none-suits';
  return { label: `asks.${ask}.answers.${answer}`, process: workflow.name };
}

function nameOf(who: Asked, telling: Shown): string {
  const reader = readerOf(who, telling);
  if (reader === null) return who.kind === 'associate' ? who.handle : who.address;
  return reader.kind === 'ours' ? reader.person.name : reader.to.name || reader.to.address;
}

/** What ends with a day is told by that day. */
function until(at: number, reader: Reader, desk: Shown['settings']['desk']): string {
  const zone = reader.timezone ?? desk.timezone;
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeStyle: 'medium' }).format(at);
  if (clock !== '00:00:00') return timeFor(at, reader, desk);
  const [day = ''] = new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(at - 1).split(' ');
  return dayFor(Date.parse(`${day}T00:00Z`), reader, desk);
}
