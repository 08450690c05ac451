import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Mails to begin with: ours, and those of the shared collection where it lies beside the project. */
export function startingMails(): Buffer[] {
  const own = mailsIn(fileURLToPath(new URL('../mails', import.meta.url)));
  return [...own, ...mailsIn(fileURLToPath(new URL('../../../shared/corpus', import.meta.url)))];
}

/** Larger ones would only make the run slow. */
const MAX_BYTES = 200_000;

function mailsIn(dir: string): Buffer[] {
  try {
    const names = readdirSync(dir).filter((name) => name.endsWith('.eml'));
    return names
      .sort()
      .map((name) => readFileSync(`${dir}/${name}`))
      .filter(({ length }) => length <= MAX_BYTES);
  } catch {
    return []; // not there
  }
}
