import { isLoopback } from '../../../domain/loopback.ts';
import { isSecret } from '../secret-keys.ts';
import { error, type Finding, find, findWritten, type Place, textOf, under, type World, warning } from './world.ts';

/** Sections with secrets, and the host each secret is for. */
const sections = [
  'mailboxes.*.imap',
  'mailboxes.*.imap.oauth2',
  'outgoing.smtp',
  'outgoing.smtp.oauth2',
  'outgoing.dkim',
  'listen.smtp.tls',
  'listen.lmtp.tls',
];

/** Finds secrets written into YAML that is committed; a loopback server's is only a test's, and warned of. */
export function checkSecrets(world: World): Finding[] {
  const helpdesk = sections.flatMap((pattern) =>
    findWritten(world, 'helpdesk', pattern)
      .flatMap(plainSecrets)
      .map((place) => judge(place, [hostOf(world, place)])),
  );
  const listeners = find(world, 'helpdesk', 'listen.*').map((place) => textOf(under(place, 'host')) ?? '127.0.0.1');
  const people = findWritten(world, 'people', 'people.*')
    .flatMap(plainSecrets)
    .map((place) => judge(place, listeners));
  return [...helpdesk, ...people];
}

function plainSecrets(section: Place): Place[] {
  if (typeof section.value !== 'object' || section.value === null) return [];
  return Object.keys(section.value).flatMap((key) => {
    const place = under(section, key);
    return place && isSecret(place.path) && !isReference(place.value) ? [place] : [];
  });
}

const isReference = (value: unknown) => typeof value === 'string' && /^\$\{[^}]*\}$/.test(value.trim());

/** The host beside the secret, or above it where it stands in `oauth2` or `tls`; only a listener has one by default. */
function hostOf(world: World, { path }: Place): string {
  const parents = [path.slice(0, -1), path.slice(0, -2)].map((parent) => [...parent, 'host'].join('.'));
  const named = parents.map((pattern) => textOf(find(world, 'helpdesk', pattern)[0])).find((host) => host !== undefined);
  return named ?? (path[0] === 'listen' ? '127.0.0.1' : 'unknown');
}

function judge(place: Place, hosts: readonly string[]): Finding {
  const key = String(place.path.at(-1));
  const message = `expected "\${NAME}" or ${key}_file, so that no secret is committed`;
  return hosts.every(isLoopback) ? warning(place, `${message} (let pass for a server on this machine)`) : error(place, message);
}
