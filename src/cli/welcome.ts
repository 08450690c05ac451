import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Daemon } from '../app/daemon.ts';
import type { House } from '../app/house.ts';
import type { Settings } from '../domain/settings.ts';
import type { CommonOptions, Terminal } from './command.ts';
import { paint } from './table.ts';

/** What a person who has just started the desk wants to know: where mail goes in, where answers come out, what to look at. */
export function welcome(house: House, daemon: Daemon, common: CommonOptions, terminal: Terminal): string {
  const { bold, dim } = paint(terminal);
  const settings = house.settings();
  const smtp = daemon.listening.find(({ way }) => way === 'smtp');
  const first = smtp === undefined || settings.listen.smtp?.requireAuth === true ? [] : firstMail(smtp, settings);
  const maildesk = (command: string) => `    npx maildesk ${command}${elsewhere(common)}`;
  return [
    '',
    `${bold(`${settings.desk.name} is running.`)} Ctrl-C stops it.`,
    '',
    `  Mail comes in     ${waysIn(settings, daemon).join('\n                    ')}`,
    `  Answers appear    ${wayOut(settings, common)}`,
    '',
    ...first,
    dim('  What came of it, in another terminal:'),
    maildesk('tickets'),
    maildesk('ticket 1001').replace('1001', String(settings.desk.firstNumber)),
    maildesk('outbox'),
    maildesk('outbox --show 1'),
    '',
    ...(settings.mailboxes.length > 0 ? [] : [dim(`  Your own mailbox: ${common.config}/helpdesk.yaml says how.`), '']),
  ].join('\n');
}

function waysIn({ mailboxes, people }: Settings, daemon: Daemon): string[] {
  const login = people.find(({ password }) => password !== null);
  const who = login === undefined ? '' : `; associates log in there with handle and password, such as ${login.handle}`;
  const doors = daemon.listening.map(({ way, host, port }) => `${way} ${host}:${port}${way === 'smtp' ? who : ''}`);
  const boxes = mailboxes.map(({ name, imap, folder }) => `mailbox ${name}: ${folder} of ${imap.user} at ${imap.host}`);
  const ways = [...doors, ...boxes];
  return ways.length > 0 ? ways : ['by `maildesk deliver` alone: helpdesk.yaml names neither a mailbox nor a listener'];
}

function wayOut({ outgoing: { transport } }: Settings, { data }: CommonOptions): string {
  if (transport.kind === 'smtp') return `at the reader, by way of ${transport.smtp.host}:${transport.smtp.port}`;
  return `in ${transport.dir.replace(/^data(?=\/)/, data)}, a Maildir; nothing leaves this machine`;
}

const firstMail = ({ host, port }: { host: string; port: number }, { desk }: Settings): string[] => [
  '  A first mail, in another terminal:',
  `    curl -sS smtp://${host}:${port} --mail-from jane@globex.example --mail-rcpt ${desk.address} -T ${example()}`,
  '',
];

const example = (): string => relative(process.cwd(), fileURLToPath(new URL('../../examples/first-mail.eml', import.meta.url)));

const elsewhere = ({ config, data }: CommonOptions): string =>
  `${config === 'config' ? '' : ` --config ${config}`}${data === 'data' ? '' : ` --data ${data}`}`;
