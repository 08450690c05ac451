import type { Ask, Asked } from '../../ask/ask.ts';
import { talkAbout } from '../../calendar/talk.ts';
import type { Effect } from '../../effect.ts';
import { offerAbout } from '../../quote/offered.ts';
import { quoteKey } from '../../quote/quote.ts';
import type { Records } from '../../workflow/records.ts';

/**
 * What takes an answer off the record: its question waits again, and the offer or talk that it was about.
 *
 * @param effects what put it on record
 * @param records as they were before
 */
export function takeOffRecord(effects: readonly Effect[], { ask, by }: { ask: Ask; by: Asked }, records: Records): Effect[] {
  const offer = offerAbout(ask.about, records.quotes);
  const wasSettled = effects.some(({ act }) => act === 'change-quote');
  const talk = effects.some(({ act }) => act === 'keep-talk') ? talkAbout(ask.about, records.talks) : undefined;
  return [
    { act: 'undo-answer', ask: ask.id, by },
    ...(talk === undefined ? [] : [{ act: 'keep-talk', talk } as const]),
    ...(offer === undefined || !wasSettled
      ? []
      : [{ act: 'change-quote', quote: quoteKey(offer), set: { status: offer.status, settled: offer.settled } } as const]),
  ];
}
