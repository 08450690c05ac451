import { type Part, type Saying, say } from '../saying.ts';

/** What people call a clock of the service plan. */
export const clockWords = (clock: string): Part => clocks[clock] ?? clock.replaceAll('_', ' ');

const clocks: Readonly<Record<string, Saying>> = {
  first_response: say('first response'),
  next_response: say('next answer'),
  work_start: say('start of work'),
  no_update: say('word of how it stands'),
  resolution: say('resolution'),
  analysis: say('analysis'),
  quotation: say('quotation'),
  review: say('review'),
  evaluation: say('evaluation'),
  report: say('report'),
  fix: say('fix by the provider'),
};
