import { expect, test } from 'vitest';
import { composeRaw } from '../../../src/adapters/email/send/compose-raw.ts';
import { loadTemplates } from '../../../src/adapters/templates/load-templates.ts';
import { samples } from '../../../src/adapters/templates/samples/samples.ts';
import { picturesIn } from '../../../src/domain/answer/compose-mail.ts';
import { logoId, plainBrand } from '../../../src/domain/brand.ts';
import { desk } from '../../domain/parts.ts';
import { shippedDir } from '../templates/support.ts';
import { anOutboundMail, blobsOf } from './an-outbound-mail.ts';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const brand = { ...plainBrand('Acme Support'), logo: png };
const templates = await loadTemplates({ shippedDir, overrideDir: null, deskLanguage: 'en', brand });

async function rawOf(name: 'acknowledge' | 'receipt'): Promise<string> {
  const { text, html } = templates.render(name, 'en', samples[name][0]);
  const mail = anOutboundMail({ text, html, pictures: picturesIn(html, { ...desk, brand }) });
  const { content } = composeRaw(mail, blobsOf({}));
  const chunks: Uint8Array[] = [];
  for await (const chunk of Buffer.isBuffer(content) ? [content] : content) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('latin1');
}

test('a customer’s mail brings the logo with it, beside its HTML, and names the desk where it is not shown', async () => {
  const raw = await rawOf('acknowledge');
  expect(raw).toMatch(/multipart\/related/);
  expect(raw).toMatch(new RegExp(`content-id: <${logoId}>`, 'i'));
  expect(raw).toContain('Content-Disposition: inline');
  expect(raw.replace(/=\r\n/g, '')).toMatch(/<img [^>]*src=3D"cid:logo@brand" alt=3D"Acme Support"/);
  expect(raw.replace(/\r\n/g, '')).toContain(png.toString('base64'));
});

test('an associate’s mail has none', async () => {
  const raw = await rawOf('receipt');
  expect(raw).not.toMatch(/multipart\/related|image\//);
});
