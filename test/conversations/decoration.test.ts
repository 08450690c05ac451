import { expect, test } from 'vitest';
import { helpdesk } from '../support/world.ts';

/** With a logo in the signature, as most companies have it. */
const mail = (number: number): string =>
  [
    'Authentication-Results: mx.acme.example; dkim=pass header.d=globex.example; dmarc=pass header.from=globex.example',
    'From: Jane Roe <jane@globex.example>',
    'To: support@acme.example',
    `Subject: Question ${number}`,
    'Date: Mon, 2 Mar 2026 09:00:00 +0000',
    `Message-ID: <logo.${number}@globex.example>`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/related; boundary=b',
    '',
    '--b',
    'Content-Type: text/html; charset=utf-8',
    '',
    `<p>Question number ${number}</p><img src="cid:logo">`,
    '--b',
    'Content-Type: image/png; name=logo.png',
    'Content-ID: <logo>',
    'Content-Disposition: inline; filename=logo.png',
    'Content-Transfer-Encoding: base64',
    '',
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    '--b--',
    '',
  ].join('\r\n');

test('the same small picture under every mail of a sender is left out of notifications from the third on, and kept', async () => {
  await using world = await helpdesk();
  const { jane, maria, desk } = world;
  for (const number of [1, 2, 3]) {
    await jane.sendsRaw(mail(number));
    const told = await maria.receives(`[HD-${1000 + number}]`);
    expect(told.text.includes('logo.png')).toBe(number < 3);
  }
  await desk.settles();
  expect((await desk.messages(1003))[0]?.attachments).toMatchObject([{ filename: 'logo.png' }]);
});
