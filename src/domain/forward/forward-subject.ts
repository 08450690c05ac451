/** Forward prefixes of mail clients, without `VS:`, with which Danish forwards and Finnish answers: English, then de, nl, fr, es, pt, sv, da/no, fi, pl, it, tr, ro, zh, ja, ko, he, ar. */
const forwards =
  'fwd?|forward|wg|wtr|weitergeleitet|doorst|tr|rv|reenv|enc|vb|vid|videresend|vl|pd|i|inoltra|ilt|yön|redir\\.?|továbbítás|pře|转发|轉寄|轉發|转寄|転送|전달|הועבר|העברה|إعادة توجيه|تحويل|अग्रेषित|переслать|пер';
const replies = 're|aw|antw|sv|vs|ref|rif|r|odp|ynt|yan|vá|res|回复|回覆|答复|返信|답장|رد|تشعب';
const count = '(?:\\s?[[(]\\d+[\\])]|\\d{1,2})?';

const first = new RegExp(`^\\s*(?:${forwards})${count}\\s?[:：]`, 'iu');
/** A pile that begins with one, under reply prefixes or not. */
const anywhere = new RegExp(`^\\s*(?:(?:${replies})${count}\\s?[:：]\\s*){0,5}(?:${forwards})${count}\\s?[:：]`, 'iu');

/** Whether a subject says that the mail is passed on. Spanish `RV:` is "reenviado" and answers alike; the text decides. */
export const isForwardSubject = (subject: string): boolean => anywhere.test(plain(subject));

/** Whether this very mail is passed on: an answer to a forward is none. */
export const beginsAsForward = (subject: string): boolean => first.test(plain(subject));

/** Turkish `İLT` has a letter that no case fold knows. */
const plain = (subject: string): string =>
  subject
    .slice(0, 200)
    .replaceAll('İ', 'I')
    .replace(/[\u200e\u200f\u202a-\u202e]/g, '');
