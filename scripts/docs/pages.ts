import { commandsPage } from './commands-page.ts';
import { configurationPage } from './configuration-page.ts';
import { mailChecksPage } from './mail-checks-page.ts';
import { mailsPage } from './mails-page.ts';

/** The pages of `docs/` that are made from the code; a test holds that the written ones are these. */
export const pages = (): { name: string; text: string }[] => [
  { name: 'commands.md', text: commandsPage() },
  { name: 'configuration.md', text: configurationPage() },
  { name: 'mails.md', text: mailsPage() },
  { name: 'mail-checks.md', text: mailChecksPage() },
];
