/** What a picture shows. Values that are no numbers (null, NaN) are gaps. Words in `language`. */
export type Chart = { title: string; language: string; unit: Unit } & (
  | { kind: 'bars'; stacked: boolean; labels: readonly string[]; series: readonly Series[] }
  | { kind: 'line'; labels: readonly string[]; series: readonly Series[] }
  | { kind: 'rows'; rows: readonly { label: string; value: number | null }[] }
);

/** A value for each label. */
export type Series = { name: string; values: readonly (number | null)[] };

/** `share`: 0.95 is 95 %. `hours`: of any fraction. `money`: minor units. */
export type Unit = { kind: 'count' } | { kind: 'share' } | { kind: 'hours' } | { kind: 'money'; currency: string };

export type Look = {
  /** `#rrggbb` of the brand. */
  colour: string;
  /** Pixels; 400 is read on a phone and on a desk. */
  width: number;
  theme: 'light' | 'dark';
};

export type ChartPicture = {
  svg: string;
  width: number;
  height: number;
  /**
   * Words that the drawing program would spoil (letters that join or are reordered, letters its font lacks): the page beside the
   * picture says them. A title as it is; the others by the mark that stands for them in the picture.
   */
  outside: { title: string | null; keys: readonly { mark: string; text: string }[] };
};

/** Numbers that can be drawn: finite, and far from where sums of floats break. */
export const drawable = (value: number | null | undefined): number | null =>
  value === null || value === undefined || !Number.isFinite(value) ? null : Math.max(-1e15, Math.min(1e15, value));
