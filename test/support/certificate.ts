import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Files of a self-signed certificate for localhost and 127.0.0.1; a client trusts it by naming `cert` as its authority. */
export type Certificate = { cert: string; key: string };

/** Makes a self-signed certificate in a folder, valid for a day. */
export async function makeCertificate(folder: string): Promise<Certificate> {
  const cert = join(folder, 'cert.pem');
  const key = join(folder, 'key.pem');
  await promisify(execFile)('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '1'],
    ...['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'],
    ...['-keyout', key, '-out', cert],
  ]);
  return { cert, key };
}
