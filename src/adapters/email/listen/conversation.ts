import type { SMTPServerDataStream, SMTPServerOptions, SMTPServerSession } from 'smtp-server';
import type { ListenerSettings } from '../../../domain/settings.ts';
import { answerLogin, type LoginParts } from './answer-login.ts';
import { reply } from './reply.ts';
import { userOf } from './session-user.ts';
import { type DataOutcome, type TakeParts, takeData } from './take-data.ts';
import type { UnderWay } from './under-way.ts';

type Talk = LoginParts &
  TakeParts & {
    settings: ListenerSettings;
    isOurs(address: string): boolean;
    onReceived(ids: TakenIds): void;
    /** Whether AUTH is to be had on this listener at all. */
    offersLogin: boolean;
    /** Whether mail from this client address is taken without a login. */
    mayCome(address: string): boolean;
    underWay: UnderWay;
  };

type TakenIds = Extract<DataOutcome, { kind: 'taken' }>['ids'];
type Handlers = Pick<SMTPServerOptions, 'onConnect' | 'onAuth' | 'onMailFrom' | 'onRcptTo' | 'onData'>;

/** What we take from a client, step by step of SMTP, and what we tell it otherwise. */
export function conversation(talk: Talk): Handlers {
  const needsLogin = ({ remoteAddress }: SMTPServerSession) => talk.settings.requireAuth || !talk.mayCome(remoteAddress);
  return {
    onConnect(session, done) {
      if (talk.offersLogin || talk.mayCome(session.remoteAddress)) return done();
      talk.log.warn({ listener: talk.kind, peer: session.remoteAddress }, 'turned away: its address does not stand in from');
      done(reply(554, '5.7.1 Mail is not taken from your address'));
    },
    onAuth: answerLogin(talk),
    onMailFrom(_from, session, done) {
      if (userOf(session) !== null || !needsLogin(session)) return done();
      done(reply(530, 'Please log in first: mail from your address is taken only with a name and password'));
    },
    onRcptTo({ address }, _session, done) {
      if (talk.isOurs(address.toLowerCase())) return done();
      done(reply(550, `Nobody here has the address <${address}>, please check it`));
    },
    onData(stream, session, done) {
      void answerData(talk, stream, session, done);
    },
  };
}

type Done = Parameters<NonNullable<SMTPServerOptions['onData']>>[2];

async function answerData(talk: Talk, stream: SMTPServerDataStream, session: SMTPServerSession, done: Done): Promise<void> {
  talk.underWay.begin(session.id);
  const outcome = await takeData(talk, stream, session);
  if (outcome.kind === 'failed') done(reply(451, 'The mail could not be stored just now, please keep it and try again'));
  else done(null, 'Thank you, the mail is safely here');
  talk.underWay.end(session.id);
  if (outcome.kind === 'taken') passOn(talk, outcome.ids);
}

/** The mail is durable and the client told: whatever breaks from here on must not end the daemon. */
function passOn({ kind, log, onReceived }: Talk, ids: TakenIds): void {
  try {
    onReceived(ids);
  } catch (error) {
    log.error(
      { listener: kind, arrivals: ids, error: String(error) },
      'a mail was received but could not be passed on; it is taken up at the next start',
    );
  }
}
