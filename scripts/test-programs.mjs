import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './child.mjs';
import { root } from './root.mjs';
import { SetupError, say } from './say.mjs';

/** What the tests run of other people's: any of the names will do, the package brings the first. */
const programs = [
  { names: ['dovecot'], package: 'dovecot-imapd', what: 'a real Dovecot IMAP server' },
  { names: ['chromium', 'chromium-browser', 'google-chrome'], package: 'chromium', what: 'a real browser, Chromium' },
];

/**
 * Makes sure that the tests find a Dovecot and a Chromium to run privately; installs Debian's where there are none.
 *
 * @throws {SetupError} where that is impossible: tests without the real thing would prove little, so none are skipped
 */
export async function ensureTestPrograms() {
  const missing = programs.filter(isMissing);
  if (missing.length === 0) return;
  const wanted = missing.map((program) => program.package);
  const needed = `The tests need ${missing.map(({ what }) => what).join(' and ')}, not installed here.`;
  const mend = `Install it yourself (on Debian: apt-get install --no-install-recommends ${wanted.join(' ')}), then run the same command again.`;
  const isRoot = process.getuid?.() === 0;
  const tried = isRoot ? 'as root' : 'with sudo';
  if (!hasProgram('apt-get')) throw new SetupError(`${needed} There is no apt-get here to install it with. ${mend}`);
  if (!isRoot && !hasProgram('sudo'))
    throw new SetupError(`${needed} Installing it takes root or sudo, and here is neither. ${mend}`);

  say(
    `Setting up: installing ${wanted.join(' and ')}, which the tests run privately (${tried}; nothing is started as a service)`,
  );
  const script = join(root, 'scripts', 'install-packages.sh');
  const [command, ...args] = isRoot ? ['sh', script, ...wanted] : ['sudo', '-n', 'sh', script, ...wanted];
  const { code, signal } = await run(command, args, { stdio: ['ignore', 2, 2] });
  if (code === 0 && !missing.some(isMissing)) return;
  throw new SetupError(`${needed} Tried to install it ${tried}; that ended with ${signal ?? `exit code ${code}`}. ${mend}`);
}

const isMissing = ({ names }) => !names.some((name) => hasProgram(name));

/** Daemons lie in /usr/sbin, which is not on everybody's path. */
function hasProgram(name) {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin'];
  return folders.some((folder) => existsSync(join(folder, name)));
}
