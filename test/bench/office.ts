import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../src/app/clock.ts';
import { adapters } from '../../src/app/compose.ts';
import { type House, openHouse } from '../../src/app/house.ts';
import { deskAddress, type Writer, writers } from './mails.ts';

export type Ways = { imap?: number; listen?: number; smtp?: number };
/** `small`: one customer with ten contacts, so that what a large configuration weighs is not measured. */
export type Size = 'usual' | 'small';

/** A folder with a configuration and room for data: one associate, 50 customers with 500 contacts. */
export type Office = AsyncDisposable & { dir: string; config: string; data: string };

/** Makes an office; it is gone with its scope. @param ways ports on loopback */
export async function office(ways: Ways = {}, size: Size = 'usual'): Promise<Office> {
  const dir = await mkdtemp(join(tmpdir(), 'bench-'));
  const config = join(dir, 'config');
  await mkdir(config);
  await writeFile(join(config, 'helpdesk.yaml'), helpdesk(ways).join('\n'));
  await writeFile(join(config, 'people.yaml'), people);
  await writeFile(join(config, 'customers.yaml'), customers(size === 'small' ? writers.slice(0, 10) : writers));
  return {
    dir,
    config,
    data: join(dir, 'data'),
    [Symbol.asyncDispose]: () => rm(dir, { recursive: true, force: true }),
  };
}

/** The desk's parts over an office's data, with nobody at work. @param later milliseconds that the clock is ahead */
export async function openOffice({ config, data }: Office, later = 0): Promise<House> {
  const opened = await openHouse(adapters, {
    configDir: config,
    dataDir: data,
    env: {},
    clock: systemClock(later),
    log: adapters.silentLog,
  });
  if (opened.kind !== 'open') throw new Error(`the house does not open: ${JSON.stringify(opened)}`);
  return opened.house;
}

const helpdesk = ({ imap, listen, smtp }: Ways): string[] => [
  'desk:',
  '  name: Acme Support',
  `  address: ${deskAddress}`,
  '  timezone: Europe/Berlin',
  ...(imap === undefined ? [] : mailbox(imap)),
  ...(listen === undefined ? [] : ['listen:', `  smtp: { host: 127.0.0.1, port: ${listen} }`]),
  'outgoing:',
  smtp === undefined ? '  maildir: data/outgoing' : `  smtp: { host: 127.0.0.1, port: ${smtp}, secure: false }`,
  '  limits: { per_recipient: none, per_domain: none }',
  'authentication:',
  '  trusted: [mx.acme.example]',
  '  probe: never',
  'intake:',
  '  max_mail_mb: 100',
];

const mailbox = (port: number): string[] => [
  'mailboxes:',
  '  - name: support',
  `    imap: { host: 127.0.0.1, port: ${port}, secure: false, user: support, password: secret }`,
  '    since: 2020-01-01',
];

const people = `people:
  - { handle: maria, name: Maria Lopez, addresses: [maria@acme.example], roles: [associate, admin], language: en }
`;

function customers(people: readonly Writer[]): string {
  const companies = Map.groupBy(people, ({ domain }) => domain);
  return `customers:\n${[...companies].map(([domain, contacts]) => customer(domain, contacts)).join('')}`;
}

const customer = (domain: string, contacts: readonly Writer[]): string =>
  `  - id: ${domain.split('.')[0]}
    name: ${domain}
    domains: [${domain}]
    language: en
    contacts:
${contacts.map(({ name, address }) => `      - { name: ${name}, addresses: [${address}] }\n`).join('')}`;
