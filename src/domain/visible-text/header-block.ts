/** Names of the fields that mail programs copy above a quoted mail, by what they say. */
const labels = {
  from: 'from|von|de|da|van|från|fra|od|nadawca|от|от кого|kimden|gönderen|发件人|發件人|寄件者|差出人|送信者|से|प्रेषक|द्वारा|من|mittente|lähettäjä|expéditeur|remitente|feladó|von/from|보낸 사람|보낸사람|מאת|από|expeditor',
  date: 'date|sent|datum|gesendet|gesendet am|envoyé|envoyé le|enviado|enviado el|enviada|enviada em|enviado em|enviados|fecha|data|data invio|inviato|verzonden|verzonden op|skickat|sendt|dato|wysłano|wysłane|data wysłania|отправлено|дата|tarih|gönderme tarihi|gönderildi|发送时间|發送時間|寄件日期|日期|时间|送信日時|日付|送信|भेजा गया|दिनांक|تاريخ|التاريخ|تاريخ الإرسال|lähetetty|odesláno|trimis|보낸 날짜|날짜|נשלח|תאריך|received|fecha de envío',
  to: 'to|an|à|a|para|aan|till|til|do|кому|kime|alıcı|收件人|宛先|को|إلى|destinataire|destinatario|vastaanottaja|komu|către|받는 사람|אל',
  cc: 'cc|kopie|copie à|kopia|копия|bilgi|抄送|cc:|副本|प्रतिलिपि|نسخة|참조',
  subject:
    'subject|betreff|objet|asunto|assunto|oggetto|onderwerp|ämne|emne|temat|тема|konu|主题|主旨|主題|标题|件名|विषय|الموضوع|aihe|předmět|subiect|제목|נושא|θέμα',
};

type Label = keyof typeof labels;

const kinds = new Map<string, Label>();
for (const kind of ['cc', 'to', 'subject', 'date', 'from'] as const)
  for (const name of labels[kind].split('|')) kinds.set(name, kind);

/** A label line is short up to its colon; bold marks stay from HTML made text. */
const labelled = /^[\s*_|]*([\p{L}\p{M}][\p{L}\p{M} /]{0,24}?)[\s*_]*[:：][*_]?(?:\s|$|[^/\s])/u;

/** What field a line names, or null. */
export function labelOf(line: string): Label | null {
  if (line.length > 600) return null;
  const found = labelled.exec(line.slice(0, 60));
  return found ? (kinds.get((found[1] ?? '').trim().toLowerCase()) ?? null) : null;
}

/** Lines that may lie between two fields: continuations of long recipient lists, one blank of HTML made text. */
const REACH = 6;

/** Whether a copied header starts at this line: a sender or a date, and soon another field of another kind. */
export function headerBlockAt(lines: readonly string[], at: number): boolean {
  const first = labelOf(lines[at] ?? '');
  if (first === null || first === 'subject' || first === 'cc') return false;
  const found = new Set<Label>([first]);
  for (let next = at + 1; next <= at + REACH && next < lines.length; next++) {
    const label = labelOf(lines[next] ?? '');
    if (label) found.add(label);
  }
  // `To: a, b` and `A: b` may be a person's own list; a sender or date with one more is a header.
  const strong =
    (found.has('from') ? 1 : 0) + (found.has('date') ? 1 : 0) + (found.has('subject') ? 1 : 0) + (found.has('to') ? 1 : 0);
  return first === 'to' ? strong >= 3 : strong >= 2 && isValued(lines[at] ?? '');
}

const isValued = (line: string): boolean => /[:：].{2}/.test(line);
