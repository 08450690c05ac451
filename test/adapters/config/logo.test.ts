import { expect, test } from 'vitest';
import { verdictOn } from './folder.ts';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const yaml = 'desk:\n  name: Acme\n  address: support@acme.example\n  brand:\n    logo: logo.png\noutgoing: { maildir: out }\n';
const withLogo = (logo: Uint8Array | null) =>
  verdictOn({ 'helpdesk.yaml': yaml, ...(logo === null ? {} : { 'logo.png': logo }) });

test('a logo is read with the configuration', async () => {
  const { settings, complaints } = await withLogo(png);
  expect(complaints).toEqual([]);
  expect(Buffer.from(settings?.desk.brand.logo ?? [])).toEqual(png);
});

test.each([
  ['that is not there', null, /there is no file .*logo\.png; expected a picture/],
  ['that is no picture', Buffer.from('<svg/>'), /expected PNG, JPEG or GIF/],
  ['that is too large', Buffer.concat([png, Buffer.alloc(64_000)]), /65 kB.*expected at most 64 kB/],
])('a logo %s is told with its place', async (_, bytes, problem) => {
  const { complaints } = await withLogo(bytes);
  expect(complaints).toEqual([expect.stringMatching(problem)]);
  expect(complaints[0]).toMatch(/^helpdesk\.yaml:5:\d+: desk\.brand\.logo: /);
});
