import type { ReportTemplates } from '../answer/digest-data.ts';
import { type Desk, toAssociate } from '../answer/outgoing.ts';
import { comesAgain, endingLink } from '../digest/coming.ts';
import type { Effect } from '../effect.ts';
import type { MessageId } from '../ids.ts';
import type { Person } from '../settings.ts';
import type { PeriodKind } from './period.ts';

/** A report to one of us; what it says is counted when it leaves. `thread`: of the mail that asked; none: it comes by itself. */
export function reportMail(desk: Desk, person: Person, kind: PeriodKind, thread: readonly MessageId[] | null): Effect[] {
  const name = kind === 'week' ? 'weekly' : 'monthly';
  const data: ReportTemplates['report'] = {
    ...{ deskName: desk.settings.desk.name, kind, asked: desk.now, title: '', compared: '', worked: '', sections: [] },
    off: thread === null ? endingLink(name) : null,
  };
  const letter = thread === null ? comesAgain(name) : ({ ticket: null, automatic: 'auto-replied', thread } as const);
  return toAssociate(desk, person, { ...letter, template: 'report', data });
}
