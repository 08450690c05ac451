import { z } from 'zod';
import { imapAccount } from './accounts.ts';
import { list, optional } from './shapes.ts';
import { address, date, identifier, language, name, text, wait } from './words.ts';

const after = z
  .union(
    [
      z.enum(['seen', 'keep']),
      z.strictObject({
        move_to: text.describe('The folder for what was taken'),
        held_to: text.nullable().default('Quarantine').describe('The folder for what waits for a person; null: like the rest'),
      }),
    ],
    { error: 'expected seen, keep or { move_to: FOLDER, held_to: FOLDER }' },
  )
  .default({ move_to: 'Processed', held_to: 'Quarantine' });

export const mailbox = z.strictObject({
  name: identifier.describe('A short name, for logs and `deliver --mailbox`'),
  imap: imapAccount.describe('Where the mail is fetched'),
  folder: text.default('INBOX').describe('The folder that is watched'),
  after: after.describe('What becomes of a mail on the server once it is stored here: { move_to, held_to }, seen or keep'),
  poll: wait.prefault('60s').describe('How often to look, besides the server telling of new mail (IDLE)'),
  since: optional(date).describe('Mail before this day is left alone; default: the first connection'),
  team: optional(text).describe('Who is told of new tickets: a team of people.yaml'),
  workflow: optional(name).describe('The process of its tickets, unless the customer names one'),
  language: optional(language).describe('The language of its mails, unless the customer has one'),
  via: list(address).describe('Our own groups, lists or aliases in front of this mailbox'),
  mode: z.enum(['m365']).optional().describe('It lies at Microsoft 365: believe the headers that Exchange Online writes'),
});

export type MailboxInput = z.output<typeof mailbox>;
