import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Desk } from './desk.ts';
import { unread } from './mailbox.ts';

/** What a person can look at when the story is over. */
export type Left = { tickets: string; ticket: string; look: readonly string[] };

const program = join(import.meta.dirname, '..', '..', 'src', 'main.ts');

/** Asks the command line, as a person would. */
export async function whatIsLeft({ dir, outgoing }: Desk): Promise<Left> {
  const strays = await unread(outgoing);
  if (strays.length > 0) throw new Error(`mails that the story does not know: ${strays.join(', ')}`);
  const options = ['--config', join(dir, 'config'), '--data', join(dir, 'data')];
  const ask = async (...command: string[]): Promise<string> => {
    const { stdout } = await promisify(execFile)(process.execPath, [program, ...command, ...options]);
    return stdout.trimEnd();
  };
  const flags = options.join(' ');
  return {
    tickets: await ask('tickets'),
    ticket: await ask('ticket', '1001'),
    look: [
      `npx maildesk outbox ${flags}`,
      `npx maildesk held ${flags}`,
      `npx maildesk outbox --show 1 ${flags}`,
      `${outgoing}   a Maildir: any mail client opens it`,
      `${join(dir, 'desk.log')}   what the desk noted`,
    ],
  };
}
