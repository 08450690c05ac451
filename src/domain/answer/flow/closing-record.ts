import type { Ask } from '../../ask/ask.ts';
import { tagOf } from '../../match/subject-tag.ts';
import { localMoney } from '../../money.ts';
import { offerOf } from '../../quote/charges-csv.ts';
import { minutesByKind } from '../../quote/hours.ts';
import { quoteName } from '../../quote/quote.ts';
import { totalsOf } from '../../quote/totals.ts';
import { valued } from '../../saying.ts';
import type { StepValues } from '../../workflow/process-words.ts';
import type { Fact } from '../template-data.ts';
import { timeFor } from '../time-for.ts';
import { nameBehind } from './field-for.ts';
import type { Reader } from './reader.ts';
import type { ClosingRecord, Milestone } from './step-data.ts';
import { inHours } from './step-values.ts';
import type { Shown } from './telling.ts';

/** What a customer keeps of a ticket that is closed: nothing that was written in it, but what happened, who decided, what it took. */
export function closingRecord(shown: Shown, reader: Reader, values: StepValues): ClosingRecord {
  const { fields } = shown.scene.ticket;
  return {
    timeline: timelineOf(shown, reader, values),
    decisions: decisionsOf(shown, reader, values),
    hours: hoursOf(shown, reader),
    charges: chargesOf(shown, reader),
    solution: fields['solution'] ?? '',
    version: fields['version'] ?? '',
    files: filesOf(shown),
  };
}

type Moment = Omit<Milestone, 'at'> & { when: number };

/** Milestones in their order; each answer stands among the decisions. */
function timelineOf(shown: Shown, reader: Reader, values: StepValues): Milestone[] {
  const { scene, settings, now } = shown;
  const { ticket, messages, records, workflow } = scene;
  const first = messages.find(({ direction, status }) => direction === 'out' && status === 'filed');
  const moments: Moment[] = [
    { when: ticket.opened, kind: 'opened', what: '', says: null },
    ...(first === undefined ? [] : [{ when: first.at, kind: 'first-answer' as const, what: '', says: null }]),
    ...records.quotes.map(
      ({ offer, made }): Moment => ({ when: made, kind: 'offered', what: offered(shown, reader, offer), says: null }),
    ),
    ...records.asks
      .filter((ask) => isOutside(ask) && ask.about?.kind !== 'quote' && ask.about?.kind !== 'fee')
      .map(
        ({ asked, ask }): Moment => ({
          when: asked,
          kind: 'asked',
          what: '',
          says: { process: workflow.name, text: `asks.${ask}`, values },
        }),
      ),
    { when: ticket.closed ?? now, kind: 'closed', what: '', says: null },
  ];
  return moments
    .toSorted((one, other) => one.when - other.when)
    .map(({ when, ...rest }) => ({ ...rest, at: timeFor(when, reader, settings.desk) }));
}

type Offer = Shown['scene']['records']['quotes'][number]['offer'];

const offered = ({ settings, scene }: Shown, { language }: Reader, offer: Offer): string =>
  `${quoteName(tagOf(settings.desk.prefix, scene.ticket.number), offer)}, ${localMoney(totalsOf(offer).total, language)}`;

/** What was asked of us alone is nobody's outside. */
const isOutside = ({ of }: Pick<Ask, 'of'>): boolean => of.some(({ kind }) => kind === 'contact');

/** Every answer that counted: whose, by which way, to what. */
function decisionsOf({ scene, settings }: Shown, reader: Reader, values: StepValues): ClosingRecord['decisions'] {
  const { records, workflow, participants } = scene;
  return records.asks.filter(isOutside).flatMap(({ ask, given }) =>
    given
      .filter(({ state, answer }) => state === 'counted' && answer !== 'reply' && answer !== 'filled' && answer !== 'partly')
      .map(({ by, at, answer, value, via }) => ({
        at: timeFor(at, reader, settings.desk),
        who:
          by.kind === 'associate'
            ? nameBehind(by.handle, settings)
            : participants.find(({ address }) => address === by.address)?.name || nameBehind(by.address, settings),
        via,
        answer: value !== '' ? value : { label: `asks.${ask}.answers.${answer}`, process: workflow.name },
        says: { process: workflow.name, text: `asks.${ask}`, values },
      })),
  );
}

/** By kind, and their sum where there are several. */
function hoursOf({ scene: { records, workflow } }: Shown, reader: Reader): Fact[] {
  const { billable } = workflow.options;
  const counted = records.time.filter(({ kind }) => billable === null || billable.includes(kind));
  const kinds = minutesByKind(counted);
  const sum = kinds.reduce((all, { minutes }) => all + minutes, 0);
  const rows = kinds.map(({ kind, minutes }): Fact => ({ label: valued(kind), value: inHours(minutes, reader) }));
  return rows.length < 2 ? rows : [...rows, { label: 'Total', value: inHours(sum, reader) }];
}

/** What is owed: offers by their names, hours by their kind. */
function chargesOf({ scene, settings }: Shown, reader: Reader): Fact[] {
  return scene.records.charges
    .filter(({ voided }) => voided === null)
    .map((charge): Fact => {
      const { what, kind } = charge;
      const label = offerOf(charge, settings.desk.prefix) ?? valued(kind);
      if (what.kind === 'money') return { label, value: localMoney(what.total, reader.language) };
      const hours = inHours(what.minutes, reader);
      const rate = what.rate === null ? '' : ` × ${localMoney(what.rate, reader.language)}/h`;
      return { label, value: `${hours}${rate}` };
    });
}

/** Names of what went to and fro, each once. */
const filesOf = ({ scene }: Shown): string[] => [
  ...new Set(
    scene.messages
      .filter(({ direction, status }) => direction !== 'note' && status === 'filed')
      .flatMap(({ attachments }) => attachments.filter(({ inline }) => !inline).map(({ filename }) => filename)),
  ),
];
