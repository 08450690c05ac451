import type { News, Questions } from './step-data.ts';

/** Where a process has nothing to say to somebody. */
export const noWords: News & Questions = { lead: null, also: [], question: null, asks: [] };
