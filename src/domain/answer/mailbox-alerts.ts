import { type Saying, say } from '../saying.ts';
import type { Alert } from './tell-admins.ts';

/** What can be told of a mailbox. */
type News = 'unreached' | 'back' | 'locked' | 'unfiled' | 'ungiven' | 'unwatched';

/** `text`: the line of the log that says it; `since`: epoch ms, where it began before it was told. */
export type MailboxNews = { news: News; text: string; since?: number };

/** What admins are told of a mailbox. */
export function mailboxAlert(mailbox: string, { news, text, since }: MailboxNews): Alert {
  return { ...alerts[news](mailbox), details: news === 'back' ? [] : [text], ...(since === undefined ? {} : { since }) };
}

type Words = { title: Saying; happened: Saying; todo: Saying | '' };

const alerts: Readonly<Record<News, (mailbox: string) => Words>> = {
  unreached: (mailbox) => ({
    title: say`Mailbox ${mailbox} brings in no mail`,
    happened: say`The desk gets no connection to mailbox ${mailbox}. Nothing is lost, new mail waits on its server; but customers who write get no answer, not even an acknowledgement, until it is back.`,
    todo: say(
      'See whether the server answers, and whether its address, user and password in the configuration are right: `maildesk doctor` tries them. The desk goes on trying by itself and tells you when mail comes in again.',
    ),
  }),
  back: (mailbox) => ({
    title: say`Mailbox ${mailbox} brings in mail again`,
    happened: say`The desk reaches mailbox ${mailbox} again and takes in what waited there; customers get their answers now.`,
    todo: '',
  }),
  locked: (mailbox) => ({
    title: say`Mailbox ${mailbox} refuses the login`,
    happened: say`The server of mailbox ${mailbox} refused user or password three times. The desk has stopped trying, so that the account is not locked. Nothing is lost, new mail waits on the server; but customers who write get no answer until the login works.`,
    todo: say(
      'Mend user and password of this mailbox in the configuration; `maildesk doctor` shows whether they work. The desk tries again when the configuration is read anew (SIGHUP).',
    ),
  }),
  unfiled: (mailbox) => ({
    title: say`Mailbox ${mailbox}: taken mails stay where they are`,
    happened: say`The desk takes in the mails of mailbox ${mailbox} and answers them as always; customers notice nothing. But it cannot move them to their folder on the server. None is taken in twice.`,
    todo: say(
      'See whether the folder exists on the server, may be written to and is not full. The desk goes on trying by itself.',
    ),
  }),
  ungiven: (mailbox) => ({
    title: say`Mailbox ${mailbox}: the server keeps back a mail`,
    happened: say`The server of mailbox ${mailbox} lists a mail but does not give it. Whoever wrote it has had no answer; all mails behind it go their way.`,
    todo: say(
      'Look at it with a mail program. If a customer wrote it, answer them from there; once it is moved out of the folder, the desk asks for it no more. Until then it asks every 15 minutes.',
    ),
  }),
  unwatched: (mailbox) => ({
    title: say`Mailbox ${mailbox} is no longer watched`,
    happened: say`The desk stopped watching mailbox ${mailbox} after a fault. Nothing is lost, new mail waits on its server; but customers who write get no answer until it is watched again.`,
    todo: say(
      'Start the desk anew, or have it read its configuration anew (SIGHUP). If it stops again, the lines below are for those who mend the desk.',
    ),
  }),
};
