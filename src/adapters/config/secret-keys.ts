import type { Path } from './complaint.ts';

/** Keys whose value nobody may read over a shoulder: kept out of complaints, refused as plain text. */
const secretKeys = ['password', 'client_secret', 'refresh_token', 'key'];

/** `tls: { cert_file: … }` is no secret, but comes the same way. */
const fileKeys = [...secretKeys, 'cert'];

/** Whether the value there is a secret. */
export const isSecret = (path: Path): boolean => secretKeys.some((key) => key === path.at(-1));

/** Whether a key names a file that holds the value of another key: `password_file`. */
export const isSecretFileKey = (key: string): boolean => key.endsWith('_file') && fileKeys.includes(secretKeyOf(key));

/** `password` of `password_file`. */
export const secretKeyOf = (fileKey: string): string => fileKey.replace(/_file$/, '');

/** An associate without a password merely may not log in to the SMTP listener; the desk still runs. */
export const missingPasswordIsFine = (path: Path): boolean => path[0] === 'people' && path.at(-1) === 'password_file';
