import type { SMTPServerSession } from 'smtp-server';

/** The handle a client proved, null where it did not log in. */
export function userOf({ user }: SMTPServerSession): string | null {
  return typeof user === 'string' && user !== '' ? user : null;
}
