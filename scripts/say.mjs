/** Something a person has to mend before the set-up can go on; its message is all they see. */
export class SetupError extends Error {
  name = 'SetupError';
}

/** Tells what the set-up does. On stderr: stdout belongs to the program, whose output may be JSON. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** Does the work; a SetupError becomes one readable message and the exit code, anything else is a bug and is thrown. */
export async function orExplain(work, exitCode = 1) {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    say(error.message);
    process.exitCode = exitCode;
  }
}
