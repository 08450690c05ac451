import type { MailboxSettings } from '../../domain/settings.ts';
import type { Adapters } from '../compose.ts';
import type { House } from '../house.ts';
import { type Finding, look, trouble, well } from './finding.ts';

/** Every mailbox is opened, every server logged in to, as the running desk does it. */
export async function accountFindings(adapters: Adapters, house: House): Promise<Finding[]> {
  const { mailboxes } = house.settings();
  const opened = adapters.openMailboxes(house);
  const [inwards, outwards] = await Promise.all([
    Promise.all(mailboxes.map((mailbox) => mailboxFinding(opened, mailbox))),
    outgoingFinding(adapters, house),
  ]);
  return [...inwards, outwards];
}

async function mailboxFinding(mailboxes: ReturnType<Adapters['openMailboxes']>, mailbox: MailboxSettings): Promise<Finding> {
  const check = `mailbox ${mailbox.name}`;
  const opening = await mailboxes.open(mailbox);
  if (opening.kind === 'open') {
    const { uidNext } = opening.folder;
    const left = (await opening.folder.uidsFrom(1)).length;
    await opening.folder.close();
    return well(
      check,
      `${mailbox.folder} of ${mailbox.imap.user} opens; ${left} mails lie in it, the next gets number ${uidNext}`,
    );
  }
  const why =
    opening.kind === 'refused' ? mends[opening.by] : 'look whether the server runs, and whether `imap.host` and `port` are right';
  return trouble(check, opening.text, `${why}; mail stays on the server meanwhile`);
}

const mends = {
  auth: 'check user and password (or oauth2) of this mailbox; some providers want a password made for programs',
  setup: 'mend what it says, at the server or in mailboxes of helpdesk.yaml',
} as const;

async function outgoingFinding(adapters: Adapters, house: House): Promise<Finding> {
  const check = 'outgoing';
  const { transport } = house.settings().outgoing;
  const tried = await adapters.tryOutgoing(house.settings(), house);
  if (transport.kind === 'maildir' || tried === null)
    return look(
      check,
      'mails are left in a folder and reach nobody',
      'name a server in outgoing.smtp once the desk is to write to people',
    );
  const { host, port, auth } = transport.smtp;
  const where = `${host}:${port}`;
  if (tried.kind === 'accepted')
    return well(check, `${where} lets the desk in${auth === null ? ' without a login' : ` as ${auth.user}`}`);
  return trouble(
    check,
    tried.reply.startsWith(where) ? tried.reply : `${where}: ${tried.reply}`,
    'check outgoing.smtp: host, port, secure, user, password; mails wait in the outbox meanwhile',
  );
}
