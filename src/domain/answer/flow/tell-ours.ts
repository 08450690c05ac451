import { isUnprovedNo, undoDecline, unproved } from '../../decide/answers/unproved-no.ts';
import type { Effect } from '../../effect.ts';
import { conversationOf } from '../../handover/briefing.ts';
import { valuesForOutside } from '../../handover/values-for-outside.ts';
import type { Person } from '../../settings.ts';
import type { Ticket } from '../../ticket.ts';
import { stateLabel } from '../../workflow/process-words.ts';
import { planOf } from '../../workflow/state-plan.ts';
import { handoverSummary } from '../handover-summary.ts';
import { filesOf } from '../mail-in-hand.ts';
import { customerMail } from '../notify.ts';
import { threadData, toAssociate } from '../outgoing.ts';
import { actionsFor, standing } from '../standing.ts';
import type { CustomerMail, Fact } from '../template-data.ts';
import { askShown } from './ask-shown.ts';
import { fieldFor } from './field-for.ts';
import type { Hearer } from './hearers.ts';
import { meetingOf } from './meeting-shown.ts';
import type { Reader } from './reader.ts';
import { nameOf, stepValues } from './step-values.ts';
import { newsOf } from './tell-theirs.ts';
import type { Telling } from './telling.ts';

/** The one mail to somebody inside: what happened, what came along, what they are asked, what they can do now. */
export function tellOurs(telling: Telling, { who, texts, asks }: Hearer, reader: Extract<Reader, { kind: 'ours' }>): Effect[] {
  const { scene, was, by, mail } = telling;
  const { ticket, workflow } = scene;
  const { person } = reader;
  const all = stepValues(telling, reader);
  const values = seesCustomer(person)
    ? all
    : valuesForOutside(all, conversationOf(scene, telling.settings), telling.settings.people);
  const shown = asks.map((ask) => askShown(ask, who, reader, values, telling));
  const mails = seesCustomer(person) ? mailShown(telling, person) : nothingShown(telling, person);
  const takesBack = seesCustomer(person) && isDoubtful(telling);
  const data = {
    ...{ ...mails, actions: [...(takesBack ? [undoDecline] : []), ...mails.actions], noticed: takesBack ? [unproved] : [] },
    ...newsOf(telling, texts, values),
    ...{ question: shown[0]?.says ?? null, asks: shown, by: nameOf(by, telling) },
    was: was === null ? '' : stateLabel(workflow.name, was.state),
    now: stateLabel(workflow.name, ticket.state),
    moved: was !== null && was.state !== ticket.state,
    facts: [...talkFacts(telling, reader), ...(seesCustomer(person) ? newFacts(telling, reader) : [])],
    soFar: seesCustomer(person) ? soFarOf(telling, person) : [],
  };
  return toAssociate(telling, person, {
    ...{ ticket, template: 'moved-on', data, automatic: 'auto-generated', fromName: nameOf(by, telling) },
    attachments: mail === null || !seesCustomer(person) ? [] : filesOf(mail).files,
  });
}

/** Whether it was a no that moved it, of somebody who was not proved. */
const isDoubtful = ({ by, mail, moved: { steps } }: Telling): boolean =>
  mail !== null &&
  steps[0]?.trigger.kind === 'answer' &&
  isUnprovedNo({ by, answer: steps[0].trigger.answer, level: mail.level });

/** Who is outside the desk gets nothing of the conversation, only what the process says to them. */
const seesCustomer = ({ roles }: Person): boolean => roles.some((role) => role !== 'operator');

const mailShown = (telling: Telling, person: Person): CustomerMail & ReturnType<typeof threadData> =>
  telling.mail === null
    ? nothingShown(telling, person)
    : { ...customerMail(telling.mail, telling.scene.ticket, person), text: telling.text };

function nothingShown(telling: Telling, person: Person): CustomerMail & ReturnType<typeof threadData> {
  const { ticket } = telling.scene;
  const shown = seesCustomer(person) ? ticket : { ...ticket, subject: '' };
  return {
    ...threadData(telling, shown),
    ...{ senderName: '', senderAddress: '', customerName: '', text: '', attachments: [], original: null },
    ...{ requesterAway: '', requesterFails: '', proved: false, evidence: '' },
    ...standing(ticket, person, telling.scene.workflow),
    whoseTurn: standing(ticket, person, telling.scene.workflow).whoseTurn || 'nobody',
    actions: seesCustomer(person) ? actionsFor(telling.scene, person, telling.now) : [],
  };
}

/** When it will be, by the reader's own clock. */
function talkFacts(telling: Telling, reader: Reader): Fact[] {
  const meeting = meetingOf(telling, [], reader);
  if (meeting === null) return [];
  const { times, zone, place } = meeting;
  return [{ label: 'talk', value: [...times.map(({ text }) => text), zone, place].filter((part) => part !== '').join(', ') }];
}

/** Values that came with this step. */
function newFacts({ scene: { workflow, ticket }, moved, settings }: Telling, reader: Reader): Fact[] {
  return Object.entries(moved.sets).flatMap(([name, kept]): Fact[] => {
    if (kept === null || !Object.hasOwn(workflow.fields, name) || ticket.fields[name] === undefined) return [];
    const value = fieldFor({ workflow, name, kept, settings }, reader);
    return [{ label: { label: `fields.${name}`, process: workflow.name }, value }];
  });
}

/** What whoever takes it up should know; nothing where it stays in the same hands. */
function soFarOf({ scene, was, moved, mail, settings, now }: Telling, person: Person): Fact[] {
  if (was === null || person.handle === was.assignee || !changesHands(scene, was)) return [];
  const said = Object.values(moved.sets).filter((value) => value !== null);
  const phases = mail?.lookups.phases.get(scene.ticket.number) ?? [];
  return handoverSummary({ scene, was, phases, settings, now, said }, person);
}

/** Another level or team, or a state that another group looks after. */
function changesHands({ ticket, workflow }: Telling['scene'], was: Ticket): boolean {
  const [before, after] = [planOf(workflow, was.state).group, planOf(workflow, ticket.state).group];
  return (
    (ticket.level !== null && ticket.level !== was.level) ||
    (ticket.team !== null && ticket.team !== was.team) ||
    (before !== null && after !== null && before !== after)
  );
}
