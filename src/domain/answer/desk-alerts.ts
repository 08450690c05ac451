import type { Attachment } from '../mail.ts';
import { say } from '../saying.ts';
import type { Alert } from './tell-admins.ts';

/** Mails of one template cannot be made. */
export const blockedTemplate = (template: string, why: string): Alert => ({
  title: say`A template cannot be filled: ${template}`,
  happened: say`Mails made with the template ${template} wait in the outbox: whom they are for, customers among them, has had no word yet. All other mails go out.`,
  todo: say('Mend the template, then run `maildesk outbox --retry ID`; `maildesk outbox` lists what waits.'),
  details: [why],
});

/** @param raw the mail as it came, null where it is too large to be sent */
export const unreadMail = (id: number, why: string, raw: Attachment | null): Alert => ({
  title: say`A mail could not be taken (journey ${id})`,
  happened:
    raw === null
      ? say('A mail came that the desk could not read. It is stored as it came and held; whoever wrote it has had no answer.')
      : say('A mail came that the desk could not read. It is held, and attached as it came; whoever wrote it has had no answer.'),
  todo: say('Look at it with `maildesk held`. If a customer wrote it, answer them from your own mail program.'),
  details: [why],
  attachments: raw === null ? [] : [raw],
});

/** A timed job fails; told when it begins to, and when more of it does. */
export const jobFailed = (job: string, why: readonly string[]): Alert => ({
  title: say`The job ${job} fails`,
  happened: say`The timed job ${job} could not do all of its work. What it sees to is late: reminders, questions that expire, pauses that end. Mail comes in and goes out as always.`,
  todo: say('The next run tries again by itself. `maildesk jobs` shows how it went; `maildesk jobs run NAME` tries at once.'),
  details: why,
});

/** Alarms do not get through to whatever wakes those on call. */
export const alarmsFail = (host: string, why: readonly string[]): Alert => ({
  title: say`Alarms do not get through to ${host}`,
  happened: say`A ticket is severe, and ${host} did not take the alarm. Those on call were told by mail. It is tried again for a day.`,
  todo: say(
    'Look at `alarms.webhook` in sla.yaml and at the machine behind it. You hear of it again only after an alarm has come through.',
  ),
  details: why,
});

/** A timed job does all of its work again. */
export const jobWorks = (job: string): Alert => ({
  title: say`The job ${job} works again`,
  happened: say`The timed job ${job} did all of its work again. What was late has been seen to now, each thing once.`,
  todo: '',
  details: [],
});

/** The configuration was changed and cannot be taken up. */
export const brokenConfig = (complaints: readonly string[]): Alert => ({
  title: say('The configuration has mistakes'),
  happened: say(
    'The configuration was changed and has mistakes. The desk goes on with the last good one: customers notice nothing, and nothing of the change holds yet.',
  ),
  todo: say('Mend the lines below; the desk takes them up by itself. To check them first: `maildesk check`'),
  details: complaints,
});
