import { error, type FileName, type Finding, findWritten, type Place, under, type World } from './world.ts';

/** Sections where one of several keys is needed; some may also be left empty-handed. */
const choices: { file: FileName; pattern: string; keys: string[][]; needed: boolean; what: string }[] = [
  { file: 'helpdesk', pattern: 'outgoing', keys: [['smtp'], ['maildir']], needed: true, what: 'smtp or maildir' },
  {
    file: 'helpdesk',
    pattern: 'mailboxes.*.imap',
    keys: [['password', 'password_file'], ['oauth2']],
    needed: true,
    what: 'password, password_file or oauth2',
  },
  {
    file: 'helpdesk',
    pattern: 'outgoing.smtp',
    keys: [['password', 'password_file'], ['oauth2']],
    needed: false,
    what: 'password, password_file or oauth2',
  },
  ...['listen.smtp.tls', 'listen.lmtp.tls'].flatMap((pattern) => [
    { file: 'helpdesk' as const, pattern, keys: [['key', 'key_file']], needed: true, what: 'key_file (or key)' },
    { file: 'helpdesk' as const, pattern, keys: [['cert', 'cert_file']], needed: true, what: 'cert_file (or cert)' },
  ]),
  ...['mailboxes.*.imap.oauth2', 'outgoing.smtp.oauth2'].map((pattern) => ({
    file: 'helpdesk' as const,
    pattern,
    keys: [['issuer', 'token_endpoint']],
    needed: true,
    what: 'issuer or token_endpoint',
  })),
];

/** Finds sections that lack one of several keys, have two that exclude each other, or half a login. */
export function checkChoices(world: World): Finding[] {
  const found = choices.flatMap(({ file, pattern, keys, needed, what }) =>
    findWritten(world, file, pattern)
      .filter(isSection)
      .flatMap((section) => judge(section, keys, needed, what)),
  );
  return [...found, ...findWritten(world, 'helpdesk', 'outgoing.smtp').flatMap(halfLogin)];
}

const isSection = ({ value }: Place) => typeof value === 'object' && !Array.isArray(value);

function judge(section: Place, keys: readonly string[][], needed: boolean, what: string): Finding[] {
  const given = keys.flatMap((group) => group.map((key) => under(section, key)).find((place) => place !== undefined) ?? []);
  if (given.length === 0 && needed) return [error(section, `required: ${what}`)];
  return given.slice(1).map((place) => error(place, `expected only one of ${what}`));
}

function halfLogin(smtp: Place): Finding[] {
  const user = under(smtp, 'user');
  const proof = ['password', 'password_file', 'oauth2'].map((key) => under(smtp, key)).find((place) => place !== undefined);
  if (user && !proof) return [error(user, 'a user needs a password, password_file or oauth2')];
  return proof && !user ? [error(proof, 'required beside it: user, the account to log in with')] : [];
}
