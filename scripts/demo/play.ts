import type { Desk } from './desk.ts';
import { answerTo, type Letter, newMail, send } from './letters.ts';
import { type Received, waitFor } from './mailbox.ts';
import type { Player } from './people.ts';
import type { Printer } from './print.ts';
import type { Act } from './story.ts';

/** An act that was played: which mails it was, so that they are found in the desk's folders. */
export type Played = {
  title: string;
  who: Player;
  /** The Message-ID of the mail that was written. */
  written: string;
  /** The mails that followed, in the order they were read. */
  brought: readonly { to: Player; file: string; quietly: boolean }[];
};

/** What each address has read last: what an answer answers. */
const lastRead = new Map<string, Received>();

/** One act: the mail is handed to the desk by SMTP, and the mails that follow are awaited and shown. */
export async function play(desk: Desk, print: Printer, act: Act): Promise<Played> {
  const letter = letterOf(act);
  await print.act(act.title);
  await print.mail({ ...letter, from: act.who.name, to: 'Acme Support' });
  const written = await send(desk.port, letter, desk.now(), act.who.handle);
  const brought = [];
  for (const { to, text, quietly = false } of act.brings) {
    const mail = await waitFor(desk.outgoing, to.address, text);
    lastRead.set(to.address, mail);
    brought.push({ to, file: mail.file, quietly });
    if (quietly) print.aside(`The same goes to ${to.name}.`);
    else await print.answer({ ...mail, from: mail.from, to: to.name });
  }
  return { title: act.title, who: act.who, written, brought };
}

function letterOf({ who, subject, command, ...typed }: Act): Letter {
  if (subject !== undefined) return newMail(who, { subject, ...typed });
  const read = lastRead.get(who.address);
  if (read === undefined) throw new Error(`${who.name} has read nothing yet`);
  return answerTo(read, who, { subject: `${read.subject}${command === undefined ? '' : ` ${command}`}`, ...typed });
}
