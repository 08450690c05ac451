import type { Unasked } from '../answer/notify-woken.ts';
import type { TicketScene } from '../decide/facts.ts';
import type { Effect } from '../effect.ts';
import type { Due } from './due.ts';
import { wake } from './wake.ts';

/** Something that is due on a ticket as it stands. */
export type Coming = { desk: Unasked; scene: TicketScene; due: Due };

/** What is done about it; nothing: the ticket is not ready for it, and it comes again when something changes there. */
export function bringAbout({ desk, scene, due }: Coming): Effect[] {
  return due.kind === 'wake' ? wake(desk, scene) : [];
}
