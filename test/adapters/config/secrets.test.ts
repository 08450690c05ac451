// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the YAML under test is full of them.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadConfig } from '../../../src/adapters/config/load-config.ts';
import { folder, verdictOn } from './folder.ts';

const canary = 'hunter2-canary';
const desk = 'desk: { name: Acme, address: support@acme.example }\n';
const withSmtp = (login: string, host = 'smtp.x.example') => `${desk}outgoing: { smtp: { host: ${host}, user: u, ${login} } }\n`;

test('a secret comes from the environment, also as a part of a text', async () => {
  const login =
    'oauth2: { client_id: "${ID}", client_secret: "${SECRET}", token_endpoint: "https://login.example/${TENANT}/token" }';
  const { settings } = await verdictOn({ 'helpdesk.yaml': withSmtp(login) }, { ID: 'me', SECRET: canary, TENANT: 't-1' });
  expect(settings?.outgoing.transport).toMatchObject({
    smtp: { auth: { oauth2: { clientId: 'me', clientSecret: canary, tokenEndpoint: 'https://login.example/t-1/token' } } },
  });
});

test('a secret comes from a file beside the YAML, trimmed', async () => {
  const { settings } = await verdictOn({ 'helpdesk.yaml': withSmtp('password_file: keys/smtp'), 'keys/smtp': `${canary}\n` });
  expect(settings?.outgoing.transport).toMatchObject({ smtp: { auth: { kind: 'password', user: 'u', password: canary } } });
});

test('a port may come from the environment, and $${ is a plain ${', async () => {
  const yaml = `desk: { name: "$\${x}", address: support@acme.example }\noutgoing: { smtp: { host: h, port: "\${PORT}" } }\n`;
  const { settings } = await verdictOn({ 'helpdesk.yaml': yaml }, { PORT: '2526' });
  expect(settings?.desk.name).toBe('${x}');
  expect(settings?.outgoing.transport).toMatchObject({ smtp: { port: 2526 } });
});

const refused: [string, string, Record<string, string>, string][] = [
  [
    'an unset variable',
    withSmtp('password: "${NO}"'),
    {},
    '2:62: outgoing.smtp.password: the environment variable NO is not set',
  ],
  [
    'an empty variable',
    withSmtp('password: "${NO}"'),
    { NO: '' },
    '2:62: outgoing.smtp.password: the environment variable NO is empty',
  ],
  [
    'a wrong name',
    withSmtp('password: "${9}"'),
    {},
    '2:62: outgoing.smtp.password: expected ${NAME}, the name of an environment variable in braces (a plain ${ is written $${)',
  ],
  [
    'a plain secret',
    withSmtp(`password: ${canary}`),
    {},
    '2:62: outgoing.smtp.password: expected "${NAME}" or password_file, so that no secret is committed',
  ],
  [
    'a half plain secret',
    withSmtp(`password: "${canary}\${X}"`),
    { X: 'x' },
    '2:62: outgoing.smtp.password: expected "${NAME}" or password_file, so that no secret is committed',
  ],
  [
    'a missing file',
    withSmtp('password_file: nofile'),
    {},
    '2:67: outgoing.smtp.password_file: there is no file nofile; write the secret there, readable for the desk only',
  ],
  [
    'an empty file',
    withSmtp('password_file: empty'),
    {},
    '2:67: outgoing.smtp.password_file: the file empty is empty; expected the secret in it',
  ],
];

test.each(refused)('A23: %s is refused, and not shown', async (_, helpdesk, env, told) => {
  const { complaints } = await verdictOn({ 'helpdesk.yaml': helpdesk, empty: '\n' }, env);
  expect(complaints).toEqual([`helpdesk.yaml:${told}`]);
});

test('A23: both ways for one secret are refused', async () => {
  const { complaints } = await verdictOn(
    { 'helpdesk.yaml': withSmtp('password: "${P}", password_file: f'), f: canary },
    { P: canary },
  );
  expect(complaints).toEqual(['helpdesk.yaml:2:85: outgoing.smtp.password_file: expected password or password_file, not both']);
});

test('A23: a plain secret of a server on this machine is only warned of', async () => {
  const { complaints, warnings } = await verdictOn({ 'helpdesk.yaml': withSmtp(`password: ${canary}`, '127.0.0.1') });
  expect(complaints).toEqual([]);
  expect(warnings).toHaveLength(1);
  expect(warnings.join()).not.toContain(canary);
});

test("A23: an associate's plain password is warned of on loopback, refused on a listener others reach", async () => {
  const people = `people:\n  - { handle: m, name: M, addresses: [m@acme.example], roles: [lead], password: ${canary} }\n`;
  const listening = (host: string) =>
    `${desk}outgoing: { maildir: o }\nlisten: { smtp: { host: ${host}, port: 2525, from: [10.0.0.1] } }\n`;
  const near = await verdictOn({ 'helpdesk.yaml': listening('127.0.0.1'), 'people.yaml': people });
  expect(near.settings?.people[0]?.password).toBe(canary);
  expect(near.warnings).toHaveLength(1);
  const far = await verdictOn({ 'helpdesk.yaml': listening('0.0.0.0'), 'people.yaml': people });
  expect(far.complaints).toHaveLength(1);
  expect([...near.warnings, ...far.complaints].join()).not.toContain(canary);
});

test('an associate whose password file is missing may not log in, and the desk runs', async () => {
  await using made = await folder({
    'helpdesk.yaml': `${desk}outgoing: { maildir: o }\n`,
    'people.yaml': 'people:\n  - { handle: m, name: M, addresses: [m@acme.example], roles: [lead], password_file: m.key }\n',
  });
  const before = await loadConfig(made.dir, {});
  expect(before).toMatchObject({ kind: 'ok', settings: { people: [{ password: null }] }, warnings: [{ line: 2, column: 86 }] });
  await writeFile(join(made.dir, 'm.key'), canary);
  expect(await loadConfig(made.dir, {})).toMatchObject({ settings: { people: [{ password: canary }] }, warnings: [] });
});

test('A23: no mistake shows a secret: wrong type, wrong place, broken syntax, value of a variable', async () => {
  const texts = [
    withSmtp(`password: [${canary}]`),
    withSmtp(`pasword: ${canary}`),
    withSmtp(`password: *${canary}`),
    withSmtp(`password: "${canary}`),
    withSmtp(`password: "a" ${canary}`),
    withSmtp(`password: @${canary}`),
    withSmtp(`password: !${canary} x`),
    `${desk}outgoing: { smtp: { host: h, port: "\${SECRET}" } }\n`,
    `${desk}outgoing: { smtp: { host: "\${SECRET}!", envelope: "\${SECRET}" } }\n`,
  ];
  for (const text of texts) {
    const { complaints, warnings } = await verdictOn({ 'helpdesk.yaml': text }, { SECRET: canary });
    expect(complaints, text).not.toEqual([]);
    expect([...complaints, ...warnings].join('\n')).not.toContain(canary);
  }
});
