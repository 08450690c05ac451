import type { Effect } from '../effect.ts';
import type { Attachment } from '../mail.ts';
import { listed, type Saying, say } from '../saying.ts';
import type { Person } from '../settings.ts';
import { type Desk, toAssociate } from './outgoing.ts';
import { timeFor } from './time-for.ts';
import { admins } from './told.ts';

/**
 * Something an admin must see to. `happened` says what it means for customers too; `todo` is '' where nothing is left to do;
 * `details` are lines of a log or check, as they are.
 */
export type Alert = {
  title: Saying;
  happened: Saying;
  todo: Saying | '';
  details: readonly string[];
  /** Epoch ms; without it, it is so since it was noticed. */
  since?: number;
  attachments?: readonly Attachment[];
};

/** One mail to each of those who look after the desk itself, in their language. */
export function tellAdmins(desk: Desk, { attachments = [], since, title, happened, todo, details }: Alert): Effect[] {
  return admins(desk.settings.people).flatMap((person) => {
    const data = { deskName: desk.settings.desk.name, title, happened: listed([happened, whenFor(desk, person, since)], ' ') };
    return toAssociate(desk, person, {
      ...{ ticket: null, template: 'admin-alert', data: { ...data, todo, details } },
      automatic: 'auto-generated',
      attachments,
    });
  });
}

const whenFor = ({ settings, now }: Desk, person: Person, since: number | undefined): Saying =>
  since === undefined
    ? say`Noticed: ${timeFor(now, person, settings.desk)}.`
    : say`It has been so since ${timeFor(since, person, settings.desk)}.`;
