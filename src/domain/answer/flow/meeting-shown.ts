import type { NewAsk } from '../../ask/open-ask.ts';
import { offeredTimes, zoneName } from '../../calendar/proposed-times.ts';
import { type Talk, talkAbout, timeInCalendars } from '../../calendar/talk.ts';
import type { DeskSettings } from '../../settings.ts';
import type { Reader } from './reader.ts';
import type { MeetingShown, TalkShown } from './step-data.ts';
import type { Telling } from './telling.ts';

type Desk = Pick<DeskSettings, 'timezone'>;

/** Times as one reader's clock and language show them. */
export function talkShown({ times, place }: Pick<Talk, 'times' | 'place'>, reader: Reader, desk: Desk): TalkShown {
  const here = { language: reader.language, timezone: reader.timezone ?? desk.timezone };
  const shown = offeredTimes(times, here).map((one) => (times.length === 1 ? { ...one, number: 0 } : one));
  return { times: shown, zone: zoneName(here, times[0].start), place };
}

/** The same, with how it stands. */
export const meetingShown = (
  talk: Pick<Talk, 'times' | 'place'>,
  stands: MeetingShown['stands'],
  reader: Reader,
  desk: Desk,
): MeetingShown => ({ ...talkShown(talk, reader, desk), stands });

/** Times that are proposed with a step, or the one that an answer has just fixed; null where it is about no talk. */
export function meetingOf(
  { scene: { records }, moved, settings: { desk } }: Telling,
  asks: readonly Pick<NewAsk, 'about'>[],
  reader: Reader,
): MeetingShown | null {
  const [proposed] = asks.flatMap(({ about }) => talkAbout(about, records.talks) ?? []);
  if (proposed !== undefined) return meetingShown(proposed, proposed.times.length > 1 ? 'choose' : 'proposed', reader, desk);
  const trigger = moved.steps[0]?.trigger;
  const answered = trigger?.kind === 'answer' ? records.asks.findLast(({ ask }) => ask === trigger.ask) : undefined;
  const talk = talkAbout(answered?.about ?? null, records.talks);
  const time = talk?.state === 'fixed' ? timeInCalendars(talk) : null;
  return talk === undefined || time === null ? null : meetingShown({ ...talk, times: [time] }, 'fixed', reader, desk);
}
