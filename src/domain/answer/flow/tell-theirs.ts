import type { Effect } from '../../effect.ts';
import { openForm } from '../../form/open-form.ts';
import { questionText } from '../../form/question-text.ts';
import type { StepText, StepValues } from '../../workflow/process-words.ts';
import { closed } from '../../workflow/workflow.ts';
import { customerThread, delayed, threadData, toContact } from '../outgoing.ts';
import { filesOfAnswer } from '../passed-on.ts';
import { quotedFor } from '../quoted.ts';
import { askShown } from './ask-shown.ts';
import { closingRecord } from './closing-record.ts';
import type { Hearer } from './hearers.ts';
import { meetingOf } from './meeting-shown.ts';
import { offerShown } from './offer-shown.ts';
import type { Reader } from './reader.ts';
import { standingFor } from './standing-for.ts';
import { stepValues } from './step-values.ts';
import type { Telling } from './telling.ts';

/** The one mail to somebody outside: what the process says, what one of us says with it, what they are asked. */
export function tellTheirs(
  telling: Telling,
  { who, texts, asks }: Hearer,
  reader: Extract<Reader, { kind: 'theirs' }>,
): Effect[] {
  const { scene, settings, words, mail } = telling;
  const { ticket } = scene;
  const values = stepValues(telling, reader);
  const body = words?.body ?? openQuestions(telling, asks, reader.language);
  const common = {
    ...{ ticket, to: reader.to, language: reader.language, thread: customerThread(scene) },
    fromName: words?.person.name ?? '',
    automatic: (words?.body ?? '') === '' ? ('auto-generated' as const) : null,
    ...(telling.by.kind === 'associate' ? delayed(telling) : {}),
    attachments: words === null || mail === null ? [] : filesOfAnswer(mail, scene, words.attachments, words.formatted),
  };
  const data = {
    ...threadData(telling, ticket),
    ...newsOf(telling, texts, values),
    ...{ body, bodyHtml: words?.formatted.html ?? '', associateName: words?.person.name ?? '' },
    quoted: body === '' ? null : quotedFor(telling, scene, reader.to.address),
    ...standingFor(scene, reader, settings.desk),
  };
  const shown = asks.map((ask) => askShown(ask, who, reader, values, telling));
  if (hasEnded(telling)) {
    const record = { ...closingRecord(telling, reader, values), question: shown[0]?.says ?? null, asks: shown };
    return toContact(telling, { ...common, template: 'closing-record', data: { ...data, ...record } });
  }
  const meeting = meetingOf(telling, asks, reader);
  if (meeting !== null) {
    const question = { question: shown[0]?.says ?? null, asks: shown };
    return toContact(telling, { ...common, template: 'invited', data: { ...data, ...question, meeting, ours: false } });
  }
  if (asks.length === 0) return toContact(telling, { ...common, template: hasLapsed(telling) ? 'lapsed' : 'told', data });
  const asked = { ...data, question: shown[0]?.says ?? null, asks: shown };
  const offered = offerShown(asks, reader.language, telling);
  if (offered === null) return toContact(telling, { ...common, template: 'asked', data: asked });
  const { offer, file } = offered;
  const attachments = [file, ...common.attachments];
  return toContact(telling, { ...common, attachments, template: 'offered', data: { ...asked, offer } });
}

const hasEnded = ({ moved, was }: Telling): boolean => moved.state === closed && was !== null && was.state !== closed;

const hasLapsed = ({ moved }: Telling): boolean => moved.steps[0]?.trigger.kind === 'expired';

/** A questionnaire that is put again by itself: what of it is open. */
function openQuestions({ scene, settings }: Telling, asks: Hearer['asks'], language: string): string {
  const form = asks.some(({ answers }) => answers.includes('filled')) ? openForm(settings.forms, scene.ticket) : null;
  return form === null ? '' : questionText(form, language, true);
}

/** What the process says to one reader; the first of it gives the mail its title. */
export function newsOf(
  { scene }: Telling,
  texts: readonly string[],
  values: StepValues,
): { lead: StepText | null; also: StepText[] } {
  const [lead = null, ...also] = [...new Set(texts)].map((text) => ({
    process: scene.workflow.name,
    text: `texts.${text}`,
    values,
  }));
  return { lead, also };
}
