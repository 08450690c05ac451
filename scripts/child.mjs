import { spawn } from 'node:child_process';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Milliseconds. One Ctrl-C arrives several times: from the terminal, and again from npm; the program must see it once. */
const echo = 500;

/**
 * Runs a command to its end and passes signals on to it.
 *
 * @returns {Promise<{ code: number | null, signal: NodeJS.Signals | null, stderr: string }>} stderr only where it is piped
 */
export function run(command, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, options);
    const release = forwardSignals(child);
    let stderr = '';
    child.stderr?.setEncoding('utf8').on('data', (text) => {
      stderr += text;
    });
    child.once('error', (error) => {
      release();
      reject(error);
    });
    child.once('close', (code, signal) => {
      release();
      resolve({ code, signal, stderr });
    });
  });
}

/** Ends this process as its child ended: the same exit code, or the same signal. */
export function endLike({ code, signal }) {
  if (signal) process.kill(process.pid, signal);
  else process.exitCode = code;
}

function forwardSignals(child) {
  const last = new Map();
  const forward = (signal) => {
    const now = Date.now();
    if (now - (last.get(signal) ?? 0) < echo) return;
    last.set(signal, now);
    child.kill(signal);
  };
  for (const signal of signals) process.on(signal, forward);
  return () => {
    for (const signal of signals) process.off(signal, forward);
  };
}
