import type { Placement } from './place-mail.ts';

/** How a mail was placed, as the journal keeps it: only our own words and numbers. */
export const matchData = ({ by, refused, linked, merged }: Placement) => ({
  by,
  ...(refused === null ? {} : { refused }),
  ...(merged === undefined ? {} : { merged }),
  ...(linked === null ? {} : { linked }),
});
