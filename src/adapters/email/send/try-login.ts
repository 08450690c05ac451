import { createTransport } from 'nodemailer';
import type { LetIn } from '../../../domain/sender.ts';
import type { SmtpAccount } from '../../../domain/settings.ts';
import { provision } from './smtp.ts';
import { failureOf } from './smtp-failure.ts';
import { type Patience, smtpOptions } from './smtp-options.ts';

/** Somebody waits for the answer. */
const short: Patience = { connect: 20_000, greeting: 20_000, silence: 20_000, mail: 20_000 };

/** Connects and logs in as for a mail, and sends none. */
export async function tryLogin(account: SmtpAccount, accessToken: ((renew: boolean) => Promise<string>) | null): Promise<LetIn> {
  const relay = createTransport(smtpOptions(account, short));
  relay.on('error', () => {}); // it reaches us by `verify` too; without a listener it would end the process
  if (accessToken !== null) relay.set('oauth2_provision_cb', provision(accessToken));
  try {
    await relay.verify();
    return { kind: 'accepted', reply: 'it lets us in' };
  } catch (error) {
    return failureOf(error, account);
  } finally {
    relay.close();
  }
}
