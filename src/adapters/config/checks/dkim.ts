import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { readDkimKey } from '../dkim-key.ts';
import { error, type Finding, find, findWritten, type Place, textOf, under, type World, warning } from './world.ts';

/** Finds keys that no receiver takes, keys that others may read, and signatures that prove nothing of the sender. */
export const checkDkim = (world: World): Finding[] =>
  find(world, 'helpdesk', 'outgoing.dkim').flatMap((dkim) => [
    ...unfit(dkim, findWritten(world, 'helpdesk', 'outgoing.dkim.key_file')[0]),
    ...unaligned(dkim, textOf(find(world, 'helpdesk', 'desk.address')[0])),
    ...findWritten(world, 'helpdesk', 'outgoing.dkim.key_file').flatMap(openToOthers),
  ]);

function unfit(dkim: Place, file: Place | undefined): Finding[] {
  const key = under(dkim, 'key');
  if (key === undefined) return [error(dkim, 'expected key_file: the private key that signs')];
  if (typeof key.value !== 'string' || key.value === '') return []; // told where it is read
  const read = readDkimKey(key.value);
  return read.kind === 'key'
    ? []
    : [error(file ?? key, `expected a private key, RSA of 1024 bits or more or Ed25519; found ${read.why}`)];
}

/** DMARC counts a signature of the From domain or one above it. @see RFC 9989, identifier alignment */
function unaligned(dkim: Place, address: string | undefined): Finding[] {
  const domain = under(dkim, 'domain');
  const signer = textOf(domain);
  const from = address?.split('@').at(-1);
  if (domain === undefined || signer === undefined || from === undefined) return [];
  if (from === signer || from.endsWith(`.${signer}`)) return [];
  return [warning(domain, `mails come from ${from}; a signature of ${signer} proves nothing of them (DMARC); expected ${from}`)];
}

function openToOthers(file: Place): Finding[] {
  if (typeof file.value !== 'string') return [];
  const stat = statSync(resolve(dirname(file.tree.file), file.value), { throwIfNoEntry: false });
  if (stat === undefined || (stat.mode & 0o077) === 0) return [];
  return [warning(file, 'other users of this machine may read this key; `chmod 600` it')];
}
