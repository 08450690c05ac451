import type { BouncedRecipient, DeliveryReport } from '../mail.ts';
import { diagnosticFor, recipientsIn } from './bounce-recipients.ts';
import { statusIn } from './delivery-status.ts';

/** What is looked at in a mail that may be a report in prose. */
export type Notice = {
  /** Address of From, '' where there is none. */
  from: string;
  /** Return-Path, undefined where it is missing. */
  returnPath: string | undefined;
  subject: string;
  /** X-Failed-Recipients, as Exim and Gmail write it. */
  failedRecipients: string;
  /** The mail names itself a multipart/report of delivery-status. */
  isReport: boolean;
  text: string;
  /** To whom the notice was sent: the writer of the mail that came back. */
  sentTo: readonly string[];
  /** To whom the returned mail went. */
  returnedTo(): readonly string[];
};

/** A report that a mail system wrote for people (sendmail, qmail, Exim, Exchange, Gmail…), or null. */
export function readBounceProse(notice: Notice): Omit<DeliveryReport, 'returnedMessageId'> | null {
  const isNamed = notice.failedRecipients !== '' || notice.isReport;
  if (!isNamed && !isSystem(notice)) return null;
  const text = withoutReturnedMail(notice.text);
  if (!isNamed && !speaksOfFailure(notice, text)) return null;
  const action = delayed.test(text) || delayedSubject.test(notice.subject) ? 'delayed' : 'failed';
  const addresses = recipientsIn(text, notice);
  return { action, envelopeId: null, recipients: addresses.map((address) => recipientOf(address, text, action)) };
}

/** Characters of a notice that are read. */
const MAX_NOTICE = 20_000;

/** A system speaks, and it speaks of a failure. Neither alone is enough: people write about failures, systems about other things. */
const speaksOfFailure = ({ subject }: Notice, text: string): boolean =>
  failingSubject.test(subject) || delayedSubject.test(subject) || failing.test(text);

function isSystem({ from, returnPath, isReport: named }: Notice): boolean {
  const sender = from.slice(0, Math.max(from.lastIndexOf('@'), 0));
  if (named || from === '' || daemons.test(sender)) return true;
  const path = returnPath?.replace(/^[^<]*<|>.*$/g, '').trim();
  return path === '' || daemons.test(path?.split('@')[0] ?? '') || (machines.test(sender) && returnPath === undefined);
}

const daemons =
  /^(?:mailer-?daemon|mail-?daemon|post_?master|mdaemon|mail-?delivery(?:-subsystem|-system)?|bounce|double-bounce|microsoftexchange[0-9a-f]*|daemon)$/i;
const machines = /^(?:no-?reply|do-?not-?reply|sysadmin)$/i;

const failingSubject =
  /undeliver|non-?deliver|not (?:be )?deliver|deliver(?:y|ing)?[ -](?:status|fail|notification|report|has failed|problem|error)|mail delivery|returned (?:mail|message|to sender)|return to sender|returning message|failure notice|failed (?:delivery|mail)|mail (?:failure|error|system error|status report)|message (?:could not|delivery|status)|could not (?:be delivered|send)|cannot send|smtp (?:server|error)|unzustellbar|zustellung|unzustellbare|no se (?:pudo|puede|ha podido) entregar|no entregad|notificaci[oó]n de entrega|[ée]chec|non remis|impossible de remettre|non distribu|não (?:foi )?entregue|falha (?:na|de) entrega|nao entregue|mancat[oa] (?:recapito|consegna)|non recapitat|onbestelbaar|niet (?:afgeleverd|bezorgd)|kan inte levereras|kunne ikke leveres|nie dostarczono|niedostarczon|не доставлен|недоставлен|доставка|iletilemedi|teslim edilemedi|投递失败|退信|无法送达|無法傳遞|配信(?:不能|エラー)|メールエラー|送信エラー|エラー通知|반송|전송 실패/iu;

const failing =
  /could ?n[o']t be (?:delivered|sent)|was not delivered|not (?:been )?delivered|unable to deliver|undeliverable|deliver(?:y|ed)[^.\n]{0,80} failed|failed permanently|permanent (?:fatal )?(?:error|failure)|fatal errors|delivery (?:problems|errors)|user unknown|unknown (?:user|recipient)|did not reach the following|error delivering|address(?:es)? failed|mailbox (?:is )?full|no such user|invalid (?:user )?address|transcript of session|no valid recipients|failure reasons|できません|配送エラー|送信できませ|не может быть доставлено|nicht zugestellt|no se pudo entregar|n'a pas pu être|não pôde ser entregue/iu;

const delayed =
  /warning message only|will (?:be retried|keep trying|continue to (?:try|retry|be))|still undelivered|has been delayed|delivery (?:is|has been|was) delayed|delivery temporarily|temporary (?:problem|failure)[^.]{0,80}(?:retry|retried|again)|not yet been delivered|wurde verzögert|wird weiter(?:hin)? versucht|se ha retrasado|a été retardé/iu;
const delayedSubject = /\bdelay(?:ed)?\b|^warning: (?:could not|message)|verzögert|retrasad|retardé|在延迟|遅延/iu;

/** Lines behind which the mail that came back stands. */
const returnedMark =
  /^[\s>*#=_-]*(?:this is a copy of (?:the|your)|below (?:this line )?is (?:a|the) copy|(?:the )?headers? of the original|message headers? follow|(?:the )?(?:unsent|returned|undelivered|original|rejected|bounced|received|failed) (?:message|mail|e-?mail)(?: (?:follows|headers|header|info|is attached|below|text))?|copy of (?:the|your) (?:original )?message|message text follows|forwarded message)(?:[\s.:;=_*-].*)?$/i;
const returnedHead = /^(?:return-path|received|dkim-signature|arc-seal|x-google-[\w-]+|mime-version):/i;

function withoutReturnedMail(text: string): string {
  const lines = text.slice(0, MAX_NOTICE).split('\n');
  const end = lines.findIndex((line, at) => at > 0 && line.length < 200 && (returnedMark.test(line) || returnedHead.test(line)));
  return end === -1 ? lines.join('\n') : lines.slice(0, end).join('\n');
}

function recipientOf(address: string, text: string, action: 'failed' | 'delayed'): BouncedRecipient {
  const diagnostic = diagnosticFor(address, text);
  const status = statusIn(diagnostic) || statusIn(text) || (action === 'delayed' || expired.test(text) ? '4.0.0' : '5.0.0');
  return { address, status, diagnostic, permanent: action === 'failed' };
}

/** Given up after tries: nothing says that the next mail fails as well. */
const expired =
  /cannot send message (?:for|within)|deferred|timed? ?out|giving up after|message expired|too long in (?:the )?queue|failing for a long time/i;
