import { join } from 'node:path';
import type { Daemon } from '../app/daemon.ts';
import type { House } from '../app/house.ts';
import type { CommonOptions } from './command.ts';

/** What a person who has just started the desk wants to know: where mail goes in, where answers come out, what to look at. */
export function welcome(house: House, daemon: Daemon, { config, data }: CommonOptions): string {
  const { desk, mailboxes, outgoing, people } = house.settings();
  const doors = daemon.listening.map(({ way, host, port }) => `${way} ${host}:${port}`);
  const boxes = mailboxes.map(({ name, imap, folder }) => `${name} (${imap.user} at ${imap.host}, ${folder})`);
  const login = people.find(({ password }) => password !== null);
  const ways = [...doors, ...boxes];
  const { transport } = outgoing;
  const out =
    transport.kind === 'maildir'
      ? `the Maildir ${transport.dir.replace(/^data(?=\/)/, data)}`
      : `${transport.smtp.host}:${transport.smtp.port}`;
  const smtp = daemon.listening.find(({ way }) => way === 'smtp');
  const first = smtp === undefined ? [] : firstMail(smtp, desk.address);
  return [
    '',
    `${desk.name} is running.`,
    `  mail comes in by   ${ways.join(', ') || 'nothing yet: name a mailbox or a listener in helpdesk.yaml'}`,
    `  answers appear in  ${out}`,
    '  look at them with  npx maildesk outbox   npx maildesk tickets   npx maildesk ticket N',
    ...first,
    ...(login === undefined ? [] : [`  associates log in to that port with their handle, such as ${login.handle}`]),
    `  settings           ${join(config, 'helpdesk.yaml')}; check them with: npx maildesk check`,
    '  stop with Ctrl-C',
    '',
  ].join('\n');
}

const firstMail = ({ host, port }: { host: string; port: number }, address: string): string[] => [
  `  a first mail       curl smtp://${host}:${port} --mail-from jane@globex.example --mail-rcpt ${address} -T examples/first-mail.eml`,
];
