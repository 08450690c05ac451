import { standingOut } from '../colour.ts';
import type { Look } from './chart.ts';

export type Colours = { card: string; edge: string; ink: string; quiet: string; grid: string };

/** The card is opaque: a picture is read alike on a white page and on a black one. */
export const coloursOf = (theme: Look['theme']): Colours => themes[theme];

const themes: Readonly<Record<Look['theme'], Colours>> = {
  light: { card: '#ffffff', edge: '#d9dee4', ink: '#1f2933', quiet: '#5b6672', grid: '#e6eaee' },
  dark: { card: '#1b2530', edge: '#3a4653', ink: '#e8edf2', quiet: '#a9b4c0', grid: '#2f3b47' },
};

/** WCAG 2.2, 1.4.11: for shapes that carry meaning. */
const visible = 3;

/** The brand's colour first, then those that are not taken for it; each is seen on the card, and told by lightness too. */
export function seriesColours({ colour, theme }: Look): readonly string[] {
  const { card } = themes[theme];
  const beside = companions.filter((one) => distance(one, colour) > 110);
  return [colour, ...beside].map((one) => standingOut(one, card, visible));
}

const companions = ['#f59e0b', '#475569', '#7c3aed', '#06b6d4', '#be123c', '#84cc16', '#1d4ed8'];

const distance = (one: string, other: string): number =>
  Math.hypot(...[1, 3, 5].map((at) => Number.parseInt(one.slice(at, at + 2), 16) - Number.parseInt(other.slice(at, at + 2), 16)));
