// biome-ignore-all lint/suspicious/noTemplateCurlyInString: what is told names one.
import { generateKeyPairSync } from 'node:crypto';
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadConfig } from '../../../src/adapters/config/load-config.ts';
import { aKey } from '../verify/signed-mail.ts';
import { folder, verdictOn } from './folder.ts';

const pem = (kind: 512 | 2048 | 'ed25519'): string => aKey(kind).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const yaml = (dkim: string): string =>
  `desk: { name: Acme, address: support@acme.example }\noutgoing:\n  maildir: out\n  dkim: ${dkim}\n`;
const named = '{ domain: acme.example, selector: desk1, key_file: dkim.pem }';
const publicKey = generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }).toString();

test.each([2048, 'ed25519'] as const)('a key of %s is taken', async (kind) => {
  const { settings, complaints } = await verdictOn({ 'helpdesk.yaml': yaml(named), 'dkim.pem': pem(kind) });
  expect(complaints).toEqual([]);
  expect(settings?.outgoing.dkim).toMatchObject({ domain: 'acme.example', selector: 'desk1', key: pem(kind).trim() });
});

const fit = 'expected a private key, RSA of 1024 bits or more or Ed25519; found';
const wrong: [string, string, Record<string, string>, string][] = [
  ['6376-2: a short key', named, { 'dkim.pem': pem(512) }, `helpdesk.yaml:4:60: outgoing.dkim.key_file: ${fit} RSA of 512 bits`],
  [
    'a public key',
    named,
    { 'dkim.pem': publicKey },
    `helpdesk.yaml:4:60: outgoing.dkim.key_file: ${fit} no private key (PEM) without a passphrase; \`openssl genpkey -algorithm ed25519\` makes one`,
  ],
  [
    'no such file',
    named,
    {},
    'helpdesk.yaml:4:60: outgoing.dkim.key_file: there is no file dkim.pem; write the secret there, readable for the desk only',
  ],
  [
    'no key at all',
    '{ domain: acme.example, selector: desk1 }',
    {},
    'helpdesk.yaml:4:9: outgoing.dkim: expected key_file: the private key that signs',
  ],
  [
    'a key in the file that is committed',
    '{ domain: acme.example, selector: desk1, key: abcdef }',
    {},
    'helpdesk.yaml:4:55: outgoing.dkim.key: expected "${NAME}" or key_file, so that no secret is committed',
  ],
  [
    'a selector that DNS does not take',
    '{ domain: acme.example, selector: "a b", key_file: dkim.pem }',
    { 'dkim.pem': pem('ed25519') },
    'helpdesk.yaml:4:43: outgoing.dkim.selector: expected a DKIM selector such as desk1, got "a b"',
  ],
];

test.each(wrong)('%s is told at its place', async (_what, dkim, files, told) => {
  const { complaints } = await verdictOn({ 'helpdesk.yaml': yaml(dkim), ...files });
  expect(complaints[0]).toBe(told);
});

test('another domain than that of From, and a key that others may read, are warned of', async () => {
  await using made = await folder({
    'helpdesk.yaml': yaml(named.replace('acme.example', 'other.example')),
    'dkim.pem': pem('ed25519'),
  });
  const warned = async () => (await loadConfig(made.dir, {})).warnings.map(({ path, message }) => `${path}: ${message}`);
  const aboutDomain =
    'outgoing.dkim.domain: mails come from acme.example; a signature of other.example proves nothing of them (DMARC); expected acme.example';
  const aboutMode = 'outgoing.dkim.key_file: other users of this machine may read this key; `chmod 600` it';
  await chmod(join(made.dir, 'dkim.pem'), 0o644);
  expect(await warned()).toEqual([aboutDomain, aboutMode]);
  await chmod(join(made.dir, 'dkim.pem'), 0o600);
  expect(await warned()).toEqual([aboutDomain]);
});
