/** The fields of a mail that programs copy above one they quote. */
export type Label = 'from' | 'sent' | 'date' | 'to' | 'cc' | 'subject' | 'other';

/**
 * What the fields are called, in the windows of mail programs. `sent` are words that nobody but a mail program puts before a
 * date; `other` may stand between two fields and say nothing.
 */
const names: Record<Label, readonly string[]> = {
  from: [
    'from|von|absender|de|del|remitente|remetente|da|mittente|van|afzender|från|avsändare|fra|avsender|afsender|lähettäjä',
    'od|nadawca|odesílatel|odosielateľ|feladó|expéditeur|expeditor|expeditorul|de la|šalje|pošiljatelj|saatja',
    'от|от кого|отправитель|від|від кого|від:|από|kimden|gönderen|从|自|发件人|發件人|寄件者|寄件人|发信人|差出人|送信者|送信元',
    'से|प्रेषक|द्वारा|من|المرسل|از|فرستنده|מאת|보낸 사람|보낸사람|발신|발신인|từ|dari|จาก|ผู้ส่ง',
  ],
  sent: [
    'sent|gesendet|gesendet am|envoyé|envoyé le|enviado|enviado el|enviada|enviada em|enviado em|enviados|enviado a',
    'inviato|inviato il|data invio|verzonden|verzonden op|skickat|sendt|lähetetty|wysłano|wysłane|data wysłania|odesláno',
    'odoslané|elküldve|trimis|poslano|отправлено|надіслано|відправлено|στάλθηκε|gönderildi|gönderilen|gönderme tarihi',
    "发送时间|發送時間|发送日期|寄件日期|寄件時間|送信日時|भेजा गया|تاريخ الإرسال|تم الإرسال|נשלח|보낸 날짜|보낸 시간|fecha de envío|date d’envoi|date d'envoi|data de envio",
  ],
  date: [
    'date|datum|dato|fecha|data|data/ora|dată|dátum|päivämäärä|päiväys|kuupäev|дата|ημερομηνία|tarih|日期|时间|時間|日付|日時|送信|received',
    'दिनांक|तारीख|تاريخ|التاريخ|תאריך|날짜|일시|ngày|tanggal|วันที่|le|datum/zeit',
  ],
  to: [
    'to|an|empfänger|à|a|pour|destinataire|destinataires|para|destinatario|destinatário|aan|ontvanger|till|mottagare|til|modtager|vastaanottaja',
    'do|adresat|odbiorca|komu|pre|címzett|către|destinatarul|prima|kellele|кому|προς|kime|alıcı|收件人|收信人|收件者|宛先|送信先',
    'को|प्रति|إلى|الى|المستلم|به|אל|받는 사람|받는사람|수신|đến|kepada|ถึง',
  ],
  cc: [
    'cc|kopie|kopie (cc)|copie|copie à|copia|cópia|c/c|kopia|kopi|kopio|dw|do wiadomości|kópia|másolat|másolatot kap|kopija|копия|копія|κοιν.|bilgi',
    '抄送|抄送人|副本|प्रतिलिपि|نسخة|רונוסף|עותק|참조|รุ่น|bcc|cci|cco|bc',
  ],
  subject: [
    'subject|betreff|betr.|objet|sujet|asunto|assunto|oggetto|onderwerp|ämne|emne|aihe|temat|předmět|predmet|tárgy|subiect|subiectul',
    'naslov|teema|тема|θέμα|konu|主题|主題|主旨|标题|標題|件名|विषय|الموضوع|موضوع|נושא|제목|tiêu đề|chủ đề|subjek|perihal|เรื่อง',
  ],
  other: [
    'reply-to|antwort an|répondre à|responder a|rispondi a|antwoord aan|svar til|svara till|importance|wichtigkeit|importancia|priority',
    'attachments|anlagen|anhänge|pièces jointes|adjuntos|anexos|allegati|bijlagen|bilagor|załączniki|вложения|ekler|附件|添付ファイル',
    'organization|organisation|return-path|message-id|sent by|sent to|mailed-by|signed-by',
  ],
};

const labels: readonly Label[] = ['other', 'cc', 'to', 'subject', 'date', 'sent', 'from'];
const kinds = new Map<string, Label>(
  labels.flatMap((kind) => names[kind].flatMap((row) => row.split('|').map((name) => [name, kind] as const))),
);

/** The field that a word or two name, null for none. */
export const labelNamed = (words: string): Label | null => kinds.get(words.trim().toLowerCase()) ?? null;

/** Every name that begins in upper case where programs write it so: to find fields that stand on one line. */
export const labelNames = (): string[] => [...kinds.keys()];
