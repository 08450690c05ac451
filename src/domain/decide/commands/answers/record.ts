import { answerClass } from '../../../ask/answer-class.ts';
import type { SaidWord } from '../../../ask/answer-words.ts';
import { mayApprove } from '../../../ask/approval-limit.ts';
import { timesChosen } from '../../../calendar/choose-time.ts';
import { talkAbout } from '../../../calendar/talk.ts';
import { priceOf } from '../../../quote/offered.ts';
import { listed, type Saying, say } from '../../../saying.ts';
import { changesOf } from '../../../workflow/changes-of.ts';
import { fire } from '../../../workflow/fire.ts';
import { isSame } from '../../../workflow/people-of.ts';
import { lookAt, standingOf } from '../../../workflow/place.ts';
import { stateIn } from '../../../workflow/process-words.ts';
import { givenWith, whoAnswers } from '../../answers/answering-step.ts';
import { putOnRecord } from '../../answers/put-on-record.ts';
import { saidAnswer, shownAsked } from '../../answers/said-answer.ts';
import { takeOffRecord } from '../../answers/take-off-record.ts';
import { type Command, type Deed, insiders, type Scene } from '../command.ts';
import { type Recorded, readRecord } from './read-record.ts';

type Row = Pick<Command, 'name' | 'translations' | 'help'> & { answer: SaidWord };

/** A command that writes down an answer which came another way: who, how, and in what words. The same rules hold for it. */
const record = ({ name, translations, help, answer }: Row): Command => ({
  name,
  translations,
  args: '[QUESTION] by WHO via phone|chat|meeting|mail ["…"]',
  roles: insiders,
  class: 'C4',
  help,
  inTitle: false,
  fits: ({ state }) => state !== 'closed',
  perform: (words, scene) => {
    const read = readRecord(name, answer, words, scene);
    return 'problem' in read ? read : putDown(answer, read, scene);
  },
});

function putDown(answer: SaidWord, read: Recorded, scene: Scene): Deed {
  const { ask, by, via, words } = read;
  const { actor, now, settings, records, ticket, workflow } = scene;
  const value = answer === 'accept' ? timeNamed(read, scene) : '';
  if (value === null)
    return {
      kind: 'refused',
      problem: say('it has to say which of the times'),
      expected: say('`… via phone "2"`'),
      suggestions: [],
    };
  const refused = whyNot(answer, read, scene);
  if (refused !== null) return { kind: 'refused', problem: refused, expected: '', suggestions: [] };
  if (waitsForWord(answer, read, scene)) return toConfirm(answer, read, scene);
  const rule = `C4: recorded by ${actor.handle}`;
  const counting = {
    ask,
    by,
    answer,
    value,
    words,
    via,
    recordedBy: actor.handle,
    rule,
    level: 'E3',
    confirmed: false,
  } as const;
  const kept = putOnRecord(records, counting, now, null);
  const at = { ...scene, records: kept.records };
  const given = kept.settled === null ? {} : givenWith(workflow, { ask: ask.ask, answer: kept.settled, value: '', words });
  const trigger = { kind: 'answer', ask: ask.ask, answer: kept.settled ?? answer } as const;
  const moved =
    kept.settled === null
      ? null
      : fire(workflow, standingOf(at), trigger, whoAnswers(settings, scene, by), lookAt(at, now), () => given);
  const isMoved = moved?.kind === 'moved';
  return {
    kind: 'done',
    effects: kept.effects,
    back: takeOffRecord(kept.effects, read, records),
    event: 'ask-answered',
    data: { ask: ask.ask, answer, round: ask.round, via, ...(value === '' ? {} : { value }) },
    words: { by: shownAsked(by), reason: words },
    ...(isMoved ? { moved, set: changesOf(ticket, moved, now) } : {}),
    change: listed(
      [
        saidAnswer(shownAsked(by), answer, ask, workflow.name),
        kept.settled === null
          ? say('others have to answer too')
          : isMoved
            ? say`${stateIn(ticket)} → ${stateIn(ticket, moved.state)}`
            : say('the process has no step for it here'),
      ],
      '; ',
    ),
    leaves: scene.text === words ? '' : scene.text,
    textIsFor: 'note',
  };
}

/** Of several times that were proposed, as a mail would say it; '' where there is nothing to choose, null where it does not say. */
function timeNamed({ ask, words }: Recorded, { records, now, ticket, settings }: Scene): string | null {
  const talk = talkAbout(ask.about, records.talks);
  if (talk === undefined || talk.times.length === 1) return '';
  const zone = settings.customers.find(({ id }) => id === ticket.customer)?.timezone ?? settings.desk.timezone;
  return timesChosen(words.split('\n')[0] ?? '', { times: talk.times, here: { now, zone } }).join(' ') || null;
}

const day = 86_400_000;

/** Where the process has it so, what is as good as a signature counts once it is confirmed by mail; `!` records it as final. */
const waitsForWord = (answer: SaidWord, { ask, by, via }: Recorded, { workflow, insists, settings }: Scene): boolean =>
  workflow.options.recordedAnswers === 'confirm' &&
  via !== 'mail' &&
  by.kind === 'contact' &&
  by.address.includes('@') &&
  settings.desk.reply.kind !== 'none' &&
  answerClass(workflow, ask.ask, answer) === 'C5' &&
  !insists;

function toConfirm(answer: SaidWord, { ask, by, via, words }: Recorded, { actor, now, text, workflow }: Scene): Deed {
  const given = { by, answer, value: '', via, recordedBy: actor.handle, words, state: 'unconfirmed', until: now + day } as const;
  const said = saidAnswer(shownAsked(by), answer, ask, workflow.name);
  return {
    kind: 'done',
    effects: [{ act: 'answer-ask', ask: ask.id, given }],
    back: [{ act: 'settle-answer', ask: ask.id, by, state: 'disowned' }],
    event: 'answer-asked-back',
    data: { ask: ask.ask, answer, round: ask.round, via },
    words: { by: shownAsked(by), reason: words },
    change: say`${said}: ${shownAsked(by)} is asked to confirm it`,
    confirms: { ask, to: by, answer, via },
    leaves: text === words ? '' : text,
    textIsFor: 'note',
  };
}

/** What holds for an answer by mail holds here too: nobody approves beyond their limit, and nobody twice. */
function whyNot(answer: SaidWord, { ask, by }: Recorded, { records, settings, ticket }: Scene): Saying | null {
  const customer = settings.customers.find(({ id }) => id === ticket.customer);
  const isYes = answer === 'approve' || answer === 'accept' || answer === 'confirm';
  if (isYes && !mayApprove(by, priceOf(ask.about, records.quotes), customer))
    return say`${shownAsked(by)} may not approve as much`;
  const before = ask.given.some((one) => one.state === 'counted' && one.answer === answer && isSame(one.by, by));
  return before ? say`${shownAsked(by)} said so already` : null;
}

/** One command for each answer that people give by a word. */
export const recordCommands: readonly Command[] = [
  record({
    name: 'approve',
    answer: 'approve',
    translations: { es: ['aprobar'], de: ['genehmigen'], fr: ['approuver'], pt: ['aprovar'] },
    help: say('Records an approval that came another way than by mail: who gave it, how, and in what words.'),
  }),
  record({
    name: 'decline',
    answer: 'decline',
    translations: { es: ['declinar'], de: ['ablehnen'], fr: ['décliner'], pt: ['recusar'] },
    help: say('Records a no that came another way than by mail: who gave it, how, and why.'),
  }),
  record({
    name: 'validate',
    answer: 'validate',
    translations: { es: ['validar'], de: ['abnehmen'], fr: ['valider'], pt: ['validar'] },
    help: say('Records that somebody tried it and that it works, where they said so another way than by mail.'),
  }),
  record({
    name: 'reject',
    answer: 'reject',
    translations: { es: ['rechazar'], de: ['zurückweisen'], fr: ['rejeter'], pt: ['rejeitar'] },
    help: say(
      'Records that somebody does not agree that it works or may be closed, where they said so another way than by mail.',
    ),
  }),
  record({
    name: 'confirm',
    answer: 'confirm',
    translations: { es: ['confirmar'], de: ['bestätigen'], fr: ['confirmer'], pt: ['confirmar'] },
    help: say('Records a confirmation, such as that a ticket may be closed, that came another way than by mail.'),
  }),
  record({
    name: 'accept',
    answer: 'accept',
    translations: { es: ['aceptar'], de: ['zusagen'], fr: ['accepter'], pt: ['aceitar'] },
    help: say('Records that somebody agreed to a date, where they said so another way than by mail.'),
  }),
];
