import type { SMTPServerOptions } from 'smtp-server';
import type { Clock, Log } from '../../../domain/ports.ts';
import { failedLogins, penalty } from './failed-logins.ts';
import type { Login } from './login.ts';
import { reply } from './reply.ts';

export type LoginParts = { kind: 'smtp' | 'lmtp'; login: Login; clock: Clock; log: Log };

/** Checks a client's name and password; each failure is told later than the one before, and after some nobody is asked. */
export function answerLogin({ kind, login, clock, log }: LoginParts): NonNullable<SMTPServerOptions['onAuth']> {
  const failures = failedLogins(clock);
  return ({ username = '', password }, { remoteAddress }, done) => {
    const key = `${remoteAddress} ${username.toLowerCase()}`;
    if (!failures.mayTry(key)) return done(reply(454, 'Too many failed logins, please come back in a quarter of an hour'));
    const handle = login(username, password ?? '');
    if (handle !== null) {
      failures.succeeded(key);
      return done(null, { user: handle });
    }
    const count = failures.failed(key);
    log.warn({ listener: kind, peer: remoteAddress, user: username.slice(0, 80), failures: count }, 'a login failed');
    clock.after(penalty(count), () => done(reply(535, 'Name or password are not right')));
  };
}
