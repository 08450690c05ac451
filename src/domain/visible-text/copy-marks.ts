/** "Original message", as mail programs print it between dashes; regex source. */
export const original = [
  'original (?:message|appointment|e-?mail|text)|original-?mail|original|reply message|replied message|mail original|quoted message',
  'urspr(?:ü|ue)ngliche (?:nachricht|e-?mail|termin)|original-?nachricht|originalnachricht',
  'message d.origine|message original|message initial|courriel original|e-?mail d.origine|courrier original',
  'mensaje original|correo original|mensagem original|e-?mail original|messaggio originale|messaggio di origine',
  'oorspronkelijk bericht|origineel bericht|ursprungligt meddelande|originalmeddelande|oprindelig (?:meddelelse|besked)',
  'opprinnelig (?:melding|e-post)|alkuperäinen viesti|oryginalna wiadomość|wiadomość oryginalna|původní (?:zpráva|e-mail)',
  'pôvodná správa|eredeti üzenet|mesaj original|mesajul original|izvorna poruka|izvirno sporočilo|originalna poruka',
  '(?:исходное|оригинальное|первоначальное) сообщение|исходное письмо|(?:вихідне|оригінальне) повідомлення|αρχικό μήνυμα',
  'orijinal (?:mesaj|ileti)|özgün ileti|asıl ileti|原始邮件|原始郵件|邮件原件|原邮件|原郵件|回复的(?:原)?邮件|原始信件|元のメッセージ|オリジナルメッセージ|原文',
  'मूल संदेश|الرسالة الأصلية|رسالة أصلية|پیام اصلی|הודעה מקורית|원본 ?(?:메일|메시지)|thư gốc|pesan asli|ข้อความต้นฉบับ',
].join('|');

/** "Forwarded message" between dashes, and Notes' "Forwarded by … on …": what follows is what the mail is about. */
export const forwarded = [
  'forwarded (?:message|by|e-?mail)|fwd\\.? ?(?:msg|message)|begin forwarded message',
  'weitergeleitete (?:nachricht|e-?mail)|weitergeleitet von|anfang der weitergeleiteten',
  '(?:message|courriel|e-?mail) (?:transféré|transmis|réexpédié)|réacheminé par|transféré par|réexpédié par',
  'mensaje (?:reenviado|remitido)|reenviado por|remitido por|mensagem (?:encaminhada|reencaminhada|reenviada)|encaminhado por|reencaminhado por',
  'messaggio (?:inoltrato|inoltro)|inoltrato da|(?:doorgestuurd|doorgezonden) bericht|doorgestuurd door|vidarebefordrat (?:meddelande|brev|mejl)|vidarebefordrat av',
  'videresendt (?:meddelelse|melding|besked|e-post|af|av)|videresendt|(?:välitetty|edelleenlähetetty) viesti',
  'przekazana wiadomość|treść przekazanej wiadomości|przesłana wiadomość|przekazane przez|przesłane przez|přeposlaná zpráva|předaná zpráva',
  'preposlaná správa|továbbított (?:üzenet|levél)|mesaj (?:redirecționat|redirectionat)|proslijeđena poruka|posredovano sporočilo',
  '(?:пересылаемое|пересланное|переадресованное|перенаправленное) (?:сообщение|письмо)|(?:перенаправлене|переслане) повідомлення|προωθημένο μήνυμα',
  '(?:iletilen|iletilmiş|yönlendirilmiş|yönlendirilen) (?:mesaj|ileti)|转发(?:的)?(?:邮件|信息|消息)|轉寄(?:的)?(?:郵件|信件|訊息)|転送(?:された)?メッセージ|メッセージを転送|転送メール',
  'अग्रेषित संदेश|الرسالة المعاد توجيهها|(?:ال)?رسالة (?:معاد توجيهها|محولة|معادة التوجيه)|پیام (?:فوروارد|هدایت) شده|הודעה (?:שהועברה|מועברת)|전달된 (?:메일|메시지)|전달 메시지|thư được chuyển tiếp|pesan terusan',
].join('|');

/** What stands without dashes above a forwarded mail (Apple Mail, MailMate), up to its colon. */
export const beginsForward = [
  'begin forwarded message|forwarded message|anfang der weitergeleiteten (?:nachricht|e-mail)|weitergeleitete nachricht',
  'début du (?:message|courriel) (?:transféré|réexpédié)|inicio del mensaje (?:reenviado|remitido)|mensaje reenviado',
  'início da mensagem (?:encaminhada|reencaminhada)|inizio messaggio inoltrato|begin doorgestuurd bericht',
  'vidarebefordrat (?:mejl|brev|meddelande)|start på videresendt (?:besked|meddelelse)|videresendt (?:melding|meddelelse)|välitetty viesti alkaa',
  'początek przekazywanej wiadomości|początek przekazanej wiadomości|začátek přeposílané zprávy|začiatok preposlanej správy',
  'továbbított levél kezdete|începe mesajul redirecționat|započni proslijeđenu poruku|αρχή προωθημένου μηνύματος',
  'начало (?:переадресованного|пересылаемого|пересланного) сообщения|початок листа, що пересилається|i̇?leti başlangıcı|iletilen ileti',
  '下面是被转发的邮件|开始转发的邮件|以下是转发的邮件|下面是轉寄的郵件|開始轉寄郵件|以下為轉寄的郵件|転送されたメッセージ|अग्रेषित संदेश प्रारंभ|अग्रेषित संदेश आरंभ',
  'بدء الرسالة المعاد توجيهها|بداية الرسالة المعاد توجيهها|תחילת ההודעה שהועברה|전달된 메시지 시작|아래는 전달된 메시지입니다',
].join('|');

/** Above these lines the answer was to be written. */
export const replyAbove =
  '(?:please )?(?:type |write |enter )?(?:your )?(?:reply|response|answer) above this line|reply (?:above|below) this line|(?:bitte )?(?:antworten sie|geben sie ihre antwort|schreiben sie ihre antwort) (?:bitte )?(?:oberhalb|über) dieser (?:zeile|linie).{0,12}|(?:escriba|escribe) su respuesta (?:por )?encima de esta línea|(?:veuillez )?(?:saisir|répondre|écrire).{0,20}au-dessus de cette ligne|responda acima desta linha|rispondi(?:ere)? sopra questa riga|antwoord boven deze (?:regel|lijn)';
