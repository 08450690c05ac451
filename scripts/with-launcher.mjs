// Loaded into a program by its launcher, so that the two live and die as one: the program has a session of its own
// (a Ctrl-C then reaches it once, through the launcher), and would outlive a launcher that is killed with SIGKILL.
import { keepCompiled } from './compile-cache.mjs';

keepCompiled();
const launcher = process.env.MAILDESK_LAUNCHER;
if (launcher !== undefined) {
  delete process.env.MAILDESK_LAUNCHER;
  const die = () => process.kill(process.pid, 'SIGKILL');
  if (process.ppid !== Number(launcher)) die();
  process.once('disconnect', die);
  process.channel?.unref();
}
