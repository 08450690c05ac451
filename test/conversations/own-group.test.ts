import { expect, test } from 'vitest';
import { helpdesk } from '../support/world.ts';
import { writeMail } from '../support/write-mail.ts';

test('2369-1, A27: a mail through our own group is its author’s: a ticket, answered, and never proved', async () => {
  await using world = await helpdesk({ mailboxes: () => '    via: [help@acme.example]' });
  const { jane, maria, desk } = world;
  await jane.sendsRaw(
    writeMail({
      from: "'Jane Roe' via Help <help@acme.example>",
      to: 'help@acme.example',
      subject: '[Help] Printer on fire',
      text: 'Tray 2 smokes.\n\n_____________________\nhelp@acme.example mailing list',
      date: world.clock.now(),
      messageId: '<1@group>',
      headers: [
        'Return-Path: <help+bncBCD@acme.example>',
        'X-Original-From: Jane Roe <jane@globex.example>',
        'Reply-To: Jane Roe <jane@globex.example>',
        'List-Id: <help.acme.example>',
        'Precedence: list',
        'Sender: help@acme.example',
      ],
    }),
  );
  await jane.receives('[HD-1001]');
  const told = await maria.receives('[HD-1001] Printer on fire', /not proved/);
  expect(told.text).not.toMatch(/mailing list/);
  await desk.settles();
  expect(await desk.ticket(1001)).toMatchObject({ requester: 'jane@globex.example', subject: 'Printer on fire' });
});
