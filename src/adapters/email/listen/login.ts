import { createHash, timingSafeEqual } from 'node:crypto';
import type { Person } from '../../../domain/settings.ts';

export type Login = (user: string, password: string) => string | null;

/**
 * Checks a handle and its password.
 *
 * Takes the same time for a wrong password and a handle that does not exist, so that nobody learns who works here.
 *
 * @returns the handle as configured, null where they do not fit or the person may not log in
 */
export function loginOf(people: readonly Pick<Person, 'handle' | 'password'>[]): Login {
  const digests = new Map(
    people.map(({ handle, password }) => [handle.toLowerCase(), { handle, expected: password && digest(password) }]),
  );
  return (user, password) => {
    const person = digests.get(user.toLowerCase());
    const fits = timingSafeEqual(digest(password), person?.expected || nobody);
    return fits && person?.expected ? person.handle : null;
  };
}

const digest = (password: string): Buffer => createHash('sha256').update(password).digest();
const nobody = Buffer.alloc(32);
