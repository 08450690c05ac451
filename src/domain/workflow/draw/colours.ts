import type { Party } from '../../ticket.ts';

/** A card by whose turn it is: its head, its edge, and the letters on its head. */
export type Tint = { head: string; edge: string; ink: string };

export const ink = { text: '#1f2933', quiet: '#52606d', card: '#ffffff', page: '#f6f8fa', band: '#ebeff3', edge: '#cbd2d9' };

const tint = (head: string, edge: string): Tint => ({ head, edge, ink: ink.text });

export const tints: Readonly<Record<Party, Tint>> = {
  customer: tint('#fde9c8', '#d98e04'),
  staff: tint('#d6e6fb', '#2f6fd0'),
  engineer: tint('#cdeeea', '#0f8577'),
  lead: tint('#e5dcfa', '#7c4fd6'),
  manager: tint('#fbdbe5', '#c2335f'),
  sales: tint('#dcf2d3', '#4b8f24'),
  operator: tint('#e3e7c8', '#7a8420'),
  provider: tint('#ecdccb', '#96602a'),
  nobody: tint('#e4e7eb', '#7b8794'),
};

export const endsTint: Tint = { head: '#1f2933', edge: '#1f2933', ink: '#ffffff' };

/** Lines that lead to different states, as far apart as eyes tell lines on white; they come again after the last. */
export const lineColours: readonly string[] = [
  ...['#2563a8', '#b4541a', '#2e7d32', '#8e3a9d', '#a61b3f', '#00757d', '#6b5a00', '#4a55c4', '#8a4b2f', '#3f6b1f'],
];
