/** "Original message", as mail programs print it between dashes. */
const original =
  /original (?:message|appointment|e-?mail)|urspr(?:ü|ue)ngliche (?:nachricht|e-?mail|termin)|original-?nachricht|message d.origine|message original|message initial|mensaje original|mensagem original|messaggio originale|oorspronkelijk bericht|ursprungligt meddelande|originalmeddelande|oprindelig meddelelse|opprinnelig melding|alkuperäinen viesti|(?:oryginalna wiadomość|wiadomość oryginalna)|(?:исходное|оригинальное) сообщение|orijinal (?:mesaj|ileti)|özgün ileti|original ?mail|原始邮件|原始郵件|邮件原件|原邮件|元のメッセージ|オリジナルメッセージ|मूल संदेश|الرسالة الأصلية|původní zpráva|eredeti üzenet|mesaj original|원본 (?:메일|메시지)|reply message/iu;

/** "Forwarded message": what follows is what the mail is about. */
const forwarded =
  /forwarded (?:message|by|email)|begin forwarded message|weitergeleitete (?:nachricht|e-?mail)|anfang der weitergeleiteten|message (?:transféré|transmis|réexpédié)|début du message (?:transféré|réexpédié)|mensaje reenviado|inicio del mensaje reenviado|mensagem (?:encaminhada|reenviada)|messaggio (?:inoltrato|inoltro)|inizio messaggio inoltrato|doorgestuurd bericht|vidarebefordrat (?:meddelande|brev)|videresendt|przekazana wiadomość|(?:пересылаемое|пересланное) (?:сообщение|письмо)|iletilen (?:mesaj|ileti)|yönlendirilmiş (?:ileti|mesaj)|转发(?:的)?(?:邮件|信息)|轉寄(?:的)?郵件|転送(?:された)?メッセージ|अग्रेषित संदेश|الرسالة المعاد توجيهها|رسالة (?:معاد توجيهها|محولة)|välitetty viesti|přeposlaná zpráva|továbbított üzenet|전달된 (?:메일|메시지)/iu;

/** A line of dashes around at most a few words. */
const dashed = /^\s*[-–—_=*~]{2,}[\s>]*([^-–—_=*~\s].{0,70}?)\s*[-–—_=*~]{2,}\s*$/u;
const rule = /^\s*(?:[-_=*~—–]\s?){3,}\s*$/;

export type Separator = 'original' | 'forwarded' | 'dashed' | 'rule' | null;

/** What kind of line between two mails this is. */
export function separatorOf(line: string): Separator {
  if (line.length > 200) return null;
  if (rule.test(line)) return 'rule';
  const words = dashed.exec(line)?.[1];
  if (words === undefined)
    return /^\s*(?:begin forwarded message|anfang der weitergeleiteten nachricht|début du message (?:transféré|réexpédié)|inicio del mensaje reenviado|início da mensagem (?:encaminhada|reenviada)|inizio messaggio inoltrato|begin doorgestuurd bericht)\s?[:：]\s*$/iu.test(
      line,
    )
      ? 'forwarded'
      : null;
  if (forwarded.test(words)) return 'forwarded';
  return original.test(words) ? 'original' : 'dashed';
}
