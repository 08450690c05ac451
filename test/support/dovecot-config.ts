import type { Certificate } from './certificate.ts';

/** How a Dovecot asks an identity provider about an access token; URLs on loopback. */
export type OAuth2 = {
  /** Gets the token at its end, as `…?access_token=`. */
  tokeninfoUrl?: string;
  introspectionUrl?: string;
  introspectionMode?: 'auth' | 'get' | 'post';
  /** The answer's field that holds the user name: `email` unless told. */
  usernameAttribute?: string;
  /** The answer's field that must be `true`, as `active` of RFC 7662; none unless told. */
  activeAttribute?: string;
};

export type Setting = {
  folder: string;
  port: number;
  /** The user and group that everything runs as. */
  user: string;
  group: string;
  password: string;
  /** Folders that every user has from the first login on. */
  folders: readonly string[];
  /** Text that takes the place of the passdb: other users, other passwords. */
  passdb?: string | undefined;
  oauth2?: OAuth2 | undefined;
  certificate?: Certificate | undefined;
  /** Further settings, at the end: they win. */
  extra?: string | undefined;
};

/** The whole configuration of a private, rootless Dovecot, in the syntax of its version: 2.3 or 2.4. */
export function dovecotConfig(version: string, setting: Setting): string {
  const isOld = /^2\.[0-3]\./.test(version);
  return [isOld ? before24(setting) : from24(version, setting), common(setting), setting.extra ?? ''].join('\n');
}

/** Dovecot 2.3 reads what it asks an identity provider from a file of its own; 2.4 needs none. */
export function oauth2Config(oauth2: OAuth2): string {
  return Object.entries(oauth2Settings(oauth2))
    .map(([key, value]) => `${key} = ${value}\n`)
    .join('');
}

/** No chroot anywhere, one user for all: what a Dovecot needs that is not started as root. */
function common({ folder, port, user, group, folders, oauth2, certificate }: Setting): string {
  return `base_dir = ${folder}/run
state_dir = ${folder}/run
log_path = ${folder}/dovecot.log
protocols = imap
listen = 127.0.0.1
ssl = ${certificate ? 'yes' : 'no'}
default_internal_user = ${user}
default_internal_group = ${group}
default_login_user = ${user}
mail_uid = ${user}
mail_gid = ${group}
first_valid_uid = 1
first_valid_gid = 1
mail_fsync = never
mail_max_userip_connections = 100
auth_mechanisms = plain login${oauth2 ? ' oauthbearer xoauth2' : ''}
auth_failure_delay = 0
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
service stats {
  chroot =
}
namespace inbox {
  inbox = yes
  separator = /
${folders.map((name) => `  mailbox ${name} {\n    auto = create\n  }`).join('\n')}
}
`;
}

function before24({ folder, password, passdb, oauth2, certificate }: Setting): string {
  const oauth2Passdb = `passdb {
  driver = oauth2
  mechanisms = xoauth2 oauthbearer
  args = ${folder}/oauth2.conf.ext
}`;
  const staticPassdb = `passdb {
  driver = static
  mechanisms = plain login
  args = password=${password}
}`;
  return `disable_plaintext_auth = no
mail_location = maildir:~/Maildir
${certificate ? `ssl_cert = <${certificate.cert}\nssl_key = <${certificate.key}` : ''}
${oauth2 ? oauth2Passdb : ''}
${passdb ?? staticPassdb}
userdb {
  driver = static
  args = home=${folder}/mail/%u
}`;
}

/** @see the Dovecot 2.4 manual, "Upgrading from 2.3 to 2.4": since 2.4 a token needs no passdb */
function from24(version: string, { folder, password, passdb, oauth2, certificate }: Setting): string {
  const number = /^\d+\.\d+\.\d+/.exec(version)?.[0] ?? '2.4.0';
  const provider = Object.entries(oauth2 ? oauth2Settings(oauth2) : {});
  return `dovecot_config_version = ${number}
dovecot_storage_version = ${number}
auth_allow_cleartext = yes
mail_driver = maildir
mail_path = ~/Maildir
${certificate ? `ssl_server_cert_file = ${certificate.cert}\nssl_server_key_file = ${certificate.key}` : ''}
${oauth2 ? `oauth2 {\n${provider.map(([key, value]) => `  ${key} = ${value}`).join('\n')}\n}` : ''}
${passdb ?? `passdb static {\n  password = ${password}\n}`}
userdb static {
  fields {
    home = ${folder}/mail/%{user}
  }
}`;
}

function oauth2Settings({
  tokeninfoUrl,
  introspectionUrl,
  introspectionMode,
  activeAttribute,
  usernameAttribute = 'email',
}: OAuth2) {
  return {
    ...(tokeninfoUrl && { tokeninfo_url: tokeninfoUrl }),
    ...(introspectionUrl && { introspection_url: introspectionUrl, introspection_mode: introspectionMode ?? 'auth' }),
    username_attribute: usernameAttribute,
    ...(activeAttribute && { active_attribute: activeAttribute, active_value: 'true', force_introspection: 'yes' }),
  };
}
