/** One line of the table. */
export type Figure = {
  /** The letter of the aim it belongs to. */
  row: string;
  what: string;
  figure: string;
  /** Mails a second that mailparser alone parses of the same mails; null where there is nothing to compare. */
  bare: number | null;
  /** Of our rate to the bare one. */
  ratio: number | null;
  target: string;
  /** Null where the line has no target of its own. */
  met: boolean | null;
};

/** How much of a measurement is done: `1` is the whole, less is for a quick look. */
export type Share = { mails(whole: number): number; passes: number };

export const whole: Share = { mails: (count) => count, passes: 3 };
export const quick: Share = { mails: (count) => Math.ceil(count / 100), passes: 1 };

export const perSecond = (rate: number): string => `${Math.round(rate)} mails/s`;
export const inMs = (value: number): string => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
