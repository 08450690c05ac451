/** Forward prefixes of mail clients; a pile that begins with one, under reply prefixes or not, says forward. */
const prefix =
  /^\s*(?:(?:re|aw|antw|sv|vs|ref|rif|r|rv|odp|ynt|回复|答复|返信)(?:\s*[[(]\d+[\])])?\s*[:：]\s*){0,5}(?:fwd?|wg|wtr|tr|rv|enc|doorst|vb|vl|vid|pd|i|ilt|转发|轉寄|転送|İLT)(?:\s*[[(]\d+[\])])?\s*[:：]/iu;

/** Whether a subject says that the mail is passed on. Spanish `RV:` is "reenviado" and answers alike; the text decides. */
export const isForwardSubject = (subject: string): boolean => prefix.test(subject);
