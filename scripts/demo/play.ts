import type { Desk } from './desk.ts';
import { answerTo, type Letter, newMail, send } from './letters.ts';
import { type Received, waitFor } from './mailbox.ts';
import type { Player } from './people.ts';
import type { Printer } from './print.ts';
import type { Act } from './story.ts';

/** What each address has read last: what an answer answers. */
const lastRead = new Map<string, Received>();

/** One act: the mail is handed to the desk by SMTP, and the mails that follow are awaited and shown. */
export async function play(desk: Desk, print: Printer, act: Act): Promise<void> {
  const letter = letterOf(act);
  await print.act(act.title);
  await print.mail({ ...letter, from: act.who.name, to: 'Acme Support' });
  await send(desk.port, act.who, letter);
  for (const { to, text, quietly } of act.brings) {
    const mail = await waitFor(desk.outgoing, to.address, text);
    lastRead.set(to.address, mail);
    if (quietly) print.aside(`The same goes to ${to.name}.`);
    else await print.answer({ ...mail, from: mail.from, to: to.name });
  }
}

function letterOf({ who, subject, command, text }: Act): Letter {
  if (subject !== undefined) return newMail(who, subject, text);
  const read = lastRead.get(who.address);
  if (read === undefined) throw new Error(`${who.name} has read nothing yet`);
  return answerTo(read, forThis(who), `${read.subject}${command === undefined ? '' : ` ${command}`}`, text);
}

const forThis = ({ name, address }: Player): Player => ({ name, address });
