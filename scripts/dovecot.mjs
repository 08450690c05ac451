import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './child.mjs';
import { root } from './root.mjs';
import { SetupError, say } from './say.mjs';

/**
 * Makes sure that the tests find a Dovecot to run privately; installs Debian's where there is none.
 *
 * @throws {SetupError} where that is impossible: tests without a real mail server would prove little, so none are skipped
 */
export async function ensureDovecot() {
  if (hasProgram('dovecot', '/usr/sbin')) return;
  const script = join(root, 'scripts', 'install-dovecot.sh');
  const isRoot = process.getuid?.() === 0;
  const tried = isRoot ? 'as root' : 'with sudo';
  if (!hasProgram('apt-get')) throw new SetupError(`${needed} There is no apt-get here to install it with. ${mend}`);
  if (!isRoot && !hasProgram('sudo'))
    throw new SetupError(`${needed} Installing it takes root or sudo, and here is neither. ${mend}`);

  say(
    `Setting up: installing dovecot-imapd, which the tests run privately on loopback (${tried}; it is not started as a service)`,
  );
  const [command, ...args] = isRoot ? ['sh', script] : ['sudo', '-n', 'sh', script];
  const { code, signal } = await run(command, args, { stdio: ['ignore', 2, 2] });
  if (code === 0 && hasProgram('dovecot', '/usr/sbin')) return;
  throw new SetupError(`${needed} Tried to install it ${tried}; that ended with ${signal ?? `exit code ${code}`}. ${mend}`);
}

const needed = 'The tests need a real Dovecot IMAP server, which is not installed.';
const mend =
  'Install it yourself (on Debian or Ubuntu: apt-get install --no-install-recommends dovecot-imapd), then run the same command again.';

function hasProgram(name, ...alsoIn) {
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...alsoIn];
  return folders.some((folder) => existsSync(join(folder, name)));
}
