import type { Effect } from '../effect.ts';
import type { Attachment } from '../mail.ts';
import { type Desk, toAssociate } from './outgoing.ts';
import { admins } from './told.ts';

/** Something an admin must see to. `happened` and `todo` are sentences, `details` lines of a log or check. */
export type Alert = {
  title: string;
  happened: string;
  todo: string;
  details: readonly string[];
  attachments?: readonly Attachment[];
};

/** One mail to each of those who look after the desk itself. */
export function tellAdmins(desk: Desk, { attachments = [], ...alert }: Alert): Effect[] {
  const data = { ...alert, deskName: desk.settings.desk.name };
  return admins(desk.settings.people).flatMap((person) =>
    toAssociate(desk, person, { ticket: null, template: 'admin-alert', data, automatic: 'auto-generated', attachments }),
  );
}
