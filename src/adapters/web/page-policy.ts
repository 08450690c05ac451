import { createHash } from 'node:crypto';

/**
 * What a page of mails that lies in one file may do: run its own script, style itself, show pictures that it holds.
 * The mails in its frames inherit it: no script of theirs runs and no picture is fetched, whatever they say.
 *
 * @param connect what its script may ask of whom
 */
export function pagePolicy(script: string, connect: "'self'" | "'none'"): string {
  const hash = createHash('sha256').update(script).digest('base64');
  return [
    "default-src 'none'",
    `script-src 'sha256-${hash}'`,
    "style-src 'unsafe-inline'",
    'img-src data:',
    `connect-src ${connect}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
