import { isForwardSubject } from '../forward/forward-subject.ts';
import type { BouncedRecipient, DeliveryReport } from '../mail.ts';
import { diagnosticFor, recipientsIn } from './bounce-recipients.ts';
import { statusOfNotice, statusOfProse, type WholeStatus } from './status-of-prose.ts';

/** What is looked at in a mail that may be a report in prose. */
export type Notice = {
  /** Address of From, '' where there is none. */
  from: string;
  /** Name in From. */
  fromName: string;
  /** Return-Path, undefined where it is missing. */
  returnPath: string | undefined;
  subject: string;
  /** X-Failed-Recipients, as Exim and Gmail write it. */
  failedRecipients: string;
  /** The mail names itself a multipart/report of delivery-status. */
  isReport: boolean;
  /** The mail names itself one of disposition-notification. */
  isReceipt: boolean;
  text: string;
  /** To whom the notice was sent: the writer of the mail that came back. */
  sentTo: readonly string[];
  /** To whom the returned mail went. */
  returnedTo(): readonly string[];
  /** Who wrote the mail that stands in a part of its own. */
  returnedFrom(): readonly string[];
};

/** A report that a mail system wrote for people (sendmail, qmail, Exim, Exchange, Gmail…), or null. */
export function readBounceProse(notice: Notice): Omit<DeliveryReport, 'returnedMessageId'> | null {
  const isNamed = notice.failedRecipients !== '' || notice.isReport;
  if (!isNamed && !isSystem(notice)) return null;
  const text = withoutReturnedMail(notice.text);
  if (notice.isReceipt && !refused.test(text)) return null;
  if (!isNamed && !speaksOfFailure(notice, text) && !handsBack(notice)) return null;
  const action = delayed.test(text) || delayedSubject.test(notice.subject) ? 'delayed' : 'failed';
  const whole = statusOfNotice(text, action === 'delayed');
  const recipients = recipientsIn(text, notice).map((address) => recipientOf(address, text, whole, action === 'failed'));
  return { action, envelopeId: null, recipients };
}

/** A filter's refusal comes as a receipt (RFC 5429 §2.2). */
const refused = /was (?:automatically )?(?:rejected|refused)|rejected your message/i;

/** Characters of a notice that are read. */
const MAX_NOTICE = 20_000;

/** A system speaks, and it speaks of a failure. Neither alone is enough: people write about failures, systems about other things. */
const speaksOfFailure = ({ from, subject }: Notice, text: string): boolean =>
  failingSubject.test(subject) ||
  delayedSubject.test(subject) ||
  failing.test(text) ||
  (daemons.test(localPart(from)) && refusal.test(text));

/** A server's refusal says the same in every language. */
const refusal = /(?:^|[^\d.])[45]\d\d[ -]#?[45]\.\d{1,3}\.\d{1,3}(?![\d.])/;

/** Whatever its language: a system that returns a mail of the one it writes to says that the mail did not arrive. */
const handsBack = ({ from, sentTo, returnedFrom }: Notice): boolean =>
  daemons.test(localPart(from)) && returnedFrom().some((one) => sentTo.includes(one));

/** Whether a mail system wrote a mail: by its address, its empty return path, or, where that path was lost, its name above a subject of failure. */
export function isSystem({ from, fromName, subject, returnPath, isReport }: Notice): boolean {
  if (isReport || from === '' || daemons.test(localPart(from))) return true;
  const path = returnPath?.replace(/^[^<]*<|>.*$/g, '').trim();
  if (path === '' || daemons.test(localPart(path ?? ''))) return true;
  if (returnPath !== undefined) return false;
  const isAnswer = isForwardSubject(subject) || /^\s*(?:re|aw)\s*:/i.test(subject);
  return machines.test(localPart(from)) || (systems.test(fromName) && failingSubject.test(subject) && !isAnswer);
}

const localPart = (address: string): string => address.slice(0, Math.max(address.lastIndexOf('@'), 0));

const daemons =
  /^(?:mailer-?daemon|mail-?daemon|post_?master|mdaemon|mail-?delivery(?:-subsystem|-system)?|bounce|double-bounce|microsoftexchange[0-9a-f]*|mail-?(?:delivery-?)?(?:agent|system)|mta|daemon)$/i;
const systems =
  /^(?:mail delivery (?:sub)?system|mail(?:er)?[- ]?daemon|(?:mail|system) administrator|internet mail delivery|mail system|post ?master)$/i;
const machines = /^(?:no-?reply|do-?not-?reply|sysadmin)$/i;

const failingSubject =
  /undeliver|non-?deliver|not (?:be )?deliver|deliver(?:y|ing)?[ -](?:status|fail|notification|report|has failed|problem|error)|mail delivery|returned (?:mail|message|to sender)|return to sender|returning message|failure notice|failed (?:delivery|mail)|mail (?:failure|error|system error|status report)|message (?:could not|delivery|status)|could not (?:be delivered|send)|cannot send|smtp (?:server|error)|unzustellbar|zustellung|unzustellbare|no se (?:pudo|puede|ha podido) entregar|no entregad|notificaci[oó]n de entrega|[ée]chec|non remis|impossible de remettre|non distribu|não (?:foi )?entregue|não é possível entregar|rejected:|no se pudo|falha (?:na|de) entrega|nao entregue|mancat[oa] (?:recapito|consegna)|non recapitat|impossibile recapitare|onbestelbaar|niet (?:afgeleverd|bezorgd)|kan inte levereras|kunne ikke leveres|nie dostarczono|niedostarczon|не доставлен|недоставлен|доставка|iletilemedi|teslim edilemedi|投递失败|退信|无法送达|無法傳遞|配信(?:不能|エラー)|メールエラー|送信エラー|エラー通知|반송|전송 실패|배달되지 않음|未送达|未傳遞|nedoručiteln|kézbesíthetetlen|nelivrat|toimitus epäonnistui|ei voi toimittaa|μη παραδοτέο|לא ניתן למסירה|تعذر التسليم/iu;

const failing =
  /could ?n[o']t be (?:delivered|sent)|was not delivered|not (?:been )?delivered|unable to deliver|undeliverable|deliver(?:y|ed)[^.\n]{0,80} failed|failed permanently|permanent (?:fatal )?(?:error|failure)|fatal errors|delivery (?:problems|errors)|user unknown|unknown (?:user|recipient)|did not reach the following|error delivering|address(?:es)? failed|mailbox (?:is )?full|no such user|invalid (?:user )?address|transcript of session|no valid recipients|failure reasons|automatically rejected|was (?:rejected|undeliverable|blocked)|n't delivered|quota exceeded|exceed(?:s|ed) (?:\w+ ){0,2}(?:quota|size)|できません|お届けできません|退回|退信|无法(?:发送|送达)|전송되지 못|배달되지|échec de la remise|fallo en la entrega|error de entrega|falha (?:na|de) entrega|não (?:é|foi) possível entregar|impossibile (?:recapitare|consegnare)|kan bericht niet (?:bezorgen|afleveren)|fehler bei der nachrichtenzustellung|kunde inte levereras|kunne ikke leveres|nie (?:można|udało się) dostarczyć|teslim edilemedi|no ha (?:podido|sido) (?:ser )?entregad|no se puede entregar|配送エラー|送信できませ|не может быть доставлено|nicht zugestellt|no se pudo entregar|n'a pas pu être|não pôde ser entregue/iu;

const delayed =
  /#4\d\d 4\.\d|warning message only|will (?:be retried|keep trying|continue to (?:try|retry|be))|still undelivered|has been delayed|delivery (?:is|has been|was) delayed|delivery temporarily|temporary (?:problem|failure)[^.]{0,80}(?:retry|retried|again)|not yet been delivered|wurde verzögert|wird weiter(?:hin)? versucht|se ha retrasado|a été retardé/iu;
const delayedSubject = /\bdelay(?:ed)?\b|^warning: (?:could not|message)|verzögert|retrasad|retardé|在延迟|遅延/iu;

/** Lines behind which the mail that came back stands. */
const returnedMark =
  /^[\s>*#=_-]*(?:this is a copy of (?:the|your)|below (?:this line )?is (?:a|the) copy|(?:the )?headers? of the original|message headers? follow|(?:the )?(?:unsent|returned|undelivered|original|rejected|bounced|received|failed) (?:message|mail|e-?mail)(?! was received)(?: (?:follows|headers|header|info|is attached|below|text))?|copy of (?:the|your) (?:original )?message|message text follows|forwarded message)(?:[\s.:;=_*-].*)?$/i;
const returnedHead = /^(?:return-path|received|dkim-signature|arc-seal|x-google-[\w-]+|mime-version):/i;

function withoutReturnedMail(text: string): string {
  const lines = text.slice(0, MAX_NOTICE).split('\n');
  const end = lines.findIndex((line, at) => at > 0 && line.length < 200 && (returnedMark.test(line) || returnedHead.test(line)));
  return end === -1 ? lines.join('\n') : lines.slice(0, end).join('\n');
}

function recipientOf(address: string, text: string, whole: WholeStatus, permanent: boolean): BouncedRecipient {
  const diagnostic = diagnosticFor(address, text);
  return { address, status: statusOfProse(diagnostic, whole), diagnostic, permanent };
}
