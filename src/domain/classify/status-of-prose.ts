/**
 * What mail systems say in words, as subject and detail of RFC 3463 §3; the first that fits counts. A full mailbox comes
 * before a mail too big: "exceeds mailbox size" is the former.
 */
const reasons: readonly (readonly [detail: string, words: RegExp])[] = [
  [
    '2.2',
    /(?:mail ?box|inbox|storage|account|maildir)[^.\n]{0,40} (?:is |are )?(?:full|over ?quota)|over (?:its |his |their |the )?(?:disk )?quota|quota[^.\n]{0,30} (?:exceeded|violat)|exceed[^.\n]{0,50}(?:quota|allowed size|storage|mail ?box|account limit)|mailbox full|not enough (?:disk )?space|postfach[^.\n]{0,30} voll|buz[oó]n[^.\n]{0,20} lleno|bo[iî]te[^.\n]{0,30} pleine|caixa[^.\n]{0,30} cheia|casella[^.\n]{0,20} piena/iu,
  ],
  [
    '3.4',
    /message[^.\n]{0,30} (?:too (?:big|large)|exceeds)|(?:exceeds?|larger than|over)[^.\n]{0,40}(?:message|size) (?:size|limit)|size limit|maximum (?:allowed )?(?:message )?size/iu,
  ],
  [
    '1.2',
    /host (?:is )?(?:unknown|not found)|unknown (?:host|domain)|domain (?:name )?(?:is )?(?:not found|unknown|does ?n.t exist)|(?:find|no such|locate)[^.\n]{0,12} (?:host|domain)|unrouteable (?:mail )?domain|(?:invalid|bad) (?:domain|host) ?name|name service error|nxdomain|no mx/iu,
  ],
  [
    '1.1',
    /(?:user|mail ?box|recipient|account|addressee|address|alias)(?:\(s\))?(?: name| address)?[^\n]{0,60} (?:unknown|not (?:be )?found|not exist|not known|not recogni[sz]ed|not listed|no longer|does ?n.t exist|is invalid)|(?:unknown|no such|invalid|illegal|not a valid) (?:(?:local|or illegal|mail|e-?mail|virtual) )?(?:user|mail ?box|recipient|account|address|alias|person)|no (?:\w+ ){0,2}(?:mail ?box|account|user)[^.\n]{0,20}(?:here|named|by that name|with that name)|does ?n.t have an? [^\n]{0,60}account|not our customer|unbekannte[rn]? (?:benutzer|empfänger)|(?:usuario|destinatario)[^.\n]{0,20} (?:desconocido|no existe)|utilisateur inconnu/iu,
  ],
  [
    '2.1',
    /(?:account|mail ?box|user)[^.\n]{0,30} (?:disabled|inactive|suspended|expired|closed|blocked|locked|deactivated|not active)/iu,
  ],
  ['4.6', /too many hops|mail (?:forwarding )?loop|routing loop|hop count|loops back/iu],
  [
    '7.1',
    /gr[ea]y-?list|\b(?:spf|dkim|dmarc|spam|ube|rbl|dnsbl|virus|reputation)\b|polic(?:y|ies)|black-?list|block(?:ed|list)|relay(?:ing)? (?:is |access )?(?:denied|not (?:permitted|allowed)|prohibited)|access denied|not (?:permitted|authori[sz]ed|allowed)|unsolicited|content (?:rejected|filter)|rejected (?:by|for|due)/iu,
  ],
  ['4.7', /timed? ?out|too long|expired|retry time|giving up|gave up|for a long time|attempts/iu],
];

/** The status of a server's answer: an enhanced code (RFC 3463), else what the reply code stands for. */
export function statusIn(answer: string): string {
  const exact = /(?:^|[^\d.])([45]\.\d{1,3}\.\d{1,3})(?![\d.])/.exec(answer)?.[1];
  if (exact) return exact;
  const reply = /(?:^|[^\d.])([45])([0-5])\d(?![\d.])/.exec(answer);
  return reply ? `${reply[1]}.0.0` : '';
}

/** A status that names its class at most, made exact by the words beside it. */
export function exactStatus(status: string, words: string, otherwise = ''): string {
  const detail = detailIn(words) || otherwise;
  return detail !== '' && /^[45]\.0\.0$/.test(status) ? `${status[0]}.${detail}` : status;
}

/** Given up after tries: nothing says that the next mail fails as well. */
const expired =
  /cannot send message (?:for|within)|deferred|timed? ?out|giving up after|message expired|too long in (?:the )?queue|(?:failing|failure)[^.\n]{0,12} long (?:time|period)|long failure period|retry time(?:out)? (?:exceeded|not reached)|attempts exceeded/iu;

/** The status that all of a notice gives, and the detail its words stand for. */
export type WholeStatus = { status: string; detail: string };

/** What a notice says without looking at one recipient. */
export function statusOfNotice(text: string, isDelayed: boolean): WholeStatus {
  const status = statusIn(text) || (isDelayed || expired.test(text) ? '4.0.0' : '5.0.0');
  return { status, detail: detailIn(text) };
}

/** A recipient's status: of the reason that stands with the address, else of all the notice; words make exact what a code leaves open. */
export function statusOfProse(diagnostic: string, { status, detail }: WholeStatus): string {
  const own = statusIn(diagnostic);
  return own === '' ? exactStatus(status, diagnostic, detail) : exactStatus(own, diagnostic);
}

const detailIn = (words: string): string => reasons.find(([, said]) => said.test(words))?.[0] ?? '';
