/** A strip of the page, as wide as the text: never parted. */
export type Slice = {
  /** Points of air above it, but at the top of a page. */
  above: number;
  /** Points. */
  height: number;
  /** It stands on the same page as the next one. */
  keep: boolean;
  /** Draws it; `y` is its top. */
  set(y: number): void;
  /** Stands above it again where a page begins with it. */
  head?: Slice;
};

/** The strips of one block, `above` points from what stands before it. */
export const spaced = (above: number, slices: readonly Slice[]): Slice[] =>
  slices.map((slice, at) => (at === 0 ? { ...slice, above } : slice));
