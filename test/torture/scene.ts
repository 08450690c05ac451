import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { until } from '../support/until.ts';

export type Ports = { imap: number; sink: number; smtp: number };

/** Writes the desk's configuration: a mailbox that is emptied, one whose mails are only marked, a listener, two associates, known customers. */
export async function writeConfig(dir: string, ports: Ports, customers: number): Promise<void> {
  await mkdir(join(dir, 'config'), { recursive: true });
  const mailbox = (name: string, after: string) => `  - name: ${name}
    imap: { host: 127.0.0.1, port: ${ports.imap}, secure: false, user: ${name}, password: secret }
    since: 2020-01-01
    poll: 2s
    after: ${after}
    team: web`;
  const helpdesk = `desk:
  name: Acme Support
  address: support@acme.example
  timezone: Europe/Berlin
  delay: 1s
mailboxes:
${mailbox('support', '{ move_to: Processed, held_to: Quarantine }')}
${mailbox('billing', 'seen')}
listen:
  smtp: { host: 127.0.0.1, port: ${ports.smtp} }
outgoing:
  smtp: { host: 127.0.0.1, port: ${ports.sink}, secure: false }
  limits: { per_recipient: none, per_domain: none }
authentication:
  trusted: [mx.acme.example]
  probe: never
retry: { quick: [1s, 2s], later: 5s, give_up: 1d }
`;
  const person = (handle: string, roles: string) =>
    `  - { handle: ${handle}, name: ${handle}, addresses: [${handle}@acme.example], roles: [${roles}], teams: [web], language: en, password: secret }`;
  const contact = (_: unknown, at: number) => `      - { name: Customer ${at}, addresses: [c${at}@globex.example] }`;
  const contacts = Array.from({ length: customers }, contact);
  const globex = '  - id: globex\n    name: Globex\n    domains: [globex.example]\n    language: en\n    contacts:';
  await Promise.all([
    writeFile(join(dir, 'config', 'helpdesk.yaml'), helpdesk),
    writeFile(
      join(dir, 'config', 'people.yaml'),
      `people:\n${person('maria', 'associate, lead, admin')}\n${person('ravi', 'associate')}\n`,
    ),
    writeFile(join(dir, 'config', 'customers.yaml'), `customers:\n${[globex, ...contacts].join('\n')}\n`),
  ]);
}

export type SinkProcess = { port: number; stop(): Promise<void> };

/** Starts the SMTP sink as a process of its own: it outlives every desk and ends with this process at the latest. */
export async function startSinkProcess(ledger: string): Promise<SinkProcess> {
  const program = fileURLToPath(new URL('../support/smtp-sink-process.ts', import.meta.url));
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, ledger], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const port = await until(() => Number(/ready (\d+)/.exec(said)?.[1] ?? 0) || false, { what: 'the sink', within: 20_000 });
  const stop = async () => {
    const gone = once(child, 'close');
    child.stdin.end();
    await gone;
  };
  return { port, stop };
}
