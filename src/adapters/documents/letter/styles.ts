import type { Palette } from './palette.ts';
import type { Style } from './pen.ts';

const style =
  (size: number, bold: boolean, leading: number) =>
  (colour: string): Style => ({ size, bold, leading, colour });

/** How each kind of text is set, given its colour. */
const kinds = {
  body: style(10, false, 1.45),
  strong: style(10, true, 1.45),
  small: style(8.5, false, 1.4),
  smallStrong: style(8.5, true, 1.4),
  heading: style(12.5, true, 1.3),
  title: style(20, true, 1.2),
  name: style(16, true, 1.2),
};

/** The styles in the colours of a palette. */
export const stylesOf = ({ ink, quiet, brand, warning }: Palette) => ({
  body: kinds.body(ink),
  quiet: kinds.small(quiet),
  strong: kinds.strong(ink),
  label: kinds.small(quiet),
  columnTitle: kinds.smallStrong(quiet),
  grand: kinds.strong(brand),
  heading: kinds.heading(ink),
  title: kinds.title(ink),
  name: kinds.name(brand),
  calm: kinds.strong(brand),
  warning: kinds.strong(warning),
});
