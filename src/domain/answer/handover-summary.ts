import { deskHours } from '../calendar/desk-hours.ts';
import type { TicketScene } from '../decide/facts.ts';
import { type Phase, sinceWhen, stayOf } from '../due/phase.ts';
import { type Question, textIn } from '../form/questionnaire.ts';
import { minutesByKind } from '../quote/hours.ts';
import { listed, type Part, type Saying, say, valued } from '../saying.ts';
import type { Person, Settings } from '../settings.ts';
import { clockWords } from '../sla/clock-words.ts';
import { clocksOf } from '../sla/clocks-of.ts';
import { keptClock, soonest } from '../sla/kept-clock.ts';
import type { Ticket } from '../ticket.ts';
import { stateIn } from '../workflow/process-words.ts';
import { agoFor, lengthFor } from './age.ts';
import { answersSoFar } from './answers-so-far.ts';
import { filesSoFar } from './files-so-far.ts';
import { fieldFor } from './flow/field-for.ts';
import { inHours } from './flow/step-values.ts';
import { cut } from './quoted.ts';
import type { Fact } from './template-data.ts';
import { timeFor } from './time-for.ts';

/** A ticket that somebody else takes up now. `phases`: how it stood until this, none where that was not looked up. */
export type Taken = {
  scene: TicketScene;
  was: Ticket;
  phases: readonly Phase[];
  settings: Pick<Settings, 'desk' | 'people' | 'customers' | 'forms' | 'sla'>;
  now: number;
  /** What their mail says already. */
  said: readonly string[];
};

/** Characters of a value; who wants more of it has it in the ticket's status. */
const longest = 200;
/** Values of the ticket that are told, in the order they are declared. */
const mostFields = 12;

/**
 * What is known of a ticket that changed hands, for whoever has it now: since when, what was asked and answered, what was found
 * and tried, what it took, what is due next. Only for those inside; only what there is something to say of.
 */
export function handoverSummary(taken: Taken, reader: Person): Fact[] {
  const rows: readonly (readonly [Part, Part | null])[] = [
    ['Opened', opened(taken, reader)],
    [say('Until now'), untilNow(taken, reader)],
    ...answersSoFar(taken, reader),
    ...found(taken, reader),
    [say('Internal notes'), notes(taken, reader)],
    [say('Hours worked'), hours(taken, reader)],
    [say('Files'), filesSoFar(taken.scene.messages, languageOf(taken, reader))],
    [say('Next due'), nextDue(taken, reader)],
  ];
  return rows.flatMap(([label, value]) => (value === null ? [] : [{ label, value }]));
}

const languageOf = ({ settings }: Taken, { language }: Person): string => language ?? settings.desk.language;

const opened = (taken: Taken, reader: Person): string => {
  const { scene, settings, now } = taken;
  const { opened: at } = scene.ticket;
  return `${timeFor(at, reader, settings.desk)} (${agoFor(now - at, languageOf(taken, reader))})`;
};

/** Where it stood, or on which level, and for how long. */
function untilNow(taken: Taken, reader: Person): Saying | null {
  const { was, scene, phases, now } = taken;
  if (phases.length === 0) return null;
  const lasted = (since: number): string => lengthFor(now - since, languageOf(taken, reader));
  if (was.state !== scene.ticket.state) return say`${stateIn(was)}, for ${lasted(stayOf(phases).since)}`;
  if (was.level === null || was.level === scene.ticket.level) return null;
  return say`${was.level}, for ${lasted(sinceWhen(phases, ({ level }) => level === was.level))}`;
}

/** Answers of questionnaires under their questions, then what the process keeps. */
function found(taken: Taken, reader: Person): (readonly [Part, Part])[] {
  const { scene, settings } = taken;
  const questions = Object.values(settings.forms.questionnaires).flatMap((one) => one.questions);
  const asked = new Map(questions.map((question) => [question.field, question]));
  const fields = Object.keys(scene.workflow.fields).filter((name) => !asked.has(name));
  const answers = [...asked.values()].flatMap((question) => answerTo(question, taken, reader));
  return [...answers, ...fields.flatMap((name) => keptIn(name, taken, reader))].slice(0, mostFields);
}

function answerTo({ field, ask, answer }: Question, taken: Taken, reader: Person): (readonly [Part, Part])[] {
  const kept = newsOf(field, taken);
  if (kept === '') return [];
  const language = languageOf(taken, reader);
  const option = answer.kind === 'choice' ? answer.options.find(({ value }) => value === kept) : undefined;
  return [[shortened(textIn(ask, language)), option === undefined ? shortened(kept) : textIn(option.label, language)]];
}

function keptIn(name: string, taken: Taken, reader: Person): (readonly [Part, Part])[] {
  const { workflow } = taken.scene;
  const kept = shortened(newsOf(name, taken));
  if (kept === '') return [];
  const value = fieldFor({ workflow, name, kept, settings: taken.settings }, { language: languageOf(taken, reader) });
  return [[{ label: `fields.${name}`, process: workflow.name }, value]];
}

/** What a field holds; '' where it is nothing, or stands in the mail anyway. */
function newsOf(name: string, { scene, said }: Taken): string {
  const kept = scene.ticket.fields[name] ?? '';
  return said.some((text) => text === kept || isLineOf(text, kept)) ? '' : kept;
}

/** Alone, or behind its name: `Summary: the job does not run`. */
const isLineOf = (text: string, kept: string): boolean =>
  text.split('\n').some((line) => line.trim() === kept || line.trim().endsWith(`: ${kept}`));

const shortened = (text: string): string => cut(text.replace(/\s+/g, ' ').trim(), longest);

function notes({ scene, settings }: Taken, reader: Person): Saying | null {
  const all = scene.messages.filter(({ direction, status }) => direction === 'note' && status === 'filed');
  const last = all.at(-1);
  return last === undefined ? null : say`${all.length}, the last one on ${timeFor(last.at, reader, settings.desk)}`;
}

function hours(taken: Taken, reader: Person): Saying | null {
  const kinds = minutesByKind(taken.scene.records.time);
  const language = languageOf(taken, reader);
  return kinds.length === 0
    ? null
    : listed(kinds.map(({ kind, minutes }) => listed([valued(kind), inHours(minutes, { language })], ' ')));
}

/** By its service plan, as it stands from now on. */
function nextDue({ scene, phases, settings, now }: Taken, reader: Person): Saying | null {
  if (phases.length === 0) return null;
  const { state, waitsFor, severity, level } = scene.ticket;
  const from = [...phases, { at: now, state, waitsFor, severity, level }];
  const next = soonest(clocksOf(scene, from, settings, deskHours(settings), now).map(keptClock));
  return next === null ? null : say`${clockWords(next.name)}, ${timeFor(next.due, reader, settings.desk)}`;
}
